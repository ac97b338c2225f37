// A run's records as the lines of the two charts.
import { type RunTrace } from '../stores/trace'
import { type ChartSeries } from '../charts/series'

type Translate = (key: string) => string

/** Batches as a faint cloud, train as a solid line, validation dashed: readable without colour. */
export function runSeries(trace: RunTrace, value: 'loss' | 'accuracy', t: Translate): ChartSeries[] {
  return [
    { id: 'batch', label: t('charts.batch'), color: 'train', look: 'cloud', points: trace.batch[value] },
    { id: 'train', label: t('charts.train'), color: 'run-1', look: 'line', points: trace.train[value] },
    {
      id: 'validation',
      label: t('charts.validation'),
      color: 'run-2',
      look: 'dashed',
      points: trace.validation[value],
    },
  ]
}
