// How a run looks in a terminal: the line that moves, the line of an epoch, the page at the end.
import type { Evaluation, RunFigures, RunRecordOf, RunSummary, TrainablePart } from '../../../contract'
import { costFacts, diagnosisLines } from './diagnosis-lines'
import { classLines, figureLines } from './figures-text'
import { duration, integer, loss, percent, plural, points, rate } from './format'
import { bar, sparkline } from './sparkline'
import { table } from './table'
import { noPaint, plain, type Paint } from './text'

type Start = RunRecordOf<'start'>
type Batch = RunRecordOf<'batch'>
export type Epoch = RunRecordOf<'epoch'>

const BAR = 24
const CURVE = 40

/** "Fold 2 of 5", or "The model that is kept". */
export const foldName = ({ fold, folds }: Pick<Start, 'fold' | 'folds'>): string =>
  fold === 'all' ? 'The model that is kept' : `Fold ${fold} of ${folds}`

/** "Epoch 3/10 ██████░░░ 45 %  loss 0.8123 · 71.2 % right · 812 images/s · 34 s left" */
export function batchLine(start: Start, batch: Batch, secondsLeft: number | null, withBar = true): string {
  const total = start.stepsPerEpoch * start.epochs
  const fraction = total > 0 ? batch.step / total : 0
  const parts = [
    `loss ${loss(batch.loss)}`,
    `${percent(batch.accuracy)} right`,
    `${rate(batch.imagesPerSecond)} images/s`,
  ]
  if (secondsLeft !== null) parts.push(`${duration(secondsLeft)} left`)
  const done = String(Math.floor(fraction * 100)).padStart(3)
  const gauge = withBar ? `${bar(fraction, BAR)} ` : ''
  const fold = start.fold === undefined ? '' : `${start.fold === 'all' ? 'Kept model' : foldName(start)}, `
  return `${fold ? `${fold}epoch` : 'Epoch'} ${batch.epoch}/${start.epochs} ${gauge}${done} %  ${parts.join(' · ')}`
}

/** What trains, in words: "the last 10 layers of the base and the head". */
export function partText(part: TrainablePart): string {
  if (part === 'all') return 'everything'
  if (part === 'head') return 'the head alone'
  if ('from' in part) return `the base from ${part.from} on and the head`
  return part.last === 1 ? 'the last layer of the base and the head' : `the last ${part.last} layers of the base and the head` // prettier-ignore
}

/** "Phase 2 of 2: the last 10 layers of the base and the head, 745,290 parameters, learning rate 0.00001" */
export const phaseLine = ({
  phase,
  phases,
  trainable,
  trainableParameters,
  learningRate,
}: RunRecordOf<'phase'>): string =>
  `Phase ${phase} of ${phases}: ${partText(trainable)}, ${plural(trainableParameters, 'parameter')}, learning rate ${learningRate}`

export const epochHeading = ' epoch   train loss  accuracy   validation loss  accuracy      time'

/** One row below epochHeading; the mark is on the best epoch so far. */
export function epochLine(epoch: Epoch, epochs: number): string {
  const columns = [
    `${epoch.epoch}/${epochs}`.padStart(6),
    loss(epoch.train.loss).padStart(13),
    percent(epoch.train.accuracy).padStart(10),
    loss(epoch.validation?.loss).padStart(18),
    percent(epoch.validation?.accuracy).padStart(10),
    duration(epoch.seconds).padStart(10),
  ]
  return columns.join('') + (epoch.best ? '  *' : '')
}

/** The validation accuracy of each fold on one scale. */
function foldCurves(epochs: readonly Epoch[], paint: Paint): string[] {
  const folds = [...new Set(epochs.map(({ fold }) => fold))].filter((fold) => typeof fold === 'number')
  const series = folds.map((fold) =>
    epochs.filter((one) => one.fold === fold).map((one) => (one.validation ?? one.train).accuracy),
  )
  const range: [number, number] = [Math.min(...series.flat()), Math.max(...series.flat())]
  const rows = series.map((values, i) => [
    `fold ${folds[i]}`,
    { text: sparkline(values, range, CURVE), style: 'cyan' as const },
    `${percent(values[0])} → ${percent(values.at(-1))}`,
    plural(values.length, 'epoch'),
  ])
  const columns = [{ title: 'validation accuracy' }, { title: '' }, { title: '' }, { title: '' }]
  return ['', ...table(columns, rows, { paint, indent: 2 })]
}

function curves(epochs: readonly Epoch[], paint: Paint): string[] {
  if (epochs.some(({ fold }) => fold !== undefined)) return foldCurves(epochs, paint)
  if (epochs.length < 2) return []
  const rows = (['loss', 'accuracy'] as const).flatMap((metric) => {
    const train = epochs.map((one) => one.train[metric])
    const validation = epochs.map((one) => one.validation?.[metric] ?? NaN)
    const all = [...train, ...validation].filter(Number.isFinite)
    const range: [number, number] = [Math.min(...all), Math.max(...all)]
    const text = metric === 'loss' ? loss : percent
    const row = (name: string, set: string, values: number[], style: 'cyan' | 'yellow') => [
      name,
      set,
      { text: sparkline(values, range, CURVE), style },
      `${text(values[0])} → ${text(values.at(-1))}`,
    ]
    return [
      row(metric, 'train', train, 'cyan'),
      ...(validation.some(Number.isFinite) ? [row('', 'validation', validation, 'yellow')] : []),
    ]
  })
  return [
    '',
    ...table([{ title: '' }, { title: '' }, { title: '' }, { title: '' }], rows, { paint, indent: 2 }),
  ]
}

