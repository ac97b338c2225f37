// Numbers as a person of a language writes them: the one rule for screen, charts and reports. Pure; the language is a
// parameter.

export interface Quantities {
  /** Any number by Intl, with a minus sign in place of a hyphen, and never minus nothing. */
  format(value: number, options?: Intl.NumberFormatOptions): string
  /** A number with its unit, written short: 3 s, 12 MB. */
  unit(value: number, name: string, options?: Intl.NumberFormatOptions): string
  /** 0.8312 → 83.1 % */
  percent(fraction: number, digits?: number): string
  /** 0.042 → 4.2: percentage points, without their unit. */
  points(fraction: number): string
  number(value: number, digits?: number): string
  /** Always so many digits after the point. */
  fixed(value: number, digits: number): string
  /** 2122186 → 2.12 M */
  compact(value: number): string
  loss(value: number): string
  bytes(value: number): string
  duration(seconds: number): string
  /** `= 0.03`, `< 0.001`: never rounded to the other side of 0.05. */
  pValue(p: number): string
  list(items: readonly string[]): string
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
const exactly = (digits: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
})

/** @param locale a BCP 47 tag, such as `es-MX` */
export function quantities(locale: string): Quantities {
  const made = new Map<string, Intl.NumberFormat>()
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })

  function format(value: number, options: Intl.NumberFormatOptions = {}): string {
    const key = JSON.stringify(options)
    let formatter = made.get(key)
    if (!formatter)
      made.set(key, (formatter = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options })))
    return formatter.format(value).replace(/^-/, '−')
  }
  const unit = (value: number, name: string, options: Intl.NumberFormatOptions = {}): string =>
    format(value, { style: 'unit', unit: name, unitDisplay: 'short', ...options })
  const whole = (value: number, name: string): string => unit(value, name, exactly(0))

  return {
    format,
    unit,
    percent: (fraction, digits = 1) => format(fraction, { style: 'percent', ...exactly(digits) }),
    points: (fraction) => format(fraction * 100, exactly(1)),
    number: (value, digits = 0) => format(value, { maximumFractionDigits: digits }),
    fixed: (value, digits) => format(value, exactly(digits)),
    compact: (value) => format(value, { notation: 'compact', maximumSignificantDigits: 3 }),
    loss: (value) => format(value, exactly(3)),
    bytes(value) {
      let power = 0
      while (value >= 1000 && power < byteUnits.length - 1) {
        value /= 1000
        power++
      }
      return unit(value, byteUnits[power]!, exactly(power > 0 && value < 10 ? 1 : 0))
    },
    duration(seconds) {
      if (seconds < 10) return unit(seconds, 'second', exactly(Number.isInteger(seconds) ? 0 : 1))
      const all = Math.round(seconds)
      if (all < 60) return whole(all, 'second')
      const hours = Math.floor(all / 3600)
      const minutes = Math.floor((all % 3600) / 60)
      if (hours > 0) return `${whole(hours, 'hour')} ${whole(minutes, 'minute')}`
      return `${whole(minutes, 'minute')} ${whole(all % 60, 'second')}`
    },
    pValue(p) {
      if (p < 0.001) return `< ${format(0.001, { maximumFractionDigits: 3 })}`
      for (let digits = 2; digits < 6; digits++) {
        const rounded = Number(p.toPrecision(digits))
        if (rounded < 0.05 === p < 0.05) return `= ${format(rounded, { maximumSignificantDigits: digits })}`
      }
      return `= ${format(p, { maximumSignificantDigits: 8 })}`
    },
    list: (items) => lists.format(items),
  }
}
