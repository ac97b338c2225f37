// How a model trains: flags, and the plan that they come to.
import { Option, type Command, InvalidArgumentError } from 'commander'
import {
  augmentationPolicies,
  baseMode,
  defaultEpochs,
  defaultHeadEpochs,
  defaultLearningRate,
  defaultPlan,
  defaultRate,
  defaultTransferPlan,
  phase,
  schedule,
  trainablePart,
  UserError,
  type Phase,
  type Plan,
  type TrainablePart,
} from '../../contract'
import { knownBalance, knownPolicy, positiveNumber, wholeNumber } from './arguments'

export interface PlanFlags {
  epochs?: number
  batch?: number
  lr?: number
  augment?: string
  balance?: string
  trainable?: TrainablePart
  phase?: PhaseFlags[]
  views?: number
  /** False for `--no-feature-cache`. */
  featureCache?: boolean
}

/** What a person says of one phase. */
export interface PhaseFlags {
  epochs?: number
  trainable?: TrainablePart
  lr?: number
  optimizer?: string
  schedule?: string
  warmup?: number
  mode?: string
}

/** "head", "all", "last:10" or "from:block_13_expand". */
export function partNamed(text: string): TrainablePart {
  const [word, value] = split(text, ':')
  const part = trainablePart.safeParse(
    value === null
      ? word
      : word === 'last'
        ? { last: Number(value) }
        : word === 'from'
          ? { from: value }
          : null,
  )
  if (part.success) return part.data
  throw new InvalidArgumentError('It must be head, all, last:N (layers) or from:LAYER.')
}

/** At the first mark. */
function split(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}

const schedules = schedule.options.map((one) => one.shape.name.value)
const optimizers = phase.shape.optimizer.unwrap().options.map((one) => one.shape.name.value)

const oneOf = (names: readonly string[]) => (text: string) => {
  if (names.includes(text)) return text
  throw new InvalidArgumentError(`It must be one of ${names.join(', ')}.`)
}

function zeroOrMore(text: string): number {
  return Number(text) === 0 ? 0 : positiveNumber(10_000)(text)
}

const readers: { [name in keyof Required<PhaseFlags>]: (text: string) => PhaseFlags[name] } = {
  epochs: wholeNumber(1, 10_000),
  trainable: partNamed,
  lr: positiveNumber(100),
  optimizer: oneOf(optimizers),
  schedule: oneOf(schedules),
  warmup: zeroOrMore,
  mode: oneOf(baseMode.options),
}

/** "epochs=5,trainable=head,lr=1e-3", also with optimizer, schedule, warmup (epochs) and mode (of the base). */
export function phaseNamed(text: string): PhaseFlags {
  const given: PhaseFlags = {}
  for (const pair of text.split(',')) {
    const [name, value] = split(pair.trim(), '=')
    const read = Object.hasOwn(readers, name) ? readers[name as keyof typeof readers] : undefined
    if (!read || value === null) {
      throw new InvalidArgumentError(`“${pair}” is none of ${Object.keys(readers).join('=, ')}=.`)
    }
    Object.assign(given, { [name]: read(value) })
  }
  return given
}

/** What was left out: a head trains longest, a part of the base at a tenth of the rate; Adam, without a schedule. */
function phaseFrom(given: PhaseFlags, trainImages: number, onBase: boolean): Phase {
  const { trainable = onBase ? 'head' : 'all', lr, optimizer, schedule: course = 'constant', warmup } = given
  return phase.parse({
    epochs: given.epochs ?? (trainable === 'head' ? defaultHeadEpochs : defaultEpochs)(trainImages),
    trainable,
    learningRate: lr ?? (onBase ? defaultRate(trainable) : defaultLearningRate),
    baseMode: given.mode,
    ...(optimizer && { optimizer: { name: optimizer } }),
    schedule: { name: course, ...(warmup !== undefined && { warmupEpochs: warmup }) },
  })
}

/** Recipes choose their plans themselves. */
const option = (flags: string, description: string) => new Option(flags, description).conflicts('recipe')

export function addPlanFlags(command: Command): void {
  const flags = [
    option('--trainable <part>', 'on a base: head, all, last:N or from:LAYER (default: head)').argParser(
      partNamed,
    ),
    option('--phase <settings>', 'one phase of several: epochs=5,trainable=last:10,lr=1e-5')
      .argParser((text: string, before: PhaseFlags[] = []) => [...before, phaseNamed(text)])
      .conflicts(['recipe', 'epochs', 'lr', 'trainable']),
    option('--views <k>', 'augmented views a picture, so that features can be kept').argParser(
      wholeNumber(1, 64),
    ),
    option('--no-feature-cache', 'on a base: compute what is frozen anew in each step'),
  ]
  for (const flag of flags) command.addOption(flag)
}

/**
 * The default plan with what the person asked for. Whoever names a number of epochs gets that number;
 * only the default count ends early.
 * @param standsOn what the model stands on; the layers of a base with random weights train as a whole unless told
 */
export function planFor(
  trainImages: number,
  flags: PlanFlags,
  standsOn: 'nothing' | 'pretrained' | 'random' = 'nothing',
): Plan {
  if (standsOn === 'nothing') refuseParts(flags)
  const onBase = standsOn === 'pretrained'
  const plan = onBase ? defaultTransferPlan(trainImages) : defaultPlan(trainImages)
  const [first] = plan.phases
  if (flags.trainable !== undefined) {
    first!.trainable = flags.trainable
    if (onBase) first!.learningRate = defaultRate(flags.trainable)
  }
  if (flags.epochs !== undefined) first!.epochs = flags.epochs
  if (flags.lr !== undefined) first!.learningRate = flags.lr
  if (flags.phase !== undefined) plan.phases = flags.phase.map((one) => phaseFrom(one, trainImages, onBase))
  if ([flags, ...(flags.phase ?? [])].some(({ epochs }) => epochs !== undefined)) plan.earlyStopping = null
  if (flags.batch !== undefined) plan.batch = flags.batch
  if (flags.augment !== undefined) plan.augmentation = augmentationPolicies[knownPolicy(flags.augment)]
  if (flags.balance !== undefined) plan.classBalance = knownBalance(flags.balance)
  if (flags.views !== undefined) plan.views = flags.views
  if (flags.featureCache === false) plan.cacheFeatures = false
  return plan
}

function refuseParts({ trainable, phase }: PlanFlags): void {
  const parts = [trainable, ...(phase ?? []).map((one) => one.trainable)]
  if (parts.every((part) => part === undefined || part === 'all')) return
  throw new UserError(
    'invalid-argument',
    'A model from scratch has no pretrained part to freeze: all of it trains.',
    {
      hint: 'Write trainable=all, or name a base: “cotejo bases list” shows them.',
    },
  )
}
