// The verdict in the report's language, from the comparison's fields; no more than the test pictures show.
import { type Comparison, type ComparisonEntry } from '../../../contract'
import { type Block, type Text } from '../document/document'
import { type ReportFacts } from '../facts/gather'

type Tone = 'good' | 'info' | 'warning'

const SIGNIFICANCE = 0.05

interface Parts {
  best: ComparisonEntry
  second: ComparisonEntry | null
}

const accuracy = ({ mean }: ComparisonEntry, { words }: ReportFacts): string =>
  mean === null ? '–' : words.percent(mean)

/** Which test is behind the verdict, and for how many pairs p was adjusted. */
function testText({ comparison, words }: ReportFacts): Text[] {
  const { verdict, entryPairs, entries } = comparison
  if (verdict.p === null) return []
  const pair = entryPairs.find(({ a, b }) =>
    [verdict.bestEntry, verdict.secondEntry].every((one) => one === a || one === b),
  )
  const seeds = pair?.test?.method === 'crossed' || pair?.test?.method === 'images'
  const evaluated = entries.filter(({ evaluated }) => evaluated > 0).length
  const pairs = entryPairs.filter(({ test }) => test !== null).length
  const p = words.pValue(verdict.p)
  const said = words.t(seeds ? 'verdict.testSeeds' : 'verdict.test', { p })
  return [evaluated > 2 ? `${said} ${words.t('verdict.holm', { pairs })}` : said]
}

function cochranText({ comparison: { cochran, runs }, words }: ReportFacts): Text[] {
  if (!cochran) return []
  const n = runs.filter(({ evaluation }) => evaluation !== null).length
  const key = cochran.p < SIGNIFICANCE ? 'verdict.cochranDiffers' : 'verdict.cochranSame'
  return [words.t(key, { n, p: words.pValue(cochran.p) })]
}

function decided(facts: ReportFacts, { best, second }: Parts): { title: string; text: Text[] } {
  const { words, comparison } = facts
  const { verdict } = comparison
  const others = comparison.entries.filter(({ evaluated }) => evaluated > 0).length > 2
  const points = words.points(Math.abs(verdict.difference ?? 0))
  return {
    title: words.t(others ? 'verdict.better.titleOfAll' : 'verdict.better.title', {
      best: best.name,
      second: second?.name ?? '',
      points,
    }),
    text: [
      words.tn('verdict.better.text', verdict.testCount ?? 0, {
        best: accuracy(best, facts),
        second: second ? accuracy(second, facts) : '–',
        secondName: second?.name ?? '',
        points,
      }),
    ],
  }
}

function tied(facts: ReportFacts, { best, second }: Parts): { title: string; text: Text[] } {
  const { words, comparison } = facts
  const { verdict, entries } = comparison
  const names = [best.name, ...verdict.tied.flatMap((at) => entries[at]?.name ?? [])]
  const values = {
    best: best.name,
    second: second?.name ?? '',
    bestAccuracy: accuracy(best, facts),
    secondAccuracy: second ? accuracy(second, facts) : '–',
    points: words.points(Math.abs(verdict.difference ?? 0)),
    names: words.list(names.map((name) => words.t('quoted', { name }))),
  }
  const n = verdict.testCount ?? 0
  const title = words.tn('verdict.tie.title', n)
  const key = names.length > 2 ? 'textOfMany' : verdict.difference === 0 ? 'equal' : 'text'
  const text: Text[] = [words.tn(`verdict.tie.${key}`, n, values)]
  if (verdict.needed !== null) text.push(words.tn('verdict.needed', verdict.needed))
  return { title, text }
}

function alone(facts: ReportFacts, best: ComparisonEntry): { title: string; text: Text[] } {
  const { words, comparison } = facts
  const { interval } = best
  const values = {
    name: best.name,
    accuracy: accuracy(best, facts),
    low: interval ? words.percent(interval.low) : '–',
    high: interval ? words.percent(interval.high) : '–',
  }
  const n = comparison.verdict.testCount ?? 0
  return {
    title: words.tn('verdict.single.title', n, values),
    text: [words.t('verdict.single.text', values)],
  }
}

const tones: Record<Comparison['verdict']['kind'], Tone> = {
  better: 'good',
  tie: 'info',
  unfair: 'warning',
  single: 'info',
}

/** The verdict as a box. */
export function verdictBlock(facts: ReportFacts): Block {
  const { words, comparison } = facts
  const { verdict, entries, conditions } = comparison
  const entry = (at: number | null) => (at === null ? null : (entries[at] ?? null))
  const [best, second] = [entry(verdict.bestEntry), entry(verdict.secondEntry)]
  const box = (tone: Tone, title: string, text: readonly Text[]): Block => ({
    kind: 'callout',
    tone,
    label: words.t('verdict.label'),
    title,
    text,
  })
  if (!best) return box('info', words.t('verdict.waiting.title'), [words.t('verdict.waiting.text')])
  if (verdict.kind === 'unfair') {
    const differing = conditions.filter((one) => one.matters && !one.same)
    const list = words.list(differing.map(({ name }) => words.t(`conditions.${name}`)))
    return box('warning', words.t('verdict.unfair.title'), [
      words.t('verdict.unfair.text', { differing: list }),
    ])
  }
  const tests = [...testText(facts), ...cochranText(facts)]
  if (verdict.kind === 'single') {
    const { title, text } = alone(facts, best)
    return box(tones.single, title, text)
  }
  const { title, text } = (verdict.kind === 'better' ? decided : tied)(facts, { best, second })
  return box(tones[verdict.kind], title, [...text, ...tests])
}
