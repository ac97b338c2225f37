// The state of a run between two steps, on disk: with it, a run whose process was killed goes on to the very same
// numbers. One file, replaced whole.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fold } from '../../contract'
import { writeWhole } from '../data/files'
import { tf, type Tensor } from '../tf'
import { decodeTensors, encodeTensors } from './safetensors'

/** Where a run stands, but for the tensors. Random numbers need no state: they come from seed, epoch and step. */
const progressState = z.object({
  version: z.literal(1),
  /** Of a cross-validation; null in a run without. Steps and epochs are counted within it. */
  fold: fold.nullable().default(null),
  /** Index of the phase. */
  phase: z.int().min(0),
  /** Epochs finished, in the phase and in all. */
  phaseEpochs: z.int().min(0),
  epochs: z.int().min(0),
  /** Steps taken, in the phase and in all. */
  phaseSteps: z.int().min(0),
  steps: z.int().min(0),
  /** The epoch in progress. */
  epochSteps: z.int().min(0),
  loss: z.number(),
  correct: z.number(),
  images: z.number(),
  epochSeconds: z.number(),
  /** Training time of the run without pauses. */
  seconds: z.number(),
  /** Time spent in steps, and pictures in them. */
  stepSeconds: z.number(),
  stepImages: z.number(),
  best: z.object({ value: z.number().nullable(), epoch: z.int().min(0), waited: z.int().min(0) }),
  stoppedEarly: z.boolean(),
  /** Of each phase that is over, how many of its epochs the weights went through that were kept of it. */
  kept: z.array(z.int().min(0)).default([]),
  /** All phases are over; only saving the model is left. */
  trained: z.boolean(),
})
export type ProgressState = z.infer<typeof progressState>

export interface Checkpoint {
  state: ProgressState
  /** Of the weights that the training changes, in the model's order; the others are as they were built. */
  weights: Tensor[]
  slots: Tensor[]
  /** The same, of the best epoch, where they are kept. */
  best: Tensor[] | null
}

const folderOf = (run: string) => join(run, 'checkpoint')
const fileOf = (run: string) => join(folderOf(run), 'state.safetensors')
const named = (prefix: string, tensors: readonly Tensor[]) =>
  Object.fromEntries(tensors.map((tensor, i) => [`${prefix}/${i}`, tensor]))

/** Writes the run's checkpoint, in place of an older one. Tensors stay the caller's. */
export async function writeCheckpoint(run: string, checkpoint: Checkpoint): Promise<void> {
  const { state, weights, slots, best } = checkpoint
  const tensors = { ...named('weights', weights), ...named('slots', slots), ...(best && named('best', best)) }
  await mkdir(folderOf(run), { recursive: true })
  await writeWhole(fileOf(run), await encodeTensors(tensors, { cotejo: JSON.stringify(state) }))
}

/** Reads the run's checkpoint. @returns null where there is none, or none that is whole */
export async function readCheckpoint(run: string): Promise<Checkpoint | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(fileOf(run))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    const { tensors, metadata } = decodeTensors(bytes)
    const list = (prefix: string) => {
      const count = Object.keys(tensors).filter((name) => name.startsWith(`${prefix}/`)).length
      return Array.from({ length: count }, (_, i) => tensors[`${prefix}/${i}`]!)
    }
    const state = progressState.safeParse(JSON.parse(metadata.cotejo!))
    if (!state.success) {
      tf.dispose(tensors)
      return null
    }
    const best = list('best')
    return {
      state: state.data,
      weights: list('weights'),
      slots: list('slots'),
      best: best.length > 0 ? best : null,
    }
  } catch {
    return null
  }
}

/** Once a run has its `end` record, its checkpoint is of no more use. */
export async function removeCheckpoint(run: string): Promise<void> {
  await rm(folderOf(run), { recursive: true, force: true })
}
