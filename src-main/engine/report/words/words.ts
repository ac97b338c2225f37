// The words of a report in its language, and numbers, times and dates as people of that language write them.
import { type ReportLanguage } from '../../../contract'
import en from './en.json'
import es from './es.json'
import ptBR from './pt-BR.json'
import { numbers, type Numbers } from './numbers'

export type Texts = { readonly [key: string]: string | Texts }

export const texts: Record<ReportLanguage, Texts> = { en, es, 'pt-BR': ptBR }

export type Values = Readonly<Record<string, string | number>>

export interface Words extends Numbers {
  readonly language: ReportLanguage
  /**
   * The text of a key, its `{values}` filled in; numbers among them are written as people of the language do.
   * @throws Error for a key that there is none of
   */
  t(key: string, values?: Values): string
  /** As `t`, of two forms (`one | many`) the one that fits `n`, which is also a value. */
  tn(key: string, n: number, values?: Values): string
  /** Whether there is a text of this key. */
  has(key: string): boolean
}

function find(all: Texts, key: string): string | null {
  let at: string | Texts | undefined = all
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || !Object.hasOwn(at, part)) return null
    at = at[part]
  }
  return typeof at === 'string' ? at : null
}

export function wordsOf(language: ReportLanguage): Words {
  const own = numbers(language)
  const plural = new Intl.PluralRules(language)
  const lookUp = (key: string): string => {
    const text = find(texts[language], key)
    if (text === null) throw new Error(`The report has no text ${key} in ${language}`)
    return text
  }
  const fill = (text: string, values: Values): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'number' ? own.number(value) : value
    })
  return {
    ...own,
    language,
    t: (key, values = {}) => fill(lookUp(key), values),
    tn(key, n, values = {}) {
      const [one, many = one] = lookUp(key).split(' | ')
      return fill(plural.select(n) === 'one' ? one! : many!, { n, ...values })
    },
    has: (key) => find(texts[language], key) !== null,
  }
}
