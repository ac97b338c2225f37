// Reads what a comparison needs from a run's folder.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  evaluation as evaluationSchema,
  UserError,
  type Evaluation,
  type RunRecordOf,
  type SetMetrics,
} from '../../contract'
import { cachedFile } from './file-cache'
import { readMilestones } from './milestones'

/** All but the lists, whose length makes a validator of every number slow: 40,000 of 10,000 images. */
const lean = evaluationSchema.omit({ predictions: true })

/** Lists of equal length, of whole numbers within their bounds and of finite numbers. */
function predictionsFrom(content: unknown, classes: number): Evaluation['predictions'] | null {
  const { index, label, predicted, confidence } = (content ?? {}) as Record<string, unknown>
  const whole = (list: unknown, below: number): list is number[] =>
    Array.isArray(list) && list.every((n) => Number.isInteger(n) && n >= 0 && n < below)
  const finite = (list: unknown): list is number[] => Array.isArray(list) && list.every(Number.isFinite)
  if (!whole(index, Infinity) || !whole(label, classes) || !whole(predicted, classes) || !finite(confidence))
    return null
  const same = [label, predicted, confidence].every((list) => list.length === index.length)
  return same ? { index, label, predicted, confidence } : null
}

const evaluations = cachedFile(async (file, name = '') => {
  const content = parseJson(await readFile(file, 'utf8'))
  if (typeof content === 'object' && content && 'version' in content && Number(content.version) > 1) {
    throw new UserError('library-newer', `${name} was evaluated by a newer version of Cotejo.`, {
      detail: { run: name },
      hint: 'Update Cotejo, or leave this run out.',
    })
  }
  const read = lean.safeParse(content)
  const predictions =
    read.data && predictionsFrom((content as { predictions?: unknown }).predictions, read.data.labels.length)
  if (read.data && predictions && predictions.index.length === read.data.test.count)
    return { ...read.data, predictions }
  throw new UserError('file-unreadable', `The evaluation of ${name} (evaluation.json) is damaged.`, {
    detail: { run: name, file },
    hint: 'Leave this run out, or train it again.',
    cause: read.error,
  })
})

/**
 * Shared by all who ask, and kept while the file does not change: read only.
 *
 * @param folder a run's folder
 * @param name the run's name, for the error
 * @returns null where the run has not been evaluated (yet)
 * @throws UserError where the file is there and cannot be understood
 */
export const readEvaluation = (folder: string, name: string): Promise<Evaluation | null> =>
  evaluations(join(folder, 'evaluation.json'), name)

type Epoch = RunRecordOf<'epoch'>

/**
 * The epochs of a run's history, rising; of a run with folds the mean of its folds (see `meanOfFolds`).
 * Where an epoch is there twice (a run that went on from a checkpoint), the later one counts.
 */
export async function readEpochs(folder: string, keep = false): Promise<Epoch[]> {
  const epochs = new Map<string, Epoch>()
  for (const record of (await readMilestones(folder, keep)).records)
    if (record.type === 'epoch') epochs.set(`${record.fold ?? ''} ${record.epoch}`, record)
  return meanOfFolds([...epochs.values()]).sort((a, b) => a.epoch - b.epoch)
}

/**
 * Of each epoch, the mean over the folds that came to it; the model that is kept has no validation and is left out.
 * Folds that stopped early are not in the later epochs. Epochs of a run without folds stay as they are.
 */
function meanOfFolds(epochs: readonly Epoch[]): Epoch[] {
  const byEpoch = new Map<number, Epoch[]>()
  for (const one of epochs) {
    if (one.fold !== 'all') byEpoch.set(one.epoch, [...(byEpoch.get(one.epoch) ?? []), one])
  }
  return [...byEpoch.values()].map((folds) => {
    const validation = folds.map((one) => one.validation).filter((set) => set !== null)
    return {
      ...folds[0]!,
      train: meanMetrics(folds.map((one) => one.train))!,
      validation: meanMetrics(validation),
      seconds: folds.reduce((sum, one) => sum + one.seconds, 0),
    }
  })
}

/** Over all pictures of the sets, a picture counted as often as it is in them; null without a set. */
export function meanMetrics(sets: readonly SetMetrics[]): SetMetrics | null {
  if (sets.length <= 1) return sets[0] ?? null
  const count = sets.reduce((sum, set) => sum + set.count, 0)
  const mean = (of: (set: SetMetrics) => number) =>
    sets.reduce((sum, set) => sum + set.count * of(set), 0) / count
  return { count, loss: mean((set) => set.loss), accuracy: mean((set) => set.accuracy) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
