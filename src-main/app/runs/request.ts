// From what a user asked for to run.json: everything that is needed to do the run again.
import {
  isWrongScaling,
  pixelScalings,
  scalingOf,
  type Dataset,
  type ModelChoice,
  type NamedScaling,
  type Preprocessing,
  type RunRequest,
  type TrainedRun,
  type UsedBase,
} from '../../contract'
import { cotejoVersion } from '../../contract/version'
import { slug } from '../library/ids'

/** What a wrong scaling does, for the name of a run that shows what it costs. */
const SCALING_TEXT: Record<NamedScaling, string> = {
  signed: 'pixels −1 to 1',
  caffe: 'pixels as for Caffe',
  torch: 'pixels as for Torch',
  unit: 'pixels 0 to 1',
  raw: 'pixels 0 to 255',
}

/** A model from scratch gets pixels from 0 to 1, red first; one on a base what the base was trained with. */
function scalingFor(model: ModelChoice, base: UsedBase | undefined) {
  if (model.name !== 'transfer') return pixelScalings.unit
  return scalingOf(base!.architecture, model.options.scaling)
}

const sizeOf = (request: RunRequest, dataset: Dataset): number => request.size ?? dataset.size

/** `cnn-64px-20261122`, or made of the name that the user gave. */
export function wantedId(request: RunRequest, dataset: Dataset, now: Date): string {
  const { model } = request
  const what = model.name === 'transfer' ? model.options.base : model.name
  const stem = `${slug(what, 'run')}-${sizeOf(request, dataset)}px`
  if (request.name !== undefined) return slug(request.name, stem)
  return `${stem}-${now.toISOString().slice(0, 10).replaceAll('-', '')}`
}

/** "CNN 64 px"; "MobileNetV2 160 px, pixels 0 to 1 on purpose". */
function plainName({ model, ...request }: RunRequest, dataset: Dataset, base: UsedBase | undefined): string {
  const size = `${request.size ?? dataset.size} px`
  if (model.name !== 'transfer') return `${model.name.toUpperCase()} ${size}`
  const { scaling, weights } = model.options
  const { architecture, title } = base!
  const wrong = scaling !== 'own' && isWrongScaling(architecture, scaling)
  return [
    `${title} ${size}`,
    ...(weights === 'random' ? ['random weights'] : []),
    ...(wrong ? [`${SCALING_TEXT[scaling]} on purpose`] : []),
  ].join(', ')
}

/** The name that the user gave, else one that says what it is, with a number where there is one like it. */
export function wantedName(
  request: RunRequest,
  dataset: Dataset,
  base: UsedBase | undefined,
  taken: ReadonlySet<string>,
): string {
  if (request.name !== undefined) return request.name
  const plain = plainName(request, dataset, base)
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain} (${number})`
    if (!taken.has(name)) return name
  }
}

/** A run before it has an id and a name. */
export type UnnamedRun = Omit<TrainedRun, 'id' | 'name'>

/** @param base of a transfer model */
export function runFrom(
  request: RunRequest,
  dataset: Dataset,
  base: UsedBase | undefined,
  now: Date,
): UnnamedRun {
  const preprocessing: Preprocessing = {
    size: sizeOf(request, dataset),
    resize: dataset.resize,
    ...scalingFor(request.model, base),
  }
  return {
    version: 1,
    created: now.toISOString(),
    dataset: dataset.id,
    datasetName: dataset.name,
    datasetHash: dataset.hash,
    labels: dataset.classes.map((one) => one.name),
    model: request.model,
    ...(base && { base }),
    preprocessing,
    plan: request.plan,
    seed: request.seed,
    folds: request.folds ?? null,
    backend: request.backend ?? null,
    ...(request.recipe && { recipe: request.recipe }),
    cotejo: cotejoVersion,
  }
}
