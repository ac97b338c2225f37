// The pictures behind a figure: which test pictures answer a question, and what each run said of them.
import { UserError, type EngineCallParams, type JudgedPictures } from '../../../contract'
import { readTested } from '../tested'
import { answer, ofLabel } from './question'
import { requireSamePictures } from './same-pictures'

/**
 * Answers from evaluation.json and test-probabilities.f32 alone.
 * @returns one page of the pictures, `image` null in each: only app knows the dataset's files
 * @throws UserError `run-not-finished`, `runs-not-comparable` where the runs were tested on different pictures
 */
export async function findPictures(params: EngineCallParams<'results.pictures'>): Promise<JudgedPictures> {
  const { question, offset, limit } = params
  const ids = params.runs.map(({ run }) => run.id)
  if (new Set(ids).size < ids.length) throw new UserError('invalid-argument', 'A run is named twice.')
  const runs = await Promise.all(
    params.runs.map(async (one) => ({
      ...one,
      id: one.run.id,
      tested: await readTested(one.folder, one.run.name),
    })),
  )
  requireSamePictures(runs)
  const places = answer(runs, question)
  const { labels, predictions } = runs[0]!.tested.evaluation
  return {
    labels,
    total: places.length,
    pictures: places.slice(offset, offset + limit).map((place) => ({
      image: null,
      index: predictions.index[place]!,
      label: predictions.label[place]!,
      said: runs.map(({ id, tested }) => ({
        run: id,
        predicted: tested.evaluation.predictions.predicted[place]!,
        confidence: tested.evaluation.predictions.confidence[place]!,
        ofLabel: ofLabel(tested, place),
      })),
    })),
  }
}
