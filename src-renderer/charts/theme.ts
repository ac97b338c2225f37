// The design tokens of the moment as a chart's theme: read again whenever the page changes its theme.
import { shallowRef, type ShallowRef } from 'vue'
import { type ChartTheme } from '../../src-charts'

function themeNow(): ChartTheme {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    font: token('font'),
    surface: token('surface'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    line: token('line'),
    lineStrong: token('line-strong'),
    accent: token('accent'),
    bad: token('bad'),
    primary: token('primary'),
    onPrimary: token('on-primary'),
    runs: [1, 2, 3, 4, 5, 6].map((place) => token(`run-${place}`)),
    splits: {
      train: token('split-train'),
      validation: token('split-validation'),
      test: token('split-test'),
    },
  }
}

let shared: ShallowRef<ChartTheme> | null = null

/** The theme that all charts share. */
export function usePageTheme(): Readonly<ShallowRef<ChartTheme>> {
  if (shared) return shared
  const theme = (shared = shallowRef(themeNow()))
  const root = document.documentElement
  new MutationObserver(() => (theme.value = themeNow())).observe(root, { attributeFilter: ['data-theme'] })
  return theme
}
