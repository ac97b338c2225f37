// A run's records as the lines of the two charts.
import { pointList, type Mark } from '../../src-charts'
import { type ChartSeries } from '../charts/series'
import { type ModelTrace, type RunTrace } from '../stores/trace'

type Translate = (key: string, values?: Record<string, unknown>) => string
type Value = 'loss' | 'accuracy'

/** All folds over each other, or the model of one: `1`, `2`, … or `all` for the one that is kept. */
export type ChosenModel = 'folds' | string

/** The models of the folds, without the one that is kept. */
const foldsOf = (trace: RunTrace): ModelTrace[] => trace.models.filter(({ fold }) => typeof fold === 'number')

export const hasFolds = (trace: RunTrace): boolean => trace.current.fold !== undefined

/** The model that is shown: the chosen one, or the latest where the choice is not there (yet). */
export const modelOf = (trace: RunTrace, chosen: ChosenModel): ModelTrace =>
  trace.models.find(({ fold }) => String(fold) === chosen) ?? trace.current

/**
 * Batches as a faint cloud, train as a solid line in ink, validation dashed in the run's own colour: readable without
 * colour too.
 * @param place the run's place among those that it is shown with
 */
export function modelSeries(model: ModelTrace, value: Value, t: Translate, place: number): ChartSeries[] {
  return [
    { id: 'batch', label: t('charts.batch'), color: 'train', look: 'cloud', points: model.batch[value] },
    { id: 'train', label: t('charts.train'), color: 'ink', look: 'line', points: model.train[value] },
    {
      id: 'validation',
      label: t('charts.validation'),
      color: colorOf(place),
      look: 'dashed',
      points: model.validation[value],
    },
  ]
}

const colorOf = (place: number): string => `run-${(place % 6) + 1}`

/** Where a phase begins, but for the first. */
export const phaseMarks = ({ phases }: ModelTrace, t: Translate): Mark[] =>
  phases
    .filter(({ after }) => after > 0)
    .map(({ phase, after }) => ({ x: after, label: t('train.phase', { n: phase }) }))

/** The mean over the models that got that far, as long as those are at least half of them. */
export function meanLine(models: readonly ModelTrace[], set: 'train' | 'validation', value: Value) {
  const lines = models.map((model) => model[set][value])
  const xs: number[] = []
  const ys: number[] = []
  for (let at = 0; ; at++) {
    const there = lines.filter((line) => line.length > at)
    if (there.length === 0 || there.length * 2 < lines.length) break
    xs.push(there[0]!.x(at))
    ys.push(there.reduce((sum, line) => sum + line.y(at), 0) / there.length)
  }
  return pointList(xs, ys)
}

/** Each fold as a faint line, and their mean: how much they differ is what there is to see. */
export function foldSeries(trace: RunTrace, value: Value, t: Translate, place: number): ChartSeries[] {
  const folds = foldsOf(trace)
  const sets = [
    { set: 'train', color: 'ink', look: 'line' },
    { set: 'validation', color: colorOf(place), look: 'dashed' },
  ] as const
  return sets.flatMap(({ set, color, look }) => [
    ...folds.map((model): ChartSeries => ({
      id: `${set}-${model.fold}`,
      label: `${t(`charts.${set}`)}, ${t('run.foldOne', { fold: model.fold })}`,
      color,
      look: 'ghost',
      points: model[set][value],
    })),
    {
      id: set,
      label: t('run.meanOf', { set: t(`charts.${set}`) }),
      color,
      look,
      points: meanLine(folds, set, value),
    },
  ])
}

export const runSeries = (
  trace: RunTrace,
  value: Value,
  t: Translate,
  place: number,
  chosen: ChosenModel,
): ChartSeries[] =>
  hasFolds(trace) && chosen === 'folds'
    ? foldSeries(trace, value, t, place)
    : modelSeries(modelOf(trace, chosen), value, t, place)