/** "95 % sure to be between 55.5 % and 85.8 %, from 30 images" */
function uncertainty({ testInterval, testCount, folds }: RunSummary): string {
  if (testInterval === null || testCount === null) return ''
  const how = folds === null ? '' : `, each tested by one of ${folds} models that did not see it`
  return `95 % interval ${percent(testInterval.low)} to ${percent(testInterval.high)}, ${plural(testCount, 'image')}${how}`
}

/** Where classes are uneven, accuracy mostly tells of the large ones. */
function balanced({ uneven, balancedAccuracy, macroF1 }: RunSummary): [string, string, string][] {
  if (!uneven) return []
  return [
    ['balanced accuracy', percent(balancedAccuracy), 'mean over the classes, which are uneven'],
    ['macro-F1', percent(macroF1), ''],
  ]
}

/** The page that `train` ends with and `runs show` shows. */
export function runPage(
  run: RunSummary,
  epochs: readonly Epoch[],
  evaluation: Evaluation | null,
  { figures, cost, diagnosis }: RunFigures = { figures: null, cost: null, diagnosis: [] },
  paint: Paint = noPaint,
): string[] {
  const all = run.parameters !== null && run.parameters === run.trainableParameters
  const facts: [string, string, string][] = [
    ['test accuracy', percent(run.testAccuracy), uncertainty(run)],
    ...(figures === null ? balanced(run) : []),
    ['test loss', loss(run.testLoss), ''],
    ['validation accuracy', percent(run.validationAccuracy), ''],
    ['train accuracy', percent(run.trainAccuracy), run.gap === null ? '' : `gap to test ${points(run.gap)}`],
    ['parameters', integer(run.parameters), all ? '' : `${integer(run.trainableParameters)} trained`],
    ...trainingFacts(run),
    ...costFacts(cost),
    ['backend', run.backend ?? '–', `seed ${run.seed}, ${run.size} × ${run.size} pixels`],
  ]
  const rows = facts.map(([name, value, note], at) => [
    name,
    { text: value, style: 'bold' as const },
    at === 0 ? note : { text: note, style: 'dim' as const },
  ])
  const title = `${paint('bold', run.run)}  ${run.model} on ${plain(run.datasetName)}`
  const status =
    run.status === 'done' ? [] : [paint('yellow', `  ${run.status}${run.reason ? `: ${run.reason}` : ''}`)]
  return [
    title,
    ...status,
    '',
    ...table([{ title: '' }, { title: '', align: 'right' }, { title: '' }], rows, { paint, indent: 2 }),
    ...curves(epochs, paint),
    ...folds(evaluation, paint),
    ...diagnosisLines(diagnosis, paint),
    ...(figures === null
      ? classes(evaluation, paint)
      : [...figureLines(figures, paint), ...classLines(figures, paint)]),
  ]
}

/** Of a model that was brought in, nothing is known of its training. */
function trainingFacts(run: RunSummary): [name: string, value: string, note: string][] {
  if (run.model === 'imported')
    return [['trained', 'elsewhere', 'whether it has seen these pictures is not known']]
  return [
    ['training time', duration(run.seconds), `${plural(run.epochs, 'epoch')}${stopping(run)}`],
    ['speed', rate(run.imagesPerSecond), 'images/s in training'],
  ]
}

function stopping(run: RunSummary): string {
  if (run.folds !== null) {
    const kept = run.bestEpoch === null ? '' : `, of which ${run.bestEpoch} for the kept model, on all images`
    return ` in ${run.folds} folds and the kept model${kept}`
  }
  const best = run.bestEpoch === null ? '' : `, the weights of epoch ${run.bestEpoch} are kept`
  return `${run.stoppedEarly ? `, ended early (of ${run.epochsPlanned})` : ''}${best}`
}

/** How far the folds' models agree. */
function folds(evaluation: Evaluation | null, paint: Paint): string[] {
  const all = evaluation?.folds
  if (!all) return []
  const right = { align: 'right' as const }
  const columns = ['fold', 'test accuracy', 'test images', 'train accuracy', 'epochs', 'best epoch']
  const rows = all.map(({ fold, test, train, epochs, bestEpoch }) => [
    String(fold),
    percent(test.accuracy),
    integer(test.count),
    percent(train.accuracy),
    integer(epochs),
    integer(bestEpoch),
  ])
  return [
    '',
    ...table(
      columns.map((title, at) => ({ title, ...(at > 0 && right) })),
      rows,
      { paint, indent: 2 },
    ),
  ]
}

/** Per-class results, the worst first: that is where to look. */
function classes(evaluation: Evaluation | null, paint: Paint): string[] {
  if (evaluation === null) return []
  const worst = [...evaluation.classes].sort((a, b) => (a.accuracy ?? 1) - (b.accuracy ?? 1))
  const shown = worst.slice(0, 12)
  const rows = shown.map((one) => [
    plain(one.name),
    percent(one.accuracy),
    percent(one.precision),
    integer(one.count),
  ])
  const more = worst.length - shown.length
  const columns = [
    { title: 'class' },
    { title: 'recognised', align: 'right' as const },
    { title: 'precision', align: 'right' as const },
    { title: 'test images', align: 'right' as const },
  ]
  return [
    '',
    ...table(columns, rows, { paint, indent: 2 }),
    ...(more > 0 ? [paint('dim', `  and ${plural(more, 'class', 'classes')} that went better`)] : []),
  ]
}
