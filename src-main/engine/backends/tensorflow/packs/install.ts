// Makes an engine pack: gets the wheels, verifies them, takes out what is needed, moves the whole into place.
// Until that last move nothing is installed; what was downloaded is kept for the next try.
import { mkdir, readFile, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cancelled, UserError, type PackName } from '../../../../contract'
import { downloadFile } from '../../../download'
import type { Task } from '../../../task'
import { packFolder, readPack, type InstalledPack, type PackRecord } from './folder'
import { findWheelUrl } from './index-page'
import { pipDownload } from './pip'
import { possible } from './possible'
import { requirementsOf, resolve } from './requirements'
import {
  cudaWheels,
  isCudaFile,
  isTensorflowFile,
  tensorflowVersion,
  tensorflowWheels,
  type Wheel,
} from './table'
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
): Promise<InstalledPack> {
  const there = await readPack(packs, name)
  if (there) return there
  const obstacle = await possible(name)
  if (obstacle)
    throw new UserError('pack-unavailable', obstacle.problem, { detail: { pack: name }, hint: obstacle.hint })

  const known = tensorflowWheels[name][`${process.platform}-${process.arch}`] ?? []
  await checkRoom(packs, known[0].bytes + (name === 'cuda' ? sum(cudaWheels) : 0))
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

    await take(wheel ?? (await obtain(known[0], downloads, task)), known, isTensorflowFile)
    if (name === 'cuda') {
      const metadata = await readMetadata(making)
      for (const one of resolve(requirementsOf(metadata, 'and-cuda'), cudaWheels)) {
        await take(await obtain(one, downloads, task), [one], isCudaFile)
      }
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

/** A wheel on disk: through pip where that works, else straight from the index, resumed if broken off. */
async function obtain(wheel: Wheel, downloads: string, task: Task): Promise<string> {
  await mkdir(downloads, { recursive: true })
  const file = join(downloads, wheel.file)
  const viaPip = await pipDownload(wheel, downloads, task)
  if (viaPip) {
    await rename(viaPip, file)
    return file
  }
  task.progress({ stage: 'connect', done: 0, total: 0, unit: 'bytes', item: wheel.file })
  const url = await findWheelUrl(wheel, task.signal)
  await downloadFile(
    { url, file, bytes: wheel.bytes, hash: { algorithm: 'sha256', hex: wheel.sha256 } },
    task,
  )
  return file
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
