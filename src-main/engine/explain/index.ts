// What a model saw in a picture: heat over the places that speak for a class.
import { join } from 'node:path'
import { UserError, type EngineCallParams, type Explanation, type ModelDescription } from '../../contract'
import { type Compute } from '../compute'
import { writeWhole } from '../data/files'
import { argmaxRows } from '../evaluation/confusion'
import { compileForward, imageTensor, predictProbabilities, type ImageReader } from '../models/inference'
import { withModel, type LentModel } from '../models/pool'
import { requireNewFile } from '../new-file'
import { throwIfCancelled, type Task } from '../task'
import { createGradCam, type Heat } from './grad-cam'
import { encoded, heatImage, pictureImage, sideBySide } from './images'
import { occluded, occlusionHeat, occlusionOf } from './occlusion'
import { pictureOf } from './picture'
import { evenCentres, smooth, type Centres } from './resize'

/** Heat before it is brought to 0…1. */
interface Raw extends Heat {
  method: Explanation['method']
  from: string
  /** Where its places are, in fractions of the side. */
  centres: { rows: Centres; columns: Centres }
}

/**
 * Explains what a run's model says about a picture.
 * @throws UserError `run-not-finished`, `invalid-argument` for a class that is none, `cancelled`, and what is said of
 *   the picture (picture.ts)
 */
export async function explainPicture(
  params: EngineCallParams<'explain'>,
  compute: Compute,
  task: Task,
): Promise<Explanation> {
  return await withModel(join(params.run.folder, 'model'), async (model) => {
    const { labels, preprocessing } = model.description
    const { size } = preprocessing
    requireClass(params.label, labels)
    if (params.out !== undefined) await requireNewFile(params.out)
    const { pixels, trainedOn } = await pictureOf(params, preprocessing)
    throwIfCancelled(task)
    const probabilities = await judge(model, single(pixels, size), 1, compute, quiet(task))
    const label = params.label ?? argmaxRows(probabilities, labels.length)[0]!
    throwIfCancelled(task)
    const raw =
      (params.method === 'grad-cam' ? await gradCam(model, pixels, label, compute) : null) ??
      (await occlusion(model, pixels, label, compute, task))
    throwIfCancelled(task)

    const peak = raw.values.reduce((most, value) => Math.max(most, value), 0)
    const values = Array.from(raw.values, (value) => (peak > 0 ? value / peak : 0))
    const image = await pictureImage(pixels, size, params.side)
    const overlay = await heatImage(smooth(values, raw.centres, params.side), params.side)
    if (params.out !== undefined) await writeWhole(params.out, await sideBySide(image, overlay, params.side))
    return {
      run: params.run.run.id,
      method: raw.method,
      label,
      labels,
      probabilities: Array.from(probabilities),
      image: encoded(image),
      overlay: encoded(overlay),
      heat: { rows: raw.rows, columns: raw.columns, values },
      from: raw.from,
      peak,
      trainedOn,
    }
  })
}

function requireClass(label: number | undefined, labels: ModelDescription['labels']): void {
  if (label === undefined || label < labels.length) return
  throw new UserError('invalid-argument', `The model has ${labels.length} classes, numbered from 0.`, {
    detail: { classes: labels.length, label },
  })
}

const quiet = (task: Task): Task => ({ signal: task.signal, progress: () => {} })

const single = (pixels: Uint8Array, size: number): ImageReader => ({
  size,
  read: (_indices, into) => into.set(pixels),
})

/** Probabilities of the first `count` pictures of a reader. */
async function judge(
  { network, description: { preprocessing }, once }: LentModel,
  images: ImageReader,
  count: number,
  compute: Compute,
  task: Task,
): Promise<Float32Array> {
  const forward = once('predict', compute, () => compileForward(network, preprocessing, compute))
  const all = Int32Array.from({ length: count }, (_, i) => i)
  return await predictProbabilities(network, preprocessing, images, all, compute, task, forward)
}

/** @returns null where the network has no feature map */
async function gradCam(
  { network, description: { preprocessing }, once }: LentModel,
  pixels: Uint8Array,
  label: number,
  compute: Compute,
): Promise<Raw | null> {
  const gradCam = once('grad-cam', compute, () => {
    const made = createGradCam(network, preprocessing, compute)
    return { made, dispose: () => made?.dispose() }
  }).made
  if (!gradCam) return null
  const pictures = imageTensor(single(pixels, preprocessing.size), [0])
  try {
    const [heat] = await gradCam.run(pictures, [label])
    const { rows, columns } = heat!
    const centres = { rows: evenCentres(rows), columns: evenCentres(columns) }
    return { ...heat!, method: 'grad-cam', from: `${gradCam.layer} (${rows} × ${columns})`, centres }
  } finally {
    pictures.dispose()
  }
}

async function occlusion(
  model: LentModel,
  pixels: Uint8Array,
  label: number,
  compute: Compute,
  task: Task,
): Promise<Raw> {
  const { labels, preprocessing } = model.description
  const { size } = preprocessing
  const places = occlusionOf(size)
  const { patch, starts } = places
  const told: Task = { ...quiet(task), progress: (now) => task.progress({ ...now, stage: 'explain' }) }
  const images = occluded(pixels, size, places)
  const probabilities = await judge(model, images, 1 + starts.length ** 2, compute, told)
  const centres = starts.map((start) => (start + patch / 2) / size)
  return {
    method: 'occlusion',
    from: `${patch} × ${patch} pixels of ${size} × ${size}`,
    rows: starts.length,
    columns: starts.length,
    values: occlusionHeat(probabilities, labels.length, label),
    centres: { rows: centres, columns: centres },
  }
}
