// Turns anything that was thrown into words: what happened, what to do next.
// The main side's sentences are in English and precise; they are shown as they are to those who read English.
// In another language the code's text is shown, with the English sentence folded away for a bug report.

export interface Explained {
  code: string
  what: string
  next: string
  /** The English message, where what is shown says less than it. */
  technical: string
  fault: boolean
}

interface Translate {
  t(key: string, values?: Record<string, unknown>): string
  te(key: string): boolean
  /** A text as it is written, with its places for values. */
  tm(key: string): unknown
  /** The language in which the main side speaks is the language of the interface. */
  english: boolean
}

interface Thrown {
  code?: string
  message?: string
  hint?: string
  detail?: Record<string, string | number>
}

/** Codes that this side throws itself: only the texts here speak of them. */
const local = new Set(['connection-lost', 'cancelled'])

type Values = NonNullable<Thrown['detail']>

/** The values that a text asks for. */
const asked = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

const isWhole = (text: string, values: Values): boolean =>
  asked(text).every((name) => values[name] !== undefined)

/**
 * A code may have texts that say more than `what`, for when the values for them are there: that with the most values
 * is taken.
 */
function fullest(texts: unknown, values: Values): string {
  const forms = Object.entries(typeof texts === 'object' && texts !== null ? texts : {})
    .map(([form, text]) => ({ form, text: String(text) }))
    .filter(({ form, text }) => form !== 'next' && isWhole(text, values))
    .sort((a, b) => asked(b.text).length - asked(a.text).length)
  return forms[0]?.form ?? 'what'
}

export function explain(thrown: unknown, { t, te, tm, english }: Translate): Explained {
  const error = (
    typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }
  ) as Thrown
  const code = error.code && te(`errors.${error.code}.what`) ? error.code : 'fault'
  const fault = code === 'fault'
  const said = error.message ?? ''
  if (fault)
    return { code, what: t('errors.fault.what'), next: t('errors.fault.next'), technical: said, fault }
  const values = error.detail ?? {}
  const form = fullest(tm(`errors.${code}`), values)
  const what = t(`errors.${code}.${form}`, values)
  const next = te(`errors.${code}.next`) ? t(`errors.${code}.next`, values) : ''
  if (local.has(code)) return { code, what, next, technical: '', fault }
  // A text with a hole would be worse than a sentence in another language.
  const whole = isWhole(String(tm(`errors.${code}.${form}`)), values)
  if (said && (english || !whole)) return { code, what: said, next: error.hint ?? next, technical: '', fault }
  return { code, what, next, technical: said, fault }
}
