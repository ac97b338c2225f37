// Numbers on axes, in tooltips and in tables, as a person of that language writes them.
import { quantities, type Quantities } from './quantities'

export interface ChartNumbers extends Pick<Quantities, 'percent' | 'number' | 'compact' | 'loss' | 'bytes'> {
  /** 0.8312 → 83, for an axis whose title has the unit. */
  hundredths(fraction: number): string
  /** In one unit, as an axis has them: 1.5 min. */
  seconds(value: number): string
  milliseconds(value: number): string
  /** With its sign: +3, −2, 0. */
  signed(value: number): string
}

/** @param locale a BCP 47 tag, such as `es-MX` */
export function chartNumbers(locale: string): ChartNumbers {
  const { format, unit, percent, number, compact, loss } = quantities(locale)
  const three: Intl.NumberFormatOptions = { maximumSignificantDigits: 3 }
  return {
    percent,
    number,
    compact,
    loss,
    hundredths: (fraction) => format(fraction * 100, { maximumFractionDigits: 1 }),
    bytes(value) {
      const power = Math.max(0, Math.min(4, Math.floor(Math.log10(Math.max(1, value)) / 3)))
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
      return unit(value / 1000 ** power, units[power]!, three)
    },
    seconds(value) {
      if (value < 60) return unit(value, 'second', three)
      if (value < 3600) return unit(value / 60, 'minute', three)
      return unit(value / 3600, 'hour', three)
    },
    milliseconds: (value) => unit(value, 'millisecond', three),
    signed: (value) => format(value, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
  }
}
