// Where a model looked in a test picture: Grad-CAM, laid over the picture as the model saw it.
import { type Compute } from '../../compute'
import { sharp } from '../../data/sharp'
import { explainPicture } from '../../explain'
import { type Task } from '../../task'
import { type Picture } from '../document/document'
import { PICTURE_SIDE } from './class-pictures'
import { type ReportedRun } from './gather'

/** The heat of an answer; null where there is none to show. */
export type Look = (
  run: ReportedRun,
  tested: { index: number; predicted: number },
) => Promise<Pick<NonNullable<Picture['heat']>, 'data' | 'mime'> | null>

/**
 * @param compute null where there is nothing to compute with
 */
export function looking(compute: Compute | null, task: Task): Look {
  const broken = new Set<string>()
  return async ({ run, folder, dataset }, { index, predicted }) => {
    // With folds the model that is kept has seen the picture, and is not the one that gave the answer.
    if (!compute || !dataset.open || run.folds !== null || broken.has(run.id)) return null
    try {
      const explanation = await explainPicture(
        {
          run: { folder, run, dataset: dataset.open.folder },
          picture: { index },
          method: 'grad-cam',
          label: predicted,
          side: PICTURE_SIDE,
          packs: '',
        },
        compute,
        { signal: task.signal, progress: () => {} },
      )
      // Models without a place for Grad-CAM would be looked at patch by patch, which takes long.
      if (explanation.method !== 'grad-cam') broken.add(run.id)
      if (explanation.peak === 0) return null
      const [image, overlay] = [explanation.image, explanation.overlay].map(({ base64 }) =>
        Buffer.from(base64, 'base64'),
      )
      const data = await sharp(image!)
        .composite([{ input: overlay! }])
        .jpeg({ quality: 86 })
        .toBuffer()
      return { data, mime: 'image/jpeg' }
    } catch {
      task.signal.throwIfAborted()
      broken.add(run.id)
      return null
    }
  }
}
