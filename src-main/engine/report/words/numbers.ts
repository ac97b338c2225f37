// Numbers, times and dates in a report.
import { type ReportLanguage } from '../../../contract'

export interface Numbers {
  /** 0.8312 → 83.1 % */
  percent(fraction: number, digits?: number): string
  /** 0.042 → 4.2: percentage points, without their unit. */
  points(fraction: number): string
  number(value: number, digits?: number): string
  /** Always so many digits after the point. */
  fixed(value: number, digits: number): string
  /** Three significant digits at least, never rounded to zero: learning rates. */
  precise(value: number): string
  /** How sure a model is: 97 %; 100 % only where it is. */
  confidence(fraction: number): string
  bytes(value: number): string
  duration(seconds: number): string
  date(iso: string): string
  /** `p = 0.03`, `p < 0.001` */
  pValue(p: number): string
  list(items: readonly string[]): string
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

export function numbers(language: ReportLanguage): Numbers {
  /** With a minus sign, not a hyphen, and never minus nothing. */
  const format = (value: number, options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(language, { signDisplay: 'negative', ...options }).format(value).replace(/^-/, '−')
  const unit = (value: number, name: string, digits = 0): string =>
    format(value, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    })
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(language, { type: 'conjunction' })
  const fixed = (value: number, digits: number): string =>
    format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const precise = (value: number): string =>
    Math.abs(value) >= 1e-4 || value === 0
      ? format(value, { maximumSignificantDigits: 6 })
      : format(value, { notation: 'scientific', maximumSignificantDigits: 4 })
  return {
    fixed,
    precise,
    percent: (fraction, digits = 1) =>
      format(fraction, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    points: (fraction) => fixed(fraction * 100, 1),
    confidence(fraction) {
      const percent = (value: number) => format(value, { style: 'percent' })
      return fraction < 1 && fraction >= 0.995 ? `> ${percent(0.99)}` : percent(fraction)
    },
    number: (value, digits = 0) => format(value, { maximumFractionDigits: digits }),
    bytes(value) {
      let power = 0
      while (value >= 1000 && power < byteUnits.length - 1) {
        value /= 1000
        power++
      }
      return unit(value, byteUnits[power]!, power > 0 && value < 10 ? 1 : 0)
    },
    duration(seconds) {
      if (seconds < 10) return unit(seconds, 'second', 1)
      const whole = Math.round(seconds)
      if (whole < 60) return unit(whole, 'second')
      const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
      if (hours > 0) return `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`
      return `${unit(minutes, 'minute')} ${unit(whole % 60, 'second')}`
    },
    date: (iso) => dates.format(new Date(iso)),
    pValue(p) {
      if (p < 0.001) return `p < ${format(0.001, { maximumFractionDigits: 3 })}`
      // Never rounded to the other side of 0.05.
      for (let digits = 2; digits < 6; digits++) {
        const rounded = Number(p.toPrecision(digits))
        if (rounded < 0.05 === p < 0.05) return `p = ${format(rounded, { maximumSignificantDigits: digits })}`
      }
      return `p = ${format(p, { maximumSignificantDigits: 8 })}`
    },
    list: (items) => lists.format(items),
  }
}
