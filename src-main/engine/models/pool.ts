// Models of runs that are kept in memory while pictures are tried on them: one compares several models on the same
// picture, picture after picture, and loading one takes longer than asking it.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { type Compute } from '../compute'
import { type LayersModel } from '../tf'
import { loadModel } from './storage'

/** Weights of so many bytes are kept: ten models of the size of MobileNetV2 fit, or two of VGG16. */
const KEPT = 1024 * 1024 * 1024

/** Something made of a model that is worth keeping as long as the model: a compiled function. */
interface Disposable {
  dispose(): void
}

export interface LentModel {
  readonly network: LayersModel
  readonly description: ModelDescription
  /** What `make` made of this model for this backend the first time that `key` was asked for. */
  once<T extends Disposable>(key: string, compute: Compute, make: () => T): T
}

interface Entry {
  key: string
  bytes: number
  model: Promise<LentModel & Disposable>
  /** Calls that work with it; its weights are freed when it was dropped and nobody does. */
  users: number
  dropped: boolean
}

/** By folder, the one used last at the end. */
const kept = new Map<string, Entry>()

async function stampOf(folder: string): Promise<{ key: string; bytes: number }> {
  const { mtimeMs, size } = await stat(join(folder, 'weights.bin')).catch(() => ({ mtimeMs: 0, size: 0 }))
  return { key: `${mtimeMs}:${size}`, bytes: size }
}

async function open(folder: string): Promise<LentModel & Disposable> {
  const { network, description } = await loadModel(folder)
  const made = new Map<string, Disposable>()
  return {
    network,
    description,
    once<T extends Disposable>(key: string, compute: Compute, make: () => T): T {
      const name = `${compute.name} ${key}`
      const found = made.get(name) ?? make()
      made.set(name, found)
      return found as T
    },
    dispose() {
      for (const value of made.values()) value.dispose()
      made.clear()
      network.dispose()
    },
  }
}

const free = (entry: Entry): void => {
  if (entry.dropped && entry.users === 0) void entry.model.then((model) => model.dispose()).catch(() => {})
}

function drop(folder: string): void {
  const entry = kept.get(folder)
  if (!entry) return
  kept.delete(folder)
  entry.dropped = true
  free(entry)
}

/** Drops what was not used for longest until the rest fits. The last one used stays, however large. */
function trim(most: number): void {
  let bytes = 0
  for (const [folder, entry] of [...kept].reverse()) {
    bytes += entry.bytes
    if (bytes > most && bytes > entry.bytes) drop(folder)
  }
}

/**
 * Lends the model in `folder` to `use`; loads it only where it is not kept, or has changed.
 * @param folder of the model
 * @param most bytes of weights that are kept
 * @throws UserError `run-not-finished` where there is no model, `file-unreadable` where it is damaged
 */
export async function withModel<T>(
  folder: string,
  use: (model: LentModel) => Promise<T>,
  most = KEPT,
): Promise<T> {
  const { key, bytes } = await stampOf(folder)
  let entry = kept.get(folder)
  if (entry?.key !== key) {
    drop(folder)
    entry = { key, bytes, model: open(folder), users: 0, dropped: false }
    // Nobody may be waiting for it any more when it fails.
    entry.model.catch(() => {})
  }
  kept.delete(folder)
  kept.set(folder, entry)
  trim(most)
  entry.users++
  try {
    return await use(await entry.model)
  } catch (error) {
    // A model that could not be loaded is tried again the next time.
    await entry.model.catch(() => kept.get(folder) === entry && kept.delete(folder))
    throw error
  } finally {
    entry.users--
    free(entry)
  }
}

/** Frees all models that are kept; for before their backend goes. */
export function forgetModels(): void {
  for (const folder of [...kept.keys()]) drop(folder)
}
