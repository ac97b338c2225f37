// What a pack is made from on this machine, and the ways to get it. Installing is given a recipe, so that it can be
// tested on small wheels.
import { mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackName } from '../../../../contract'
import { downloadFile } from '../../../download'
import type { Task } from '../../../task'
import { findWheelUrl } from './index-page'
import { pipDownload } from './pip'
import { possible, type Obstacle } from './possible'
import { cudaWheels, tensorflowWheels, type Wheel } from './table'

export interface Recipe {
  /** Any of these is TensorFlow for this machine; the first is the one that is downloaded. */
  readonly tensorflow: readonly Wheel[]
  /** Where the wheels for what TensorFlow's metadata asks under `and-cuda` are taken from; null: nothing is asked. */
  readonly cuda: readonly Wheel[] | null
  /** What stands in the way, if anything. */
  obstacle(): Promise<Obstacle | null>
  /** Tried in turn; null says that this way does not work here, an error that it failed. */
  readonly ways: readonly ((wheel: Wheel, folder: string, task: Task) => Promise<string | null>)[]
}

export function recipeFor(name: PackName): Recipe {
  return {
    tensorflow: tensorflowWheels[name][`${process.platform}-${process.arch}`] ?? [],
    cuda: name === 'cuda' ? cudaWheels : null,
    obstacle: () => possible(name),
    ways: [fromBefore, throughPip, fromIndex],
  }
}

/** A wheel that an earlier try brought whole. Its content is verified like any other's. */
export async function fromBefore(wheel: Wheel, folder: string): Promise<string | null> {
  const file = join(folder, wheel.file)
  return stat(file).then(
    ({ size }) => (size === wheel.bytes ? file : null),
    () => null,
  )
}

async function throughPip(wheel: Wheel, folder: string, task: Task): Promise<string | null> {
  const found = await pipDownload(wheel, folder, task)
  if (!found) return null
  const file = join(folder, wheel.file)
  await rename(found, file)
  return file
}

/** Straight from the Python package index; goes on where it broke off. */
export async function fromIndex(wheel: Wheel, folder: string, task: Task): Promise<string> {
  await mkdir(folder, { recursive: true })
  task.progress({ stage: 'connect', done: 0, total: 0, unit: 'bytes', item: wheel.file })
  const url = await findWheelUrl(wheel, task.signal)
  const file = join(folder, wheel.file)
  await downloadFile(
    { url, file, bytes: wheel.bytes, hash: { algorithm: 'sha256', hex: wheel.sha256 } },
    task,
  )
  return file
}
