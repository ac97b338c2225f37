// cotejo train
import type { Command } from 'commander'
import {
  augmentationPolicies,
  augmentationPolicy,
  classBalance,
  defaultPlan,
  modelChoice,
  modelName,
  type ModelName,
  type Plan,
} from '../../../contract'
import {
  knownBackend,
  knownBalance,
  knownModel,
  knownPolicy,
  positiveNumber,
  wholeNumber,
} from '../arguments'
import { resolveDataset } from '../datasets'
import { runPage } from '../output/run-text'
import { runWatcher } from '../output/run-watcher'
import type { CliSession } from '../session'
import { train } from '../training'

interface TrainOptions {
  data: string
  model: string
  size?: number
  epochs?: number
  batch?: number
  lr?: number
  seed: number
  folds?: number
  augment?: string
  balance?: string
  backend?: string
}

/**
 * The default plan with what the person asked for. Whoever names a number of epochs gets that number;
 * only the default count ends early.
 */
export function planFor(
  trainImages: number,
  options: Pick<TrainOptions, 'epochs' | 'batch' | 'lr' | 'augment' | 'balance'>,
): Plan {
  const plan = defaultPlan(trainImages)
  const [first] = plan.phases
  if (options.epochs !== undefined) {
    first!.epochs = options.epochs
    plan.earlyStopping = null
  }
  if (options.lr !== undefined) first!.learningRate = options.lr
  if (options.batch !== undefined) plan.batch = options.batch
  if (options.augment !== undefined) plan.augmentation = augmentationPolicies[knownPolicy(options.augment)]
  if (options.balance !== undefined) plan.classBalance = knownBalance(options.balance)
  return plan
}

export function addTrainCommand(program: Command, session: CliSession): void {
  const models = modelName.options.join(', ')
  program
    .command('train')
    .description('train a model, evaluate it and keep it as a run')
    .requiredOption('--data <id|folder>', 'a dataset of the library, or a folder to import first')
    .requiredOption('--model <name>', `what to train: ${models}`)
    .option('--size <px>', "side of the model's input (default: the dataset's)", wholeNumber(8, 1024))
    .option('--epochs <n>', 'epochs, all of them (default: 10 to 20, ending early)', wholeNumber(1, 10_000))
    .option('--batch <n>', 'images a step (default: by the number of images)', wholeNumber(1, 8192))
    .option('--lr <x>', 'learning rate of Adam (default: 0.001)', positiveNumber(100))
    .option('--seed <n>', 'seed of all that is random', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--folds <k>', 'cross-validate: k models, every image tested once', wholeNumber(2, 10))
    .option('--augment <policy>', `change the training images: ${augmentationPolicy.options.join(', ')}`)
    .option('--balance <how>', `make up for small classes: ${classBalance.options.join(', ')}`)
    .option('--backend <name>', 'what computes (default: the best that this machine has)')
    .action((options: TrainOptions, command: Command) =>
      session.run(command, {}, async (work) => {
        const name: ModelName = knownModel(options.model)
        const backend = options.backend === undefined ? undefined : knownBackend(options.backend)
        const { cwd } = session.host
        const dataset = await resolveDataset(work, options.data, { cwd, size: options.size })
        const { total, train: ofSplit } = dataset.images
        // A fold trains on what the others do not test.
        const trainImages = options.folds === undefined ? ofSplit : Math.round(total - total / options.folds)
        const request = {
          dataset: dataset.id,
          model: modelChoice.parse({ name }),
          plan: planFor(trainImages, options),
          seed: options.seed,
          ...(options.size === undefined ? {} : { size: options.size }),
          ...(options.folds === undefined ? {} : { folds: options.folds }),
          ...(backend === undefined ? {} : { backend }),
        }
        const { terminal, call } = work
        const { summary, epochs } = await train(work, request, runWatcher(terminal))
        if (terminal.json) return terminal.document(summary)
        const { evaluation } = await call('runs.get', { run: summary.run })
        terminal.print('', ...runPage(summary, epochs, evaluation, terminal.paint))
      }),
    )
}
