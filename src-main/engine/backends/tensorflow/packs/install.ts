// Makes an engine pack: gets the wheels, verifies them, takes out what is needed, moves the whole into place.
// Until that last move nothing is installed; what was downloaded is kept for the next try.
import { mkdir, readFile, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cancelled, UserError, type PackName } from '../../../../contract'
import type { Task } from '../../../task'
import { packFolder, readPack, type InstalledPack, type PackRecord } from './folder'
import { recipeFor, type Recipe } from './recipe'
import { requirementsOf, resolve } from './requirements'
import { isCudaFile, isTensorflowFile, tensorflowVersion, type Wheel } from './table'
import { extractWheel, verifyWheel } from './wheel'

/** Unpacked size over the wheel's, measured: 3.2 for TensorFlow on the CPU; room for both at once. */
const ROOM = 4.5

/**
 * Installs a pack; one that is there already is left as it is.
 * @param packs the folder of all packs
 * @param wheel TensorFlow's wheel, if the user has it
 * @throws UserError `pack-unavailable` (not on this machine), `pack-wrong`, `download-failed`, `disk-full`
 */
export async function installPack(
  packs: string,
  name: PackName,
  wheel: string | undefined,
  task: Task,
  recipe: Recipe = recipeFor(name),
): Promise<InstalledPack> {
  const there = await readPack(packs, name)
  if (there) return there
  const obstacle = await recipe.obstacle()
  if (obstacle)
    throw new UserError('pack-unavailable', obstacle.problem, { detail: { pack: name }, hint: obstacle.hint })

  await checkRoom(packs, recipe.tensorflow[0].bytes + (recipe.cuda ? sum(recipe.cuda) : 0))
  const downloads = join(packs, 'downloads')
  const making = join(packs, `.making-${name}-${process.pid}`)
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { recursive: true })
  try {
    const used: Wheel[] = []
    let bytes = 0
    const take = async (file: string, from: readonly Wheel[], wanted: (name: string) => boolean) => {
      used.push(await verifyWheel(file, from, task))
      bytes += await extractWheel(file, making, wanted, task)
    }
    const fetchAndTake = async (one: Wheel, wanted: (name: string) => boolean) => {
      const file = await obtain(one, recipe, downloads, task)
      try {
        await take(file, [one], wanted)
      } catch (error) {
        // A download of ours that is not what it should be would fail every later try as well.
        if (error instanceof UserError && error.code === 'pack-wrong') await rm(file, { force: true })
        throw error
      }
    }

    if (wheel !== undefined) await take(wheel, recipe.tensorflow, isTensorflowFile)
    else await fetchAndTake(recipe.tensorflow[0], isTensorflowFile)
    if (recipe.cuda) {
      const asked = requirementsOf(await readMetadata(making), 'and-cuda')
      for (const one of resolve(asked, recipe.cuda)) await fetchAndTake(one, isCudaFile)
    }
    const record: PackRecord = {
      version: 1,
      pack: name,
      tensorflow: tensorflowVersion,
      installed: new Date().toISOString(),
      bytes,
      wheels: used.map(({ file, sha256 }) => ({ file, sha256 })),
    }
    await writeFile(join(making, 'pack.json'), JSON.stringify(record, null, 2))
    await rm(packFolder(packs, name), { recursive: true, force: true })
    await rename(making, packFolder(packs, name))
    await rm(downloads, { recursive: true, force: true })
  } catch (error) {
    if (task.signal.aborted) throw cancelled()
    throw error
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  const installed = await readPack(packs, name)
  if (!installed) throw new Error(`The pack ${name} was installed but cannot be read.`)
  return installed
}

/** A wheel on disk, by the first way that works. */
async function obtain(wheel: Wheel, recipe: Recipe, downloads: string, task: Task): Promise<string> {
  await mkdir(downloads, { recursive: true })
  for (const way of recipe.ways) {
    const file = await way(wheel, downloads, task)
    if (file !== null) return file
  }
  throw new UserError('download-failed', `There was no way to get ${wheel.file}.`, {
    detail: { file: wheel.file },
  })
}

async function readMetadata(folder: string): Promise<string> {
  const info = (await readdir(folder)).find((name) => /^tensorflow.*\.dist-info$/.test(name))
  if (!info) throw new UserError('pack-wrong', 'The wheel has no metadata.')
  return readFile(join(folder, info, 'METADATA'), 'utf8')
}

async function checkRoom(packs: string, wheelBytes: number): Promise<void> {
  await mkdir(packs, { recursive: true })
  const { bavail, bsize } = await statfs(packs)
  const needed = wheelBytes * ROOM
  const free = bavail * bsize
  if (free >= needed) return
  const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1)
  throw new UserError(
    'disk-full',
    `The pack needs ${gigabytes(needed)} GB while it is made; ${gigabytes(free)} GB are free.`,
    {
      detail: { neededGB: gigabytes(needed), freeGB: gigabytes(free) },
      hint: `Free some space on the disk of ${packs} and try again.`,
    },
  )
}

const sum = (wheels: readonly Wheel[]): number => wheels.reduce((total, { bytes }) => total + bytes, 0)
