// cotejo train
import type { Command } from 'commander'
import { augmentationPolicy, classBalance, type RunRequest } from '../../../contract'
import { chosenBackend, positiveNumber, wholeNumber } from '../arguments'
import { resolveDataset } from '../datasets'
import { addModelFlags, chooseModel, usualSize, type ModelFlags } from '../model-flags'
import { runPage } from '../output/run-text'
import { runWatcher } from '../output/run-watcher'
import { addPlanFlags, planFor, type PlanFlags } from '../plan-flags'
import type { CliSession, Work } from '../session'
import { train } from '../training'
import { addLikeFlag, likenessOf } from './like'
import { addRecipeFlags, trainRecipe, type RecipeFlags } from './recipe'

interface TrainOptions extends RecipeFlags, ModelFlags, PlanFlags {
  model?: string
  like?: string
  name?: string
  size?: number
  epochs?: number
}

/** Trains one run and prints what came of it. */
async function trainAndTell(work: Work, request: RunRequest): Promise<void> {
  const { terminal, call } = work
  const { summary, epochs } = await train(work, request, runWatcher(terminal))
  if (terminal.json) return terminal.document(summary)
  const { evaluation } = await call('runs.get', { run: summary.run })
  const worth = await call('runs.figures', { run: summary.run })
  terminal.print('', ...runPage(summary, epochs, evaluation, worth, terminal.paint))
}

/** As another run, with another seed where one is named. */
function trainLike(
  session: CliSession,
  like: string,
  options: TrainOptions,
  command: Command,
): Promise<void> {
  return session.run(command, {}, async (work) => {
    const { cwd } = session.host
    const settings = await likenessOf(work, like, cwd)
    const dataset = await resolveDataset(work, options.data, { cwd, size: settings.size })
    const seeded = command.getOptionValueSource('seed') === 'cli' ? { seed: options.seed } : {}
    const backend = chosenBackend(options.backend)
    const name = options.name === undefined ? {} : { name: options.name }
    await trainAndTell(work, { ...settings, ...seeded, ...backend, ...name, dataset: dataset.id })
  })
}

export function addTrainCommand(program: Command, session: CliSession): void {
  const command = program
    .command('train')
    .description('train a model, evaluate it and keep it as a run')
    .requiredOption('--data <id|folder>', 'a dataset of the library, or a folder to import first')
    .option('--model <name>', 'what to train: cnn, mlp, or a base to build on (cotejo bases list)')
    .option(
      '--size <px>',
      "side of the model's input (default: the dataset's; on a base what suits it)",
      wholeNumber(8, 1024),
    )
    .option('--epochs <n>', 'epochs, all of them (default: 10 to 30, ending early)', wholeNumber(1, 10_000))
    .option('--batch <n>', 'images a step (default: by the number of images)', wholeNumber(1, 8192))
    .option('--lr <x>', 'learning rate of Adam (default: 0.001)', positiveNumber(100))
    .option('--seed <n>', 'seed of all that is random', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--folds <k>', 'cross-validate: k models, every image tested once', wholeNumber(2, 10))
    .option('--augment <policy>', `change the training images: ${augmentationPolicy.options.join(', ')}`)
    .option('--balance <how>', `make up for small classes: ${classBalance.options.join(', ')}`)
    .option('--backend <name>', 'what computes: tensorflow, webgpu, wasm; auto (the default) measures')
    .option('--name <name>', 'what the run is called')
    .action((options: TrainOptions, command: Command) => {
      const { model } = options
      if (options.recipe !== undefined) return trainRecipe(session, options, command)
      if (options.like !== undefined) return trainLike(session, options.like, options, command)
      if (model === undefined)
        command.error("error: one of '--model <name>', '--like <run>' and '--recipe <name>' is needed")
      return session.run(command, {}, async (work) => {
        const folds = options.folds === false ? undefined : options.folds
        const backend = chosenBackend(options.backend)
        const { cwd } = session.host
        const chosen = await chooseModel(work, model, options)
        const { base } = chosen
        const dataset = await resolveDataset(work, options.data, { cwd, size: options.size })
        const { total, train: ofSplit } = dataset.images
        // A fold trains on what the others do not test.
        const trainImages = folds === undefined ? ofSplit : Math.round(total - total / folds)
        const size = options.size ?? (await usualSize(work, dataset, base))
        const request = {
          dataset: dataset.id,
          model: chosen.model,
          plan: planFor(trainImages, options, chosen.standsOn),
          seed: options.seed,
          ...(options.name === undefined ? {} : { name: options.name }),
          ...(size === null ? {} : { size }),
          ...(folds === undefined ? {} : { folds }),
          ...backend,
        }
        await trainAndTell(work, request)
      })
    })
  addModelFlags(command)
  addPlanFlags(command)
  addLikeFlag(command)
  addRecipeFlags(command)
}
