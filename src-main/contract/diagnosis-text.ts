// Findings in sentences, the same in the window, in the terminal and in a report. Pure: the language and the way in
// which numbers are written are parameters.
import { type Diagnosis } from './diagnosis'
import { type ReportLanguage } from './document'
import { en } from './diagnosis-words/en'
import { es } from './diagnosis-words/es'
import { ptBR } from './diagnosis-words/pt-BR'
import { type DiagnosisWords } from './diagnosis-words/words'

export const diagnosisWords: Readonly<Record<ReportLanguage, DiagnosisWords>> = { en, es, 'pt-BR': ptBR }

/** How the numbers of evidence are written. */
export interface EvidenceFormat {
  /** 0.8312 → 83.1 % */
  percent(fraction: number): string
  /** 0.042 → 4.2: percentage points, without their unit */
  points(fraction: number): string
  count(value: number): string
  loss(value: number): string
  /** A learning rate: 0.0001 */
  rate(value: number): string
}

/** What the values of evidence are, by their names. Names that are not here are counts, or text. */
const units: Readonly<Record<string, keyof EvidenceFormat>> = {
  ...named(
    'percent',
    'trainAccuracy testAccuracy validationAccuracy accuracy accuracyOfCopies without same low high share',
  ),
  ...named('percent', 'onePicture recall others confidence largestShare'),
  ...named('points', 'gap gapLow gapHigh difference'),
  ...named('loss', 'from to first last guessing peak before after lowest keptLoss largestJump rise noise'),
  ...named('rate', 'learningRate suggestedRate usualRate'),
}

function named<T extends string>(unit: T, names: string): Record<string, T> {
  return Object.fromEntries(names.split(' ').map((name) => [name, unit]))
}

/** @param tag a language or region of the BCP 47 kind */
export function evidenceFormat(tag: string): EvidenceFormat {
  const format = (options: Intl.NumberFormatOptions) => {
    const made = new Intl.NumberFormat(tag, options)
    return (value: number) => made.format(value)
  }
  const digits = (n: number) => ({ minimumFractionDigits: n, maximumFractionDigits: n })
  const [whole, points, fine] = [format(digits(0)), format(digits(1)), format(digits(3))]
  return {
    percent: format({ style: 'percent', ...digits(1) }),
    points: (fraction) => points(fraction * 100),
    count: whole,
    // A loss of thousands has no digits behind the point that say anything.
    loss: (value) => (value < 10 ? fine : value < 100 ? points : whole)(value),
    rate: format({ maximumSignificantDigits: 3 }),
  }
}

export interface DiagnosisText {
  title: string
  /** What was seen, in one to four sentences. */
  seen: string
  /** A sentence for each piece of advice, in its order. */
  advice: string[]
  tryThis: string
}

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g

type Says = Pick<Diagnosis, 'name' | 'evidence' | 'advice'>

/** The text with its values; null where one is missing. */
function filled(text: string, { evidence }: Says, language: string, format: EvidenceFormat): string | null {
  const plural = new Intl.PluralRules(language)
  let whole = true
  const result = text.replace(PLACE, (_, name: string, one?: string, many?: string) => {
    const value = evidence[name]
    if (value === undefined) whole = false
    if (typeof value !== 'number') return String(value)
    const number = format[units[name] ?? 'count'](value)
    return one === undefined ? number : `${number} ${plural.select(value) === 'one' ? one : many}`
  })
  return whole ? result : null
}

/**
 * @param language of the sentences
 * @param format of the numbers; that of the language where it is left out
 */
export function diagnosisText(
  one: Says,
  language: ReportLanguage,
  format: EvidenceFormat = evidenceFormat(language),
): DiagnosisText {
  const words = diagnosisWords[language]
  const fill = (text: string) => filled(text, one, language, format)
  const sentences = words.seen[one.name]
  const seen = Array.isArray(sentences)
    ? (sentences as readonly string[])
    : ((sentences as Record<string, readonly string[]>)[String(one.evidence.variant)] ?? [])
  const said = [...seen, words.folds].map(fill).filter((text) => text !== null)
  const advice = one.advice.map((name) => words.advice[name].map(fill).find((text) => text !== null) ?? '')
  return { title: fill(words.titles[one.name]) ?? '', seen: said.join(' '), advice, tryThis: words.tryThis }
}

/** In one line, for a terminal or a record. */
export const inOneLine = ({ seen, advice }: DiagnosisText): string => [seen, ...advice].join(' ')
