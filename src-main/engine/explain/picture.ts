// The picture that is explained: one of the run's dataset, or one from anywhere; as the model sees it.
import { UserError, type EngineCallParams, type Preprocessing, type TestedRun } from '../../contract'
import { decodePicture } from '../data/decode'
import { openDataset } from '../data/open'
import { squarePicture } from '../data/square'
import { readTested } from '../evaluation/tested'

export interface Shown {
  /** size·size·3 bytes, RGB, row by row. */
  pixels: Uint8Array
  /** Whether the run's model trained on it; null where that is not known. */
  trainedOn: boolean | null
}

/** @throws UserError `dataset-not-found`, `not-found`, `dataset-source-missing`, `file-unreadable`, `file-not-an-image` */
export async function pictureOf(
  { run, picture }: Pick<EngineCallParams<'explain'>, 'run' | 'picture'>,
  preprocessing: Preprocessing,
): Promise<Shown> {
  if ('index' in picture) return await ofDataset(run, picture.index, preprocessing)
  const source = 'path' in picture ? picture.path : Buffer.from(picture.base64, 'base64')
  return { pixels: await decodePicture(source, preprocessing), trainedOn: null }
}

async function ofDataset(one: TestedRun, index: number, preprocessing: Preprocessing): Promise<Shown> {
  if (one.dataset === null)
    throw new UserError('dataset-not-found', `The dataset of ${one.run.name} is no longer in the library.`, {
      detail: { run: one.run.id, dataset: one.run.dataset },
      hint: 'Choose the picture’s file instead.',
    })
  const open = await openDataset(one.dataset)
  const pixels = await squarePicture(open, index, preprocessing)
  return { pixels, trainedOn: await trainedOn(one, index) }
}

/** The model that a cross-validation keeps trained on all pictures; any other on those that it was not tested on. */
async function trainedOn({ folder, run }: TestedRun, index: number): Promise<boolean | null> {
  if (run.folds !== null) return true
  const tested = await readTested(folder, run.name).catch(() => null)
  if (!tested) return null
  // Of the rest, some trained and some chose the best epoch: neither is new to the model.
  return !tested.evaluation.predictions.index.includes(index)
}
