// --model and what describes a model on a base: flags, and what they come to.
import { InvalidArgumentError, Option, type Command } from 'commander'
import {
  defaultTransferSize,
  headOptions,
  modelChoice,
  pixelScalingName,
  UserError,
  usualSide,
  type BaseInfo,
  type Dataset,
  type ModelChoice,
} from '../../contract'
import { wholeNumber } from './arguments'
import type { Work } from './session'

export interface ModelFlags {
  headPooling?: string
  headDense?: number
  headDropout?: number
  headBatchNorm?: boolean
  headActivation?: string
  scaling?: string
  weights?: string
}

/** Flags that only a model on a base has. */
const ON_A_BASE = [
  'headPooling',
  'headDense',
  'headDropout',
  'headBatchNorm',
  'headActivation',
  'scaling',
  'weights',
] as const

function dropoutRate(text: string): number {
  const rate = text.trim() === '' ? NaN : Number(text)
  if (rate >= 0 && rate <= 0.9) return rate
  throw new InvalidArgumentError('It must be a number from 0 to 0.9.')
}

/** Recipes choose their models themselves. */
const option = (flags: string, description: string) => new Option(flags, description).conflicts('recipe')

export function addModelFlags(command: Command): void {
  const { pooling, activation } = headOptions.shape
  const flags = [
    option('--head-pooling <how>', 'on a base: features to a vector (default: globalAverage)').choices(
      pooling.unwrap().options,
    ),
    option('--head-dense <n>', 'on a base: units of a hidden layer (default: none)').argParser(
      wholeNumber(0, 4096),
    ),
    option('--head-dropout <rate>', 'on a base: dropout before the classes').argParser(dropoutRate),
    option('--head-batch-norm', 'on a base: normalise the hidden layer'),
    option('--head-activation <name>', 'on a base: of the hidden layer (default: relu)').choices(
      activation.unwrap().options,
    ),
    option(
      '--scaling <name>',
      'on a base: what pixels become; others than its own show what they cost',
    ).choices(pixelScalingName.options),
    option('--weights <which>', 'on a base: random shows what the pretraining is worth').choices([
      'pretrained',
      'random',
    ]),
  ]
  for (const flag of flags) command.addOption(flag)
}

const isHere = ({ state }: BaseInfo): boolean => state === 'built-in' || state === 'installed'

/** The base that a name means: its id; or its architecture, where one is installed or one has the full width. */
export function baseNamed(name: string, bases: readonly BaseInfo[]): BaseInfo | null {
  const exact = bases.find((one) => one.id === name)
  if (exact) return exact
  const ofArchitecture = bases.filter((one) => one.architecture === name)
  const here = ofArchitecture.filter(isHere)
  if (here.length === 1) return here[0]!
  const candidates = here.length > 0 ? here : ofArchitecture
  const whole = candidates.filter((one) => one.alpha === 1)
  // Of several, the one that was trained on the largest pictures.
  return [...whole].sort((a, b) => b.size - a.size)[0] ?? null
}

function unknownModel(name: string, bases: readonly BaseInfo[]): UserError {
  const here = bases.filter(isHere).map((one) => one.id)
  const known = ['cnn', 'mlp', ...here].join(', ')
  return new UserError('model-unknown', `There is no model “${name}”.`, {
    detail: { name, known },
    hint: `These are known: ${known}. “cotejo bases list” shows all pretrained bases.`,
  })
}

export interface ChosenModel {
  model: ModelChoice
  standsOn: 'nothing' | 'pretrained' | 'random'
  /** Null for a model from scratch. */
  base: BaseInfo | null
}

/**
 * @throws UserError `model-unknown`; `invalid-argument` for a flag that a model from scratch does not have
 */
export async function chooseModel({ call }: Work, name: string, flags: ModelFlags): Promise<ChosenModel> {
  if (name === 'cnn' || name === 'mlp') {
    const given = ON_A_BASE.find((flag) => flags[flag] !== undefined)
    if (given === undefined) return { model: modelChoice.parse({ name }), base: null, standsOn: 'nothing' }
    const flag = `--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    throw new UserError('invalid-argument', `${flag} is for models on a pretrained base; ${name} has none.`, {
      detail: { flag, model: name },
      hint: 'Leave it out, or name a base: “cotejo bases list” shows them.',
    })
  }
  const bases = await call('bases.list', {})
  const base = baseNamed(name, bases)
  if (!base) throw unknownModel(name, bases)
  const model = modelChoice.parse({
    name: 'transfer',
    options: {
      base: base.id,
      head: {
        pooling: flags.headPooling,
        dense: flags.headDense,
        dropout: flags.headDropout,
        batchNorm: flags.headBatchNorm,
        activation: flags.headActivation,
      },
      scaling: flags.scaling,
      weights: flags.weights,
    },
  })
  return { model, base, standsOn: flags.weights === 'random' ? 'random' : 'pretrained' }
}

/** The size of a model's input where the person named none: null leaves it to the dataset. */
export async function usualSize(
  { call }: Work,
  dataset: Dataset,
  base: BaseInfo | null,
): Promise<number | null> {
  if (!base) return null
  const { report } = await call('data.get', { dataset: dataset.id })
  return defaultTransferSize(usualSide(dataset, report), base)
}
