// cotejo demo: the main job on the built-in sample, from pictures to an exported model.
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import {
  defaultPlan,
  modelChoice,
  plan as planShape,
  type BaseInfo,
  type Comparison,
  type Dataset,
  type ModelChoice,
  type Picture,
  type Plan,
  type Predictions,
  type RunSummary,
} from '../../../contract'
import { places } from '../../shared/places'
import { comparisonPage } from '../output/comparison-text'
import { percent, points, pValue } from '../output/format'
import { runWatcher } from '../output/run-watcher'
import type { CliSession, Work } from '../session'
import { describeCounts } from '../datasets'
import { train } from '../training'
import { exportRows } from './export'
import { predictionRows } from './predict'

const RUN_NAME = 'Demo: '
const SAMPLE_NAME = 'Demo sample'
const SEED = 1
const EPOCHS = 12
/** Of a base: its new head, then its last block with it. */
const HEAD_EPOCHS = 16
const FINE_EPOCHS = 4
const LAST_LAYERS = 7
/** Small, so that it is done in a minute without a GPU. */
const SIZE = 32
/** More than the sample usually has: its test pictures are to be enough for a verdict. */
const PER_CLASS = 120

interface Contender {
  /** In the run's name. */
  readonly name: string
  readonly title: string
  readonly model: ModelChoice
  readonly plan: Plan
}

/** The base that ships with Cotejo: its head first, then its last block at a rate that does not spoil it. */
function onBase({ id, title }: BaseInfo, trainImages: number): Contender {
  const phases = [
    { epochs: HEAD_EPOCHS, trainable: 'head' as const, learningRate: 1e-2 },
    { epochs: FINE_EPOCHS, trainable: { last: LAST_LAYERS }, learningRate: 1e-3 },
  ]
  return {
    name: 'transfer',
    title: `${title}, a small pretrained network`,
    model: modelChoice.parse({ name: 'transfer', options: { base: id } }),
    plan: planShape.parse({ ...defaultPlan(trainImages), phases }),
  }
}

function fromScratch(name: 'cnn' | 'mlp', title: string, trainImages: number): Contender {
  const plan = defaultPlan(trainImages)
  plan.phases[0]!.epochs = EPOCHS
  return { name, title, model: modelChoice.parse({ name }), plan }
}

/** A CNN from scratch, and a base where one ships with this Cotejo: then what pretraining is worth can be seen. */
async function contenders({ call }: Work, trainImages: number): Promise<Contender[]> {
  const base = (await call('bases.list', {})).find(({ state }) => state === 'built-in')
  return [
    fromScratch('cnn', 'a CNN from scratch', trainImages),
    base ? onBase(base, trainImages) : fromScratch('mlp', 'an MLP, for the baseline', trainImages),
  ]
}

const isDemoSample = (one: Dataset): boolean =>
  one.kind === 'sample' && one.name === SAMPLE_NAME && one.images.total === one.classes.length * PER_CLASS

/** The sample of an earlier demo is taken again; its runs and exports make room for the new ones. */
async function prepare({ call }: Work, exports: string): Promise<Dataset> {
  for (const { run, name } of await call('runs.list', {})) {
    if (!name.startsWith(RUN_NAME)) continue
    // For good: their names are to be free again.
    const { item } = await call('runs.remove', { run })
    await call('trash.empty', { item })
    await rm(join(exports, run), { recursive: true, force: true })
  }
  const ready = (await call('data.list', {})).find(isDemoSample)
  if (ready) return ready
  const source = { kind: 'sample' as const, perClass: PER_CLASS }
  return (await call('data.import', { source, options: { name: SAMPLE_NAME } })).dataset
}

async function demo(work: Work, heading: (text: string) => void): Promise<object> {
  const { call, terminal } = work
  const { paint } = terminal
  const { library } = await call('app.info', {})
  const exports = join(dirname(library), 'demo-exports')

  heading('1  Pictures')
  const dataset = await prepare(work, exports)
  terminal.print(`The built-in sample: ${describeCounts(dataset)}.`)

  const runs: RunSummary[] = []
  const models = await contenders(work, dataset.images.train)
  for (const [at, { name, title, model, plan }] of models.entries()) {
    heading(`${at + 2}  Training ${title}`)
    const request = {
      name: RUN_NAME + name,
      dataset: dataset.id,
      model,
      plan,
      size: SIZE,
      seed: SEED,
    }
    const { summary } = await train(work, request, runWatcher(terminal))
    runs.push(summary)
    terminal.print(
      `Test accuracy of ${name}: ${percent(summary.testAccuracy)} on ${summary.testCount} pictures.`,
    )
  }

  heading('4  Comparison')
  const comparison = await call('compare', { runs: runs.map((one) => one.run) })
  terminal.print(...comparisonPage(comparison, terminal.paint))

  heading('5  Export and use')
  const best = runs.find((one) => one.run === comparison.verdict.best) ?? runs[0]!
  const exported = await call('export', { run: best.run, format: 'tfjs', out: join(exports, best.run) })
  terminal.print(`${best.run} is exported to ${exported.folder}`, ...exportRows(exported, terminal.paint))
  const answer = await predictOnePerClass(work, library, dataset, best.run)
  terminal.print(
    '',
    ...predictionRows(answer, terminal.paint),
    paint('dim', 'These pictures are from the test split: the model was not trained on them.'),
  )

  heading('Result')
  terminal.print(
    resultLine(comparison, runs),
    '',
    paint('dim', `See it in the app:       npm start -- --library "${library}"`),
    paint('dim', 'With your own pictures:  npm run -s cotejo -- train --data FOLDER --model MODEL'),
  )
  return { dataset: dataset.id, comparison, export: exported, predictions: answer }
}

/** Lets the model name one test picture of each class. */
async function predictOnePerClass(
  { call }: Work,
  library: string,
  dataset: Dataset,
  run: string,
): Promise<Predictions> {
  // Pictures that Cotejo drew are in the dataset's own folder.
  const originals = join(library, 'datasets', dataset.id, dataset.source.path)
  const pictures: Picture[] = []
  for (const label of dataset.classes.keys()) {
    const { images } = await call('data.images', { dataset: dataset.id, label, split: 'test', limit: 1 })
    for (const { file } of images) {
      pictures.push({ name: file, base64: await readFile(join(originals, file), 'base64') })
    }
  }
  return await call('predict', { run, pictures })
}

/** Which model did better and by how much, and whether that is more than chance. */
function resultLine({ verdict }: Comparison, runs: readonly RunSummary[]): string {
  const [best, second] = [verdict.best, verdict.second].map((id) => runs.find((one) => one.run === id))
  if (!best || !second || verdict.difference === null) return verdict.text
  const numbers =
    `${percent(best.testAccuracy)} against ${percent(second.testAccuracy)} of ${best.testCount} test pictures, ` +
    `${points(verdict.difference)} (${pValue(verdict.p)})`
  return verdict.kind === 'better'
    ? `${best.model} did better than ${second.model}: ${numbers}.`
    : `${best.model} is ahead of ${second.model}: ${numbers}. So few pictures do not decide it.`
}

export function addDemoCommand(program: Command, session: CliSession): void {
  program
    .command('demo')
    .description('do the main job once on the built-in sample')
    .action((_options: unknown, command: Command) =>
      session.run(command, { library: places().demo }, async (work) => {
        const { terminal } = work
        const heading = (text: string): void => terminal.print('', terminal.paint('bold', text), '')
        const result = await demo(work, heading)
        if (terminal.json) terminal.document(result)
      }),
    )
}
