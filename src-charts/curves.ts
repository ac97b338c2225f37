// The curves of several runs over each other: accuracy or loss, on the pictures trained on, those validated on, or both.
import { type ComparedRun } from '../src-main/contract'
import { type Chart, type ChartContext, type ChartRun } from './chart'
import { pointList } from './decimate'
import { plain, short } from './label'
import { lineChart, type Line } from './lines'
import { letterOf, lookOf } from './looks'
import { type ChartTable } from './table'

export interface CurvesData {
  runs: readonly (ChartRun & { epochs: ComparedRun['epochsHistory'] })[]
  value: 'accuracy' | 'loss'
  /** With both, the line of the training is thin and pale. */
  sets: readonly ('train' | 'validation')[]
}

/** One row an epoch, one column a line. */
function tableOf({ runs, value, sets }: CurvesData, { words, numbers }: ChartContext): ChartTable {
  const format = value === 'accuracy' ? (y: number) => numbers.percent(y) : (y: number) => numbers.loss(y)
  const lines = runs.flatMap((run) =>
    sets.map((set) => ({
      title: `${nameOf(run)}${sets.length > 1 ? `, ${words[set].toLowerCase()}` : ''}`,
      at: new Map(run.epochs.map((epoch) => [epoch.epoch, epoch[set]?.[value] ?? null])),
    })),
  )
  const epochs = [...new Set(runs.flatMap((run) => run.epochs.map(({ epoch }) => epoch)))].sort(
    (a, b) => a - b,
  )
  return {
    columns: [
      { title: words.axis.epoch, format: (epoch) => numbers.number(epoch) },
      ...lines.map(({ title }) => ({ title, format })),
    ],
    rows: epochs.map((epoch) => [epoch, ...lines.map(({ at }) => at.get(epoch) ?? null)]),
  }
}

/** Letter and name. */
const nameOf = ({ place, name }: ChartRun): string => `${letterOf(place)} ${plain(name)}`

export function trainingCurves(data: CurvesData, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const { runs, value, sets } = data
  const both = sets.length > 1
  const lines = runs.flatMap((run) =>
    sets.flatMap((set): Line[] => {
      const { color, dash, symbol, letter } = lookOf(run.place, theme)
      const points = run.epochs.filter((epoch) => epoch[set] !== null)
      const pale = both && set === 'train'
      return [
        {
          id: `${run.id} ${set}`,
          name: `${letter} ${short(run.name, 40)}${both ? `, ${words[set].toLowerCase()}` : ''}`,
          color,
          dash,
          symbol,
          width: pale ? 1.1 : 2.25,
          opacity: pale ? 0.65 : 1,
          ...(runs.length > 1 && !pale && { letter }),
          points: pointList(
            points.map(({ epoch }) => epoch),
            points.map((epoch) => epoch[set]![value]),
          ),
        },
      ]
    }),
  )
  const last = runs.flatMap((run) => {
    const set = sets.includes('validation') ? 'validation' : 'train'
    const y = run.epochs.at(-1)?.[set]?.[value]
    if (y === undefined) return []
    return [`${nameOf(run)} ${value === 'accuracy' ? numbers.percent(y) : numbers.loss(y)}`]
  })
  const told = last.length > 8 ? [...last.slice(0, 8), words.more(numbers.number(last.length - 8))] : last
  return lineChart(
    {
      title: words.curves[value],
      summary: last.length
        ? words.curves.summary(numbers.number(lines.length), told.join(', '))
        : words.curves.empty,
      unit: value === 'accuracy' ? 'percent' : 'loss',
      lines,
      table: () => tableOf(data, context),
      epochs: Math.max(1, ...runs.map((run) => run.epochs.length)),
    },
    context,
  )
}
