// A run's records as the lines of the two charts.
import { type RunTrace } from '../stores/trace'
import { type ChartSeries } from '../charts/series'

type Translate = (key: string) => string

/**
 * Batches as a faint cloud, train as a solid line in ink, validation dashed in the run's own colour: readable without
 * colour too.
 * @param place the run's place among those that it is shown with
 */
export function runSeries(
  trace: RunTrace,
  value: 'loss' | 'accuracy',
  t: Translate,
  place: number,
): ChartSeries[] {
  return [
    { id: 'batch', label: t('charts.batch'), color: 'train', look: 'cloud', points: trace.batch[value] },
    { id: 'train', label: t('charts.train'), color: 'ink', look: 'line', points: trace.train[value] },
    {
      id: 'validation',
      label: t('charts.validation'),
      color: `run-${(place % 6) + 1}`,
      look: 'dashed',
      points: trace.validation[value],
    },
  ]
}
