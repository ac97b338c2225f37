// Numbers, times and sizes as a person of that language writes them: those of charts and reports (src-charts), and dates.
import { quantities, type Quantities } from '../../src-charts/quantities'

export interface Formatter extends Omit<Quantities, 'format' | 'unit' | 'fixed'> {
  date(iso: string): string
  /** Without the time of day. */
  day(iso: string): string
}

export function createFormatter(language: string): Formatter {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  return {
    ...quantities(language),
    date: (iso) => dates.format(new Date(iso)),
    day: (iso) => days.format(new Date(iso)),
  }
}
