// What a run's curves and figures say, and what its model costs, in a terminal.
import { diagnosisText, type Cost, type Diagnosis, type EvidenceFormat } from '../../../contract'
import { bytes, integer, loss, percent, plural, rate } from './format'
import { plain, type Paint, type Style } from './text'

const WIDTH = 96

/** Numbers as the rest of the page has them. */
const written: EvidenceFormat = {
  // Not to be broken before its sign.
  percent: (fraction) => percent(fraction).replace(' ', '\u00a0'),
  points: (fraction) => (fraction * 100).toFixed(1),
  count: integer,
  loss,
  rate: (value) => new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 }).format(value),
}

/** Breaks a text at its spaces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const marks: Record<Diagnosis['severity'], [mark: string, style: Style]> = {
  warning: ['!', 'yellow'],
  info: ['·', 'cyan'],
  good: ['✓', 'green'],
}

/** Each finding with its evidence, then what to try. */
export function diagnosisLines(diagnoses: readonly Diagnosis[], paint: Paint): string[] {
  return diagnoses.flatMap((one) => {
    const { title, seen, advice } = diagnosisText(one, 'en', written)
    const [mark, style] = marks[one.severity]
    const indented = (text: string, first: string) =>
      wrap(plain(text), WIDTH - 4).map((line, at) => `${at === 0 ? first : '    '}${line}`)
    return [
      '',
      `  ${paint(style, mark)} ${paint('bold', plain(title))}`,
      ...indented(seen, '    '),
      ...advice.flatMap((text) => indented(text, '  → ')).map((line) => paint('dim', line)),
    ]
  })
}

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

/** 202310016 → "202 M" */
export const compact = (value: number): string =>
  new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 })
    .format(value)
    .replace(/([KMBT])$/, ' $1')

type Fact = [name: string, value: string, note: string]

/** Rows of the page's first table. */
export function costFacts(cost: Cost | null): Fact[] {
  if (cost === null) return []
  const { multiplyAdds, latency, throughput, backend, device } = cost
  const facts: (Fact | null)[] = [
    multiplyAdds === null ? null : ['multiply-adds', compact(multiplyAdds), 'for one image, forward'],
    ['weights', bytes(cost.bytes), ''],
    latency && [
      'one image takes',
      milliseconds(latency.median),
      `19 of 20 within ${milliseconds(latency.p95)}; ${backend} on ${plain(device)}`,
    ],
    throughput && [
      'many images',
      rate(throughput.imagesPerSecond),
      `images/s, ${plural(throughput.batch, 'image')} at a time`,
    ],
  ]
  return facts.filter((one) => one !== null)
}
