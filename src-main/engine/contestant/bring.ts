// Brings a foreign model into a run's folder: builds it for the classes of a dataset, asks it about the dataset's
// pictures, and leaves what a run leaves that was trained here.
import { join } from 'node:path'
import {
  matchLabels,
  pixelScalings,
  UserError,
  type ContestantAnswers,
  type ContestantFound,
  type EngineCallParams,
  type Evaluation,
  type ImportedModel,
  type ModelDescription,
  type Preprocessing,
} from '../../contract'
import { cotejoVersion } from '../../contract/version'
import { type Compute } from '../compute'
import { ensureImages } from '../data/cache'
import { openDataset } from '../data/open'
import { evaluateRun, figuresOf, readMilestones, writeEvaluation } from '../evaluation'
import { measureCost } from '../evaluation/cost'
import { saveModel, writeDescription } from '../models/storage'
import { allWeights, countElements, trainableWeights } from '../models/weights'
import { throwIfCancelled, type Task } from '../task'
import { RunWriter } from '../training/history'
import { buildContestant } from './build'
import { lookAt, type Contestant } from './look'

/** Tells what is in a model's files, without building it. */
export async function inspectContestant(
  { paths, scratch }: EngineCallParams<'contestant.inspect'>,
  task: Task,
): Promise<ContestantFound> {
  const contestant = await lookAt(paths, scratch, task)
  await contestant.opened.weights.close()
  return contestant.found
}

/** What is wanted of a model, with what the user said where its files do not say it. */
interface Settled {
  labels: readonly string[]
  map: (number | null)[]
  preprocessing: Preprocessing
  preparation: ImportedModel['options']['preparation']
}

/** @throws UserError where something is not known that has to be */
function settle(
  { found, preparation }: Contestant,
  answers: ContestantAnswers,
  wanted: readonly string[],
): Settled {
  const size = found.size ?? answers.size
  if (size === undefined)
    throw new UserError('invalid-argument', `${found.file} takes pictures of any size; say which.`, {
      detail: { file: found.file },
      hint: 'Give the size that it was trained with, such as 224.',
    })
  if (found.size !== null && answers.size !== undefined && answers.size !== found.size)
    throw new UserError('invalid-argument', `${found.file} takes pictures of ${found.size} × ${found.size} pixels alone.`, {
      detail: { file: found.file, size: found.size },
      hint: 'Leave the size out.',
    }) // prettier-ignore
  const labels = answers.labels ?? found.labels
  if (!labels)
    throw new UserError('labels-unmatched', `${found.file} does not name its ${found.classes} classes.`, {
      detail: { file: found.file, count: found.classes },
      hint: 'Give their names in the model’s order, one for each of its outputs.',
    })
  if (labels.length !== found.classes)
    throw new UserError('labels-unmatched', `${labels.length} names for ${found.classes} classes of ${found.file}.`, {
      detail: { file: found.file, given: labels.length, count: found.classes },
      hint: 'Give one name for each of its outputs, in its order.',
    }) // prettier-ignore
  const map = answers.map ?? matchLabels(labels, wanted)
  const known = map.filter((place) => place !== null)
  if (map.length !== wanted.length || known.some((place) => place >= labels.length) || new Set(known).size < known.length)
    throw new UserError('labels-unmatched', 'Each class of the dataset needs one class of the model, or none.', {
      hint: 'Name the model’s class for each class of the dataset, each at most once.',
    }) // prettier-ignore
  if (known.length < 2)
    throw new UserError('labels-unmatched', `Of the model’s classes (${listed(labels)}), ${known.length} are classes of the dataset (${listed(wanted)}).`, {
      detail: { model: listed(labels), dataset: listed(wanted), count: known.length },
      hint: 'Say which of the model’s classes is which of the dataset’s, or choose the dataset that the model is for.',
    }) // prettier-ignore
  const scaling = answers.scaling ? pixelScalings[answers.scaling] : preparation.scaling
  return {
    labels,
    map,
    preprocessing: { size, resize: answers.resize ?? preparation.resize, ...scaling },
    preparation: answers.scaling ? 'user' : preparation.from,
  }
}

