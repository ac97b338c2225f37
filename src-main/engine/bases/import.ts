// Takes a user's own weights file into the library. The file is copied and read; it is never changed.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { UserError, type Architecture, type BaseInfo, type BaseRecord } from '../../contract'
import { application } from '../models/applications/registry'
import { readWeights } from '../models/weights-file/read'
import { throwIfCancelled, type Task } from '../task'
import { catalogue, inCatalogue, type CatalogueBase } from './catalogue'
import { catalogueRecord, infoOf, wantedLayers } from './facts'
import { storedBases } from './find'
import { makingFolder, placeBase, type StoredBase } from './folder'
import { fileTitle, importedId } from './names'
import { checkRoom } from './room'
import { inTurn } from './turns'

/** ResNet152 with its top has 0.24 GB, VGG19 0.57 GB. */
const MAX_BYTES = 2 ** 30

/**
 * @param file only read; HDF5 as Keras 2 and 3 write it
 * @returns the base that was made, or the one that is here already with the same content
 * @throws UserError `not-found`, `invalid-argument` for a width that was never published, `file-unreadable` for damage
 *   or another kind of file, `weights-wrong` with the layer and the shapes, `disk-full`, `cancelled`; nothing is kept
 */
export async function importBase(
  {
    bases,
    architecture,
    alpha,
    file,
  }: { bases: string; architecture: Architecture; alpha: number; file: string },
  task: Task,
): Promise<BaseInfo> {
  const wanted = wantedLayers(architecture, alpha)
  const size = await sizeOf(file)
  await checkRoom(bases, size)
  // Names are given one after the other, so that two imports do not take the same.
  return inTurn(`${bases} import`, task, async () => {
    const making = await makingFolder(bases)
    try {
      const name = `weights${/^\.(h5|hdf5|keras)$/i.test(extname(file)) ? extname(file).toLowerCase() : '.h5'}`
      const copy = join(making, name)
      const { sha256, md5, bytes } = await copyFile(file, copy, size, task)
      await readWeights(copy, wanted).catch((error: unknown) => {
        throw error instanceof UserError ? inWordsOf(file, name, error) : error
      })
      throwIfCancelled(task)
      const stored = await storedBases(bases)
      const same = stored.find(({ record }) => record.sha256 === sha256)
      if (same) return infoOf(same.record)
      const official = catalogue.find(
        (one) => one.hash?.hex === (one.hash?.algorithm === 'md5' ? md5 : sha256) && !isHere(stored, one),
      )
      const record = official
        ? { ...catalogueRecord(official, sha256, bytes), file: name }
        : importedRecord({ architecture, alpha, source: file, file: name, sha256, bytes }, stored)
      return infoOf((await placeBase(bases, making, record)).record)
    } finally {
      await rm(making, { recursive: true, force: true })
    }
  })
}

const isHere = (stored: readonly StoredBase[], { id }: CatalogueBase): boolean =>
  stored.some(({ record }) => record.id === id)

function importedRecord(
  facts: Pick<BaseRecord, 'architecture' | 'alpha' | 'file' | 'sha256' | 'bytes'> & { source: string },
  stored: readonly StoredBase[],
): BaseRecord {
  const { source, ...rest } = facts
  const { title, size, alphas } = application(facts.architecture)
  const width = Number.isInteger(facts.alpha) ? facts.alpha.toFixed(1) : String(facts.alpha)
  const taken = (id: string) => inCatalogue(id) !== null || stored.some(({ record }) => record.id === id)
  return {
    version: 1,
    id: importedId(facts.architecture, basename(source), taken),
    title: `${title}${alphas.length > 1 ? ` ${width}` : ''} · ${fileTitle(basename(source))}`,
    size,
    origin: 'file',
    url: null,
    trainedOn: null,
    licence: null,
    accuracy: null,
    ...rest,
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR') throw cause
    throw new UserError('not-found', `There is no file ${file}.`, {
      detail: { file },
      hint: 'Check the path of the weights file.',
      cause,
    })
  })
  const why = !found.isFile() ? 'it is not a file' : found.size > MAX_BYTES ? 'it is larger than 1 GB' : null
  if (why === null) return found.size
  throw new UserError('file-unreadable', `${basename(file)} cannot be read as a weight file: ${why}.`, {
    detail: { file, why },
    hint: 'Choose a weights file as Keras saves it (.h5 or .weights.h5).',
  })
}

/** Copies and hashes in one go, so that what is hashed is what is kept. */
async function copyFile(from: string, to: string, size: number, task: Task) {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')]
  const item = basename(from)
  let bytes = 0
  const report = () => task.progress({ stage: 'write', done: bytes, total: size, unit: 'bytes', item })
  report()
  const out = await open(to, 'wx')
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      throwIfCancelled(task)
      if (bytes + chunk.length > MAX_BYTES)
        throw new UserError('file-unreadable', `${item} grows while it is read.`, { detail: { file: from } })
      await out.writeFile(chunk)
      sha256.update(chunk)
      md5.update(chunk)
      bytes += chunk.length
      report()
    }
    await out.sync()
  } finally {
    await out.close()
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex'), bytes }
}

/** The error is about the user's file, not about the copy. */
function inWordsOf(file: string, copy: string, error: UserError): UserError {
  const name = basename(file)
  const { code, message, hint } = error
  const detail = { ...error.detail, file: error.detail?.['file'] === copy ? name : file }
  return new UserError(code, message.replace(copy, name), { detail, ...(hint && { hint }), cause: error })
}
