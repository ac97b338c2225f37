// The figures of a run's test in a terminal, each with its interval.
import type { ClassFigures, Figure, Figures } from '../../../contract'
import { decimal, integer, loss, percent, percentRange, plural } from './format'
import { table, type Cell } from './table'
import { plain, type Paint } from './text'

const right = { align: 'right' as const }
const CLASSES = 12

type Line = [name: string, figure: Figure | undefined, text: (value: number | null) => string]

const lines = (figures: Figures): Line[] => [
  ['accuracy', figures.accuracy, percent],
  ['top-2 accuracy', figures.top2, percent],
  ['top-3 accuracy', figures.top3, percent],
  ['top-5 accuracy', figures.top5, percent],
  ['balanced accuracy', figures.balancedAccuracy, percent],
  ['precision, macro', figures.precisionMacro, percent],
  ['recall, macro', figures.recallMacro, percent],
  ['F1, macro', figures.f1Macro, percent],
  ['F1, weighted', figures.f1Weighted, percent],
  ['Cohen’s kappa', figures.kappa, decimal],
  ['ROC AUC, macro', figures.rocAucMacro, decimal],
  ['average precision, macro', figures.averagePrecisionMacro, decimal],
  ['loss', figures.loss, loss],
  ['calibration error', figures.ece, percent],
]

const range = (figure: Figure, text: Line[2]): string =>
  figure.interval === null
    ? ''
    : text === percent
      ? percentRange(figure.interval)
      : `${text(figure.interval.low)} to ${text(figure.interval.high)}`

/** The table of `runs show`. */
export function figureLines(figures: Figures, paint: Paint): string[] {
  const rows = lines(figures).flatMap(([name, figure, text]): Cell[][] =>
    figure && figure.value !== null
      ? [[name, { text: text(figure.value), style: 'bold' }, range(figure, text)]]
      : [],
  )
  const columns = [
    { title: `on ${plural(figures.count, 'test image')}` },
    { title: '', ...right },
    { title: '95 % interval', ...right },
  ]
  return ['', ...table(columns, rows, { paint, indent: 2 }), ...calibration(figures, paint)]
}

/** What a temperature would make of a model that is too sure of itself, or not sure enough. */
function calibration(
  { calibration: { overconfidence, temperature }, ece, loss }: Figures,
  paint: Paint,
): string[] {
  if (temperature === null || ece.value === null || loss.value === null) return []
  // Of few images, a better temperature is mostly luck.
  if (temperature.ece > 0.67 * ece.value || temperature.loss > 0.98 * loss.value) return []
  const how = overconfidence > 0 ? 'surer than it is right' : 'less sure than it is right'
  const text = `The model is ${how}; at temperature ${temperature.value.toFixed(2)} its calibration error is ${percent(temperature.ece)}.`
  return [paint('dim', `  ${text}`)]
}

/** The worst first: that is where to look. */
export function classLines({ classes }: Figures, paint: Paint): string[] {
  const worst = [...classes].sort((a, b) => (a.recall.value ?? 1) - (b.recall.value ?? 1))
  const rows = worst
    .slice(0, CLASSES)
    .map((one: ClassFigures): Cell[] => [
      plain(one.name),
      percent(one.recall.value),
      percentRange(one.recall.interval),
      percent(one.precision.value),
      percentRange(one.precision.interval),
      percent(one.f1.value),
      decimal(one.rocAuc.value),
      integer(one.count),
    ])
  const columns = [
    { title: 'class' },
    { title: 'recognised', ...right },
    { title: '95 % interval', ...right },
    { title: 'precision', ...right },
    { title: '95 % interval', ...right },
    { title: 'F1', ...right },
    { title: 'ROC AUC', ...right },
    { title: 'test images', ...right },
  ]
  const more = worst.length - rows.length
  return [
    '',
    ...table(columns, rows, { paint, indent: 2 }),
    ...(more > 0 ? [paint('dim', `  and ${plural(more, 'class', 'classes')} that went better`)] : []),
  ]
}
