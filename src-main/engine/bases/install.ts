// Fetches a base of the catalogue: download with resume, verification by Keras's hash where it gives one, and in any
// case by reading the file wholly. Until the last rename nothing is installed; what came of a download is kept.
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, type BaseInfo } from '../../contract'
import { downloadFile, hashFile, type DownloadOptions } from '../download'
import { readWeights } from '../models/weights-file/read'
import { throwIfCancelled, type Task } from '../task'
import { addressOf, inCatalogue, type CatalogueBase } from './catalogue'
import { catalogueRecord, infoOf, wantedLayers } from './facts'
import { getBase } from './find'
import { downloadsFolder, installedBases, makingFolder, placeBase } from './folder'
import { partialBytes } from './list'
import { checkRoom } from './room'
import { inTurn } from './turns'

/** No file of the catalogue comes near it. */
const MAX_BYTES = 2 ** 30

/**
 * Installs a base of the catalogue; one that is here already is left as it is.
 * @param url where to fetch it instead of the catalogue's address
 * @throws UserError `base-unknown`, `download-failed` (also where what came is not the right file), `disk-full`,
 *   `cancelled`; a download that broke off or was cancelled goes on the next time
 */
export async function installBase(
  { bases, base, url }: { bases: string; base: string; url?: string | undefined },
  task: Task,
  options: DownloadOptions = {},
): Promise<BaseInfo> {
  const one = inCatalogue(base)
  // What is not in the catalogue is here, or unknown.
  if (!one) return infoOf((await getBase(bases, base)).record)
  return inTurn(`${bases} ${base}`, task, async () => {
    const stored = await installedBases(bases)
    const there = stored.find(({ record }) => record.id === base)
    if (there) return infoOf(there.record)
    await checkRoom(bases, one.bytes - (await partialBytes(bases, one)))
    return install(bases, one, url ?? addressOf(one), task, options)
  })
}

async function install(
  bases: string,
  one: CatalogueBase,
  url: string,
  task: Task,
  options: DownloadOptions,
): Promise<BaseInfo> {
  const file = join(downloadsFolder(bases), one.file)
  const { hash } = one
  await downloadFile({ url, file, maxBytes: MAX_BYTES, ...(hash && { hash }) }, task, options)
  const { size } = await stat(file)
  const sha256 = await hashFile(file, 'sha256', size, task)
  try {
    await readWeights(file, wantedLayers(one.architecture, one.alpha))
  } catch (error) {
    // Without a hash a page of a hotel's network is found out only here; kept, it would be taken for whole next time.
    await rm(file, { force: true })
    if (error instanceof UserError) throw notTheFile(one, url, error)
    throw error
  }
  throwIfCancelled(task)
  const making = await makingFolder(bases)
  try {
    await rename(file, join(making, one.file))
    const { record } = await placeBase(bases, making, catalogueRecord(one, sha256, size))
    return infoOf(record)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

function notTheFile({ file, title }: CatalogueBase, url: string, cause: UserError): UserError {
  return new UserError(
    'download-failed',
    `What came from ${new URL(url).host} are not the weights of ${title}: ${cause.message}`,
    {
      detail: { url, file, problem: cause.message },
      hint: 'Some networks answer with a page of their own: open a page in a browser to see. Then try again.',
      cause,
    },
  )
}
