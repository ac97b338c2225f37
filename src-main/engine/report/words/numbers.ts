// Numbers, times and dates in a report: as on the screen, with the date written out and p values with their letter.
import { quantities, type Quantities } from '../../../../src-charts/quantities'
import { type ReportLanguage } from '../../../contract'

export interface Numbers extends Omit<Quantities, 'format' | 'unit' | 'compact' | 'loss'> {
  /** Three significant digits at least, never rounded to zero: learning rates. */
  precise(value: number): string
  /** How sure a model is: 97 %; 100 % only where it is. */
  confidence(fraction: number): string
  date(iso: string): string
  /** `p = 0.03`, `p < 0.001` */
  pValue(p: number): string
}

export function numbers(language: ReportLanguage): Numbers {
  const { format, pValue, ...common } = quantities(language)
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    ...common,
    precise: (value) =>
      Math.abs(value) >= 1e-4 || value === 0
        ? format(value, { maximumSignificantDigits: 6 })
        : format(value, { notation: 'scientific', maximumSignificantDigits: 4 }),
    confidence(fraction) {
      const percent = (value: number) => format(value, { style: 'percent' })
      return fraction < 1 && fraction >= 0.995 ? `> ${percent(0.99)}` : percent(fraction)
    },
    date: (iso) => dates.format(new Date(iso)),
    pValue: (p) => `p ${pValue(p)}`,
  }
}
