// One run while it trains, or its folds: single batches as a faint cloud, epochs as lines.
import { type Chart, type ChartContext } from './chart'
import { type PointList } from './decimate'
import { plain } from './label'
import { lineChart, type Mark } from './lines'
import { mix } from './theme'

export interface TrainingSeries {
  id: string
  label: string
  color: string
  /** `cloud` is the faint line of single batches, `ghost` one of many alike; `line` and `dashed` are what is read. */
  look: 'cloud' | 'ghost' | 'line' | 'dashed'
  points: PointList
}

export interface TrainingData {
  title: string
  unit: 'percent' | 'loss'
  series: readonly TrainingSeries[]
  /** What all ghosts are called in the legend. */
  ghosts: string
  marks?: readonly Mark[]
  /** Epochs that are planned: where the axis ends. */
  epochs?: number
}

/** x and y of a line's last point. */
const lastOf = ({ points }: TrainingSeries): number | null =>
  points.length === 0 ? null : points.y(points.length - 1)

export function training(data: TrainingData, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const { series, unit, title } = data
  const value = (y: number): string => (unit === 'percent' ? numbers.percent(y) : numbers.loss(y))
  const read = series.filter(({ look }) => look === 'line' || look === 'dashed')
  const last = read.flatMap((one) => {
    const y = lastOf(one)
    return y === null ? [] : [`${plain(one.label)} ${value(y)}`]
  })
  const ghosts = series.filter(({ look }) => look === 'ghost')
  return lineChart(
    {
      title,
      unit,
      summary: last.length
        ? words.curves.summary(numbers.number(read.length), last.join(', '))
        : words.curves.empty,
      ...(data.marks && { marks: data.marks }),
      ...(data.epochs && { epochs: data.epochs }),
      lines: series.map(({ id, label, color, look, points }) => {
        const faint = look === 'cloud' || look === 'ghost'
        return {
          id,
          name: look === 'ghost' ? data.ghosts : label,
          color: faint ? mix(theme.surface, color, 0.4) : color,
          dash: look === 'dashed' ? [6, 4] : [],
          width: faint ? 1.25 : 2.25,
          faint,
          // Of many lines alike, the first stands for all.
          unlisted: look === 'ghost' && id !== ghosts[0]?.id,
          points,
        }
      }),
      table: () => {
        const lines = series.filter(({ look }) => look !== 'cloud')
        const at = lines.map(
          ({ points }) =>
            new Map(Array.from({ length: points.length }, (_, i) => [points.x(i), points.y(i)])),
        )
        const epochs = [...new Set(at.flatMap((line) => [...line.keys()]))].sort((a, b) => a - b)
        return {
          columns: [
            { title: words.axis.epoch, format: (epoch) => numbers.number(epoch, 2) },
            ...lines.map(({ label }) => ({ title: plain(label), format: value })),
          ],
          rows: epochs.map((epoch) => [epoch, ...at.map((line) => line.get(epoch) ?? null)]),
        }
      },
      data: () => ({
        columns: [{ title: words.curves.line }, { title: words.axis.epoch }, { title }],
        rows: series.flatMap(({ label, points }) =>
          Array.from({ length: points.length }, (_, i) => [plain(label), points.x(i), points.y(i)]),
        ),
      }),
    },
    context,
  )
}