const listed = (labels: readonly string[]): string =>
  labels.length > 6 ? `${labels.slice(0, 6).join(', ')}, …` : labels.join(', ')

export interface Brought {
  title: string
  model: ImportedModel
  preprocessing: Preprocessing
  evaluation: Evaluation
}

/**
 * Fills a run's folder but for run.json: model/, evaluation.json, test-probabilities.f32, figures.json, history.jsonl.
 * @param params `folder` is empty and the caller's, and not yet where runs are
 * @throws UserError `labels-unmatched`, `model-unsupported`, `file-unreadable`, `cancelled`, and what opening the
 *   pictures throws
 */
export async function bringContestant(
  params: EngineCallParams<'contestant.bring'>,
  compute: Compute,
  task: Task,
): Promise<Brought> {
  const { folder, dataset, answers, run } = params
  const contestant = await lookAt(params.paths, params.scratch, task)
  const writer = new RunWriter(folder, () => {})
  try {
    const open = await openDataset(dataset)
    const wanted = open.dataset.classes.map((one) => one.name)
    const { labels, map, preprocessing, preparation } = settle(contestant, answers, wanted)
    const { format, origin, file, sha256, outputs } = contestant.found
    const options = { format, origin, file, sha256, outputs, preparation, labels: [...labels], map }
    const model: ImportedModel = { name: 'imported', options }
    task.progress({ stage: 'build', done: 0, total: 0, unit: 'parts' })
    const network = await buildContestant(contestant, { size: preprocessing.size, map })
    try {
      throwIfCancelled(task)
      const description: ModelDescription = {
        version: 1,
        model,
        labels: wanted,
        preprocessing,
        parameters: countElements(allWeights(network)),
        trainableParameters: countElements(trainableWeights(network)),
        cotejo: cotejoVersion,
        run,
        dataset: open.dataset.id,
      }
      await saveModel(join(folder, 'model'), network, description)
      const images = await ensureImages(open, preprocessing, task)
      try {
        const started = performance.now()
        recordStart(writer, open, compute, description)
        const evaluated = await evaluateRun(
          { network, preprocessing, open, images, labels: wanted, compute, seed: params.seed },
          task,
        )
        const pictures = open.indices('test')
        evaluated.evaluation.cost = await measureCost(
          { network, description, images, pictures, compute },
          task,
        )
        const { accuracy, count } = evaluated.evaluation.test
        await writeDescription(join(folder, 'model'), {
          ...description,
          testAccuracy: accuracy,
          testCount: count,
        })
        await writeEvaluation(folder, evaluated)
        await figuresOf(folder, params.run, true, task).catch(() => {})
        throwIfCancelled(task)
        writer.write({ type: 'note', message: `Evaluated in ${((performance.now() - started) / 1000).toFixed(1)} s; trained elsewhere.` }) // prettier-ignore
        writer.write({ type: 'end', status: 'done' })
        await readMilestones(folder, true).catch(() => {})
        return { title: contestant.found.title, model, preprocessing, evaluation: evaluated.evaluation }
      } finally {
        images.close()
      }
    } finally {
      network.dispose()
    }
  } finally {
    writer.close()
    await contestant.opened.weights.close()
  }
}

function recordStart(
  writer: RunWriter,
  open: Awaited<ReturnType<typeof openDataset>>,
  compute: Compute,
  { parameters, trainableParameters }: ModelDescription,
): void {
  writer.write({
    type: 'start',
    at: new Date().toISOString(),
    backend: compute.name,
    device: compute.device,
    parameters,
    trainableParameters,
    epochs: 0,
    stepsPerEpoch: 0,
    images: {
      train: open.indices('train').length,
      validation: open.indices('validation').length,
      test: open.indices('test').length,
    },
  })
}
