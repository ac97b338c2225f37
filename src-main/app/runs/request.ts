// From what a user asked for to run.json: everything that is needed to do the run again.
import { type Dataset, type Preprocessing, type Run, type RunRequest } from '../../contract'
import { cotejoVersion } from '../../contract/version'
import { slug } from '../library/ids'

/** Pixels become 0..1, in the order red, green, blue; resized as the dataset says. */
export const preprocessingFor = (dataset: Dataset, size = dataset.size): Preprocessing => ({
  size,
  resize: dataset.resize,
  scale: 1 / 255,
  offset: [0, 0, 0],
  channels: 'rgb',
})

const sizeOf = (request: RunRequest, dataset: Dataset): number => request.size ?? dataset.size

/** `cnn-64px-20261122-1`, or made of the name that the user gave. */
export function wantedId(request: RunRequest, dataset: Dataset, now: Date): string {
  const model = `${slug(request.model.name, 'run')}-${sizeOf(request, dataset)}px`
  if (request.name !== undefined) return slug(request.name, model)
  return `${model}-${now.toISOString().slice(0, 10).replaceAll('-', '')}`
}

/** "CNN 64 px", and "CNN 64 px (2)" where there is one already. */
export function wantedName(request: RunRequest, dataset: Dataset, taken: ReadonlySet<string>): string {
  if (request.name !== undefined) return request.name
  const plain = `${request.model.name.toUpperCase()} ${sizeOf(request, dataset)} px`
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain} (${number})`
    if (!taken.has(name)) return name
  }
}

export function runFrom(request: RunRequest, dataset: Dataset, id: string, name: string, now: Date): Run {
  return {
    version: 1,
    id,
    name,
    created: now.toISOString(),
    dataset: dataset.id,
    datasetName: dataset.name,
    datasetHash: dataset.hash,
    labels: dataset.classes.map((one) => one.name),
    model: request.model,
    preprocessing: preprocessingFor(dataset, request.size),
    plan: request.plan,
    seed: request.seed,
    folds: request.folds ?? null,
    backend: request.backend ?? null,
    cotejo: cotejoVersion,
  }
}
