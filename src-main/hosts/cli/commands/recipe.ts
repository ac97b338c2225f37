// cotejo train --recipe NAME: a set of runs under the same conditions, followed to its end and compared.
import { Option, type Command } from 'commander'
import {
  recipeName,
  seedSpread,
  UserError,
  type Comparison,
  type Dataset,
  type RunSummary,
} from '../../../contract'
import { chosenBackend, knownRecipe, seedList } from '../arguments'
import { resolveDataset } from '../datasets'
import { comparisonPage } from '../output/comparison-text'
import { duration, percent } from '../output/format'
import { spreadPage } from '../output/recipe-text'
import { runWatcher } from '../output/run-watcher'
import { plain } from '../output/text'
import type { CliSession, Work } from '../session'
import { followAll, unfinished, type FinishedRun } from '../training'

/** The flags that a recipe understands. */
export interface RecipeFlags {
  data: string
  recipe?: string
  epochs?: number
  seed: number
  seeds?: number[]
  /** False for --no-folds. */
  folds?: number | false
  backend?: string
}

/** What a recipe leaves to the person; everything else about its runs is its own. */
const TAKES = ['data', 'epochs', 'seed', 'folds', 'backend']

/** Call it when the command has its other flags: a recipe does not go with those that it does not take. */
export function addRecipeFlags(train: Command): void {
  const others = train.options.map((one) => one.attributeName()).filter((name) => !TAKES.includes(name))
  train
    .addOption(
      new Option(
        '--recipe <name>',
        `train a set of runs instead: ${recipeName.options.join(', ')}`,
      ).conflicts(others),
    )
    .addOption(
      new Option('--seeds <list>', 'repeat the recipe with each of these seeds: 1,2,3')
        .argParser(seedList)
        .conflicts(['seed', 'model']),
    )
    .option('--no-folds', 'test the recipe on the test images of the split, however few')
}

const foldsOf = ({ folds }: RecipeFlags): { folds?: number | null } =>
  folds === undefined ? {} : { folds: folds === false ? null : folds }

/** One line for each run that has ended, so that a long recipe shows what it has so far. */
const resultLine = ({ name, testAccuracy, testCount, seconds }: RunSummary): string =>
  `${plain(name)}: ${percent(testAccuracy)} of ${testCount} test images, ${duration(seconds)}`

async function followRecipe(work: Work, flags: RecipeFlags, dataset: Dataset) {
  const { call, terminal } = work
  const recipe = knownRecipe(flags.recipe!)
  const backend = chosenBackend(flags.backend)
  const { epochs, seeds, seed } = flags
  const options = { seed, ...foldsOf(flags), ...backend, ...(epochs === undefined ? {} : { epochs }) }
  const request = { dataset: dataset.id, recipe, options, ...(seeds === undefined ? {} : { seeds }) }
  let set = ''
  const finished = await followAll(
    work,
    async () => {
      const started = await call('recipes.start', request)
      set = started.set
      return started.runs
    },
    (run, at, of) => {
      const watcher = runWatcher(terminal)
      let told = false
      return {
        ...watcher,
        record(record) {
          if (!told) terminal.note('', terminal.notePaint('bold', `${at + 1}/${of}  ${plain(run.name)}`))
          told = true
          watcher.record(record)
        },
      }
    },
    (summary) => summary.status === 'done' && terminal.note(resultLine(summary)),
  )
  return { recipe, set, finished }
}

/** What did not end well on the way is told at the end; what was trained is compared all the same. */
function failure(finished: readonly FinishedRun[]): UserError | null {
  const others = finished.map(({ summary }) => summary).filter(({ status }) => status !== 'done')
  const [first] = others
  if (!first) return null
  if (others.length === 1) return unfinished(first)
  const done = finished.length - others.length
  const options = { detail: { run: first.run, done }, hint: 'cotejo runs list shows them all.' }
  if (others.some(({ status }) => status === 'cancelled')) {
    const kept = 'What was recorded is kept.'
    return new UserError(
      'cancelled',
      `Cancelled; ${done} of ${finished.length} runs are done. ${kept}`,
      options,
    )
  }
  const why = `${plain(first.name)}: ${first.reason ?? first.status}`
  return new UserError(
    'run-not-finished',
    `${others.length} runs did not end well; the first: ${why}`,
    options,
  )
}

export function trainRecipe(session: CliSession, flags: RecipeFlags, command: Command): Promise<void> {
  return session.run(command, {}, async (work) => {
    const { call, terminal } = work
    const dataset = await resolveDataset(work, flags.data, { cwd: session.host.cwd })
    const { recipe, set, finished } = await followRecipe(work, flags, dataset)
    const problem = failure(finished)
    const done = finished.flatMap(({ summary }) => (summary.status === 'done' ? [summary] : []))
    if (problem?.code === 'cancelled' || done.length === 0) throw problem
    const spread = seedSpread(done)
    const several = (flags.seeds?.length ?? 1) > 1
    const first = done.filter(({ seed }) => seed === done[0]!.seed)
    const comparison: Comparison = await call('compare', { runs: first.map(({ run }) => run) })
    if (terminal.json) terminal.document({ recipe, set, runs: done, spread, comparison })
    terminal.print('', ...comparisonPage(comparison, terminal.paint))
    if (several) terminal.print('', ...spreadPage(spread, terminal.paint))
    if (problem) throw problem
  })
}
