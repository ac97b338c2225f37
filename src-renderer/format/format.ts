// Numbers, times and sizes as a person of that language writes them. Pure: the language is a parameter.

export interface Formatter {
  /** 0.8312 → 83.1 % */
  percent(fraction: number, digits?: number): string
  /** 0.042 → 4.2: percentage points, without their unit */
  points(fraction: number): string
  number(value: number, digits?: number): string
  /** 2122186 → 2.12 M */
  compact(value: number): string
  loss(value: number): string
  bytes(value: number): string
  duration(seconds: number): string
  date(iso: string): string
  /** Without the time of day. */
  day(iso: string): string
  /** "p = 0.03", "p < 0.001" without the letter: `= 0.03`, `< 0.001` */
  pValue(p: number): string
  list(items: readonly string[]): string
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

export function createFormatter(language: string): Formatter {
  const made = new Map<string, Intl.NumberFormat>()
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options)
    let formatter = made.get(key)
    if (!formatter) made.set(key, (formatter = new Intl.NumberFormat(language, options)))
    return formatter.format(value)
  }
  const unit = (value: number, name: string, digits = 0): string =>
    format(value, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
      minimumFractionDigits: digits,
    })
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const lists = new Intl.ListFormat(language, { type: 'conjunction' })

  return {
    percent: (fraction, digits = 1) =>
      format(fraction, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    points: (fraction) => format(fraction * 100, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    number: (value, digits = 0) => format(value, { maximumFractionDigits: digits }),
    compact: (value) => format(value, { notation: 'compact', maximumSignificantDigits: 3 }),
    loss: (value) => format(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    bytes(value) {
      let power = 0
      while (value >= 1000 && power < byteUnits.length - 1) {
        value /= 1000
        power++
      }
      return unit(value, byteUnits[power]!, power > 0 && value < 10 ? 1 : 0)
    },
    duration(seconds) {
      if (seconds < 10) return unit(seconds, 'second', Number.isInteger(seconds) ? 0 : 1)
      const whole = Math.round(seconds)
      if (whole < 60) return unit(whole, 'second')
      const hours = Math.floor(whole / 3600)
      const minutes = Math.floor((whole % 3600) / 60)
      if (hours > 0) return `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`
      return `${unit(minutes, 'minute')} ${unit(whole % 60, 'second')}`
    },
    date: (iso) => dates.format(new Date(iso)),
    day: (iso) => days.format(new Date(iso)),
    pValue: (p) =>
      p < 0.001
        ? `< ${format(0.001, { maximumFractionDigits: 3 })}`
        : `= ${format(p, { maximumSignificantDigits: 2 })}`,
    list: (items) => lists.format(items),
  }
}
