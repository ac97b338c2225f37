// Numbers on axes, in tooltips and in tables, as a person of that language writes them.

export interface ChartNumbers {
  /** 0.8312 → 83.1 % */
  percent(fraction: number, digits?: number): string
  /** 0.8312 → 83, for an axis whose title has the unit. */
  hundredths(fraction: number): string
  number(value: number, digits?: number): string
  /** 2122186 → 2.12 M */
  compact(value: number): string
  loss(value: number): string
  bytes(value: number): string
  seconds(value: number): string
  milliseconds(value: number): string
  /** With its sign: +3, −2, 0. */
  signed(value: number): string
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

/** @param locale a BCP 47 tag, such as `es-MX` */
export function chartNumbers(locale: string): ChartNumbers {
  const made = new Map<string, Intl.NumberFormat>()
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options)
    let formatter = made.get(key)
    if (!formatter) made.set(key, (formatter = new Intl.NumberFormat(locale, options)))
    return formatter.format(value)
  }
  const unit = (value: number, name: string, options: Intl.NumberFormatOptions): string =>
    format(value, { style: 'unit', unit: name, unitDisplay: 'short', ...options })
  const digits = (count: number): Intl.NumberFormatOptions => ({
    minimumFractionDigits: count,
    maximumFractionDigits: count,
  })
  return {
    percent: (fraction, count = 1) => format(fraction, { style: 'percent', ...digits(count) }),
    hundredths: (fraction) => format(fraction * 100, { maximumFractionDigits: 1 }),
    number: (value, count = 0) => format(value, { maximumFractionDigits: count }),
    compact: (value) => format(value, { notation: 'compact', maximumSignificantDigits: 3 }),
    loss: (value) => format(value, digits(3)),
    bytes(value) {
      const power = Math.max(0, Math.min(4, Math.floor(Math.log10(Math.max(1, value)) / 3)))
      return unit(value / 1000 ** power, byteUnits[power]!, { maximumSignificantDigits: 3 })
    },
    seconds(value) {
      if (value < 60) return unit(value, 'second', { maximumSignificantDigits: 3 })
      if (value < 3600) return unit(value / 60, 'minute', { maximumSignificantDigits: 3 })
      return unit(value / 3600, 'hour', { maximumSignificantDigits: 3 })
    },
    milliseconds: (value) => unit(value, 'millisecond', { maximumSignificantDigits: 3 }),
    // A hyphen is too short to be seen as a minus.
    signed: (value) =>
      format(value, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).replace('-', '−'),
  }
}
