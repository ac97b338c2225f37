// Lines of tables as RFC 4180 has them, which a spreadsheet opens without surprises: one rule for every table that
// leaves Cotejo.

/**
 * A spreadsheet takes a text that begins like this for a formula, and would run it (OWASP, "CSV Injection"): names of
 * classes and files come from folders of unknown origin.
 */
const FORMULA = /^\s*[=+\-@\t\r]/

/** One field. Numbers stay numbers, null and what is no number are empty; texts are quoted where they must be. */
export function csvField(value: string | number | null): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (value === null) return ''
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One record with its line break, CRLF as the RFC has it. */
export const csvLine = (fields: readonly (string | number | null)[]): string =>
  fields.map(csvField).join(',') + '\r\n'
