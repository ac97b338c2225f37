// cotejo demo: the main job on the built-in sample, from pictures to an exported model.
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { defaultPlan, modelChoice, type ModelName, type RunSummary } from '../../../contract'
import { places } from '../../shared/places'
import { comparisonPage } from '../output/comparison-text'
import { percent, points, pValue } from '../output/format'
import { runWatcher } from '../output/run-watcher'
import type { CliSession, Work } from '../session'
import { describeCounts } from '../datasets'
import { train } from '../training'
import { exportRows } from './export'
import { predictionRows } from './predict'

const MODELS: readonly ModelName[] = ['cnn', 'mlp']
const TITLES: Record<ModelName, string> = { cnn: 'a CNN from scratch', mlp: 'an MLP, for the baseline' }
const RUN_NAME = 'Demo: '
const SEED = 1
const EPOCHS = 12
/** Small, so that it is done in a minute without a GPU. */
const SIZE = 32

/** The sample of an earlier demo is taken again; its runs and exports make room for the new ones. */
async function prepare({ call }: Work, exports: string): Promise<string> {
  for (const { run, name } of await call('runs.list', {})) {
    if (!name.startsWith(RUN_NAME)) continue
    await call('runs.remove', { run })
    await rm(join(exports, run), { recursive: true, force: true })
  }
  const sample = (await call('data.list', {})).find((one) => one.kind === 'sample')
  return (sample ?? (await call('data.import', { source: { kind: 'sample' } })).dataset).id
}

async function demo(work: Work, heading: (text: string) => void): Promise<object> {
  const { call, terminal } = work
  const { library } = await call('app.info', {})
  const exports = join(dirname(library), 'demo-exports')

  heading('1  Pictures')
  const id = await prepare(work, exports)
  const { dataset } = await call('data.get', { dataset: id })
  terminal.print(`The built-in sample: ${describeCounts(dataset)}.`)

  const runs: RunSummary[] = []
  for (const [at, name] of MODELS.entries()) {
    heading(`${at + 2}  Training ${TITLES[name]}`)
    const plan = defaultPlan(dataset.images.train)
    plan.phases[0]!.epochs = EPOCHS
    const request = {
      name: RUN_NAME + name,
      dataset: id,
      model: modelChoice.parse({ name }),
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
  const { images } = await call('data.images', { dataset: id, split: 'test', limit: 1 })
  const picture = images[0]!
  const { base64 } = await call('data.thumbnail', { dataset: id, index: picture.index, side: dataset.size })
  const answer = await call('predict', { run: best.run, pictures: [{ name: picture.file, base64 }] })
  terminal.print(
    '',
    ...predictionRows(answer, terminal.paint),
    `(It is a ${dataset.classes[picture.label]!.name}; the model has not seen it before.)`,
    '',
    `See it all in the app: npm run -s cotejo -- --library "${library}" serve`,
    `With your own pictures: npm run -s cotejo -- train --data FOLDER --model cnn`,
  )
  const { verdict } = comparison
  if (verdict.difference !== null) {
    const [first, second] = [verdict.best, verdict.second]
    heading('Result')
    terminal.print(
      `${first} against ${second}: ${points(verdict.difference)} test accuracy, ${pValue(verdict.p)}`,
    )
  }
  return { dataset: id, comparison, export: exported, predictions: answer }
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
