// Numbers for people. `--json` never passes through here.

const NONE = '–'
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

type Maybe = number | null | undefined
const given = (value: Maybe): value is number =>
  value !== null && value !== undefined && Number.isFinite(value)

/** 0.7333 → "73.3 %" */
export const percent = (fraction: Maybe): string =>
  given(fraction) ? `${(fraction * 100).toFixed(1)} %` : NONE

/** "55.5 to 85.8 %" */
export const percentRange = (range: { low: number; high: number } | null | undefined): string =>
  range ? `${(range.low * 100).toFixed(1)} to ${(range.high * 100).toFixed(1)} %` : NONE

/** 0.104 → "+10.4 points": a difference of two percentages is not a percentage. */
export const points = (difference: Maybe): string =>
  given(difference) ? `${difference < 0 ? '−' : '+'}${Math.abs(difference * 100).toFixed(1)} points` : NONE

/** 2122186 → "2,122,186" */
export const integer = (value: Maybe): string => (given(value) ? whole.format(value) : NONE)

/** A loss: four significant digits are more than the noise. */
export const loss = (value: Maybe): string => (given(value) ? value.toFixed(value < 10 ? 4 : 2) : NONE)

/** 842 → "842", 12.34 → "12.3" */
export const rate = (value: Maybe): string =>
  given(value) ? (value < 100 ? value.toFixed(1) : whole.format(value)) : NONE

/** 4.27 → "4.3 s", 205 → "3 min 25 s", 7400 → "2 h 03 min" */
export function duration(seconds: Maybe): string {
  if (!given(seconds)) return NONE
  if (seconds < 59.95) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
  const all = Math.round(seconds)
  if (all < 3600) return `${Math.floor(all / 60)} min ${String(all % 60).padStart(2, '0')} s`
  return `${Math.floor(all / 3600)} h ${String(Math.floor((all % 3600) / 60)).padStart(2, '0')} min`
}

/** Decimal units, as disks and downloads are measured. */
export function bytes(value: Maybe): string {
  if (!given(value)) return NONE
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let size = value
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit++
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`
}

/** p values below a thousandth say no more than that. */
export const pValue = (p: Maybe): string =>
  given(p) ? (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`) : NONE

/** A figure that is no percentage: an area, kappa. */
export const decimal = (value: Maybe): string => (given(value) ? value.toFixed(3).replace('-', '−') : NONE)

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${integer(count)} ${count === 1 ? one : many}`
