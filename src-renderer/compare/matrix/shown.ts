// How the cells of a matrix are written and shaded: counts or shares of one run, or the difference of two. A cell is
// put into words only when it is asked for: a thousand classes have a million of them.
import { type Formatter } from '../../format/format'
import { rowTotal, shade, shadeOfDifference, shareOf, type Counts } from './cells'

/** What the shade stands for: right answers, mistakes; of a difference, whether the first run has more or less. */
export type Tone = 'right' | 'wrong' | 'more' | 'less'

export interface ShownMatrix {
  /** Number of classes. */
  size: number
  /** 0 to 5. */
  shade(actual: number, predicted: number): number
  tone(actual: number, predicted: number): Tone
  text(actual: number, predicted: number): string
  /** The number in words. */
  spoken(actual: number, predicted: number): string
  /** There is no picture in it. */
  empty(actual: number, predicted: number): boolean
}

export type MatrixUnit = 'counts' | 'shares'

/** @param pictures how a number of pictures is said, such as “3 pictures” */
export function matrixOf(
  counts: Counts,
  unit: MatrixUnit,
  f: Formatter,
  pictures: (n: number) => string,
): ShownMatrix {
  const totals = counts.map(rowTotal)
  const count = (actual: number, predicted: number) => counts[actual]?.[predicted] ?? 0
  const share = (actual: number, predicted: number) => shareOf(count(actual, predicted), totals[actual] ?? 0)
  return {
    size: counts.length,
    shade: (actual, predicted) => shade(share(actual, predicted)),
    tone: (actual, predicted) => (actual === predicted ? 'right' : 'wrong'),
    text(actual, predicted) {
      if (unit === 'counts') return f.number(count(actual, predicted))
      return totals[actual] === 0 ? '–' : f.percent(share(actual, predicted), 0)
    },
    spoken: (actual, predicted) =>
      `${pictures(count(actual, predicted))}, ${f.percent(share(actual, predicted), 0)}`,
    empty: (actual, predicted) => count(actual, predicted) === 0,
  }
}

/** A number with its sign: a hyphen would be lost beside figures. */
export const signed = (value: number, size: string): string =>
  value > 0 ? `+${size}` : value < 0 ? `−${size}` : '0'

/**
 * The first run minus the second, over the same pictures.
 *
 * @param pictures how a signed number of pictures is said
 */
export function differenceOf(
  a: Counts,
  b: Counts,
  unit: MatrixUnit,
  f: Formatter,
  pictures: (n: number, text: string) => string,
): ShownMatrix {
  const totals = a.map(rowTotal)
  const count = (actual: number, predicted: number) =>
    (a[actual]?.[predicted] ?? 0) - (b[actual]?.[predicted] ?? 0)
  const share = (actual: number, predicted: number) => shareOf(count(actual, predicted), totals[actual] ?? 0)
  return {
    size: a.length,
    shade: (actual, predicted) => shadeOfDifference(share(actual, predicted)),
    tone: (actual, predicted) => (count(actual, predicted) < 0 ? 'less' : 'more'),
    text(actual, predicted) {
      const value = unit === 'counts' ? count(actual, predicted) : 100 * share(actual, predicted)
      return signed(value, f.number(Math.abs(value)))
    },
    spoken(actual, predicted) {
      const value = count(actual, predicted)
      return pictures(value, signed(value, f.number(Math.abs(value))))
    },
    empty: (actual, predicted) => (a[actual]?.[predicted] ?? 0) + (b[actual]?.[predicted] ?? 0) === 0,
  }
}
