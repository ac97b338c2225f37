// The colours and the type of a chart. On the screen they are the design tokens of the moment; in a saved picture and in
// a report always dark ink on white.

export interface ChartTheme {
  font: string
  /** Behind the chart. */
  surface: string
  ink: string
  /** Quieter ink: legends, and quieter still: ticks and axis titles. */
  ink2: string
  ink3: string
  line: string
  lineStrong: string
  accent: string
  bad: string
  /** Behind and on a tooltip. */
  primary: string
  onPrimary: string
  /** One colour a run, in the order of their places; also of classes. */
  runs: readonly string[]
  splits: { train: string; validation: string; test: string }
}

/** The light theme's tokens on white: for files and reports. */
export const printTheme: ChartTheme = {
  font: "'Hanken Grotesk Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  surface: '#ffffff',
  ink: '#161930',
  ink2: '#474b66',
  ink3: '#5f637c',
  line: '#e0e1ea',
  lineStrong: '#878ba4',
  accent: '#3247d5',
  bad: '#b3261e',
  primary: '#161930',
  onPrimary: '#ffffff',
  runs: ['#3247d5', '#c9501a', '#0b7a5b', '#9a2f9e', '#8a6400', '#1d7396'],
  splits: { train: '#3247d5', validation: '#8f9df0', test: '#f07a45' },
}

/** Parts of red, green and blue, 0 to 255, of `#rrggbb` or `#rgb`: builds shorten the one to the other. */
function channels(hex: string): [number, number, number] {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16))
  return [r!, g!, b!]
}

/** A colour between two: 0 is the first, 1 the second. Opaque, so that it prints as it looks. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)]
  const part = a.map((value, at) => Math.round(value + (b[at]! - value) * Math.min(1, Math.max(0, share))))
  return `#${part.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Luminance of WCAG 2, 0 (black) to 1. */
function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((value) => {
    const c = value / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** Contrast ratio of WCAG 2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** Of two inks the one that is read more easily on a ground. */
export const inkOn = (ground: string, { ink, surface }: ChartTheme): string =>
  contrast(ground, ink) >= contrast(ground, surface) ? ink : surface
