// Reads HDF5 files that come from outside: first what is in them, then the numbers that are asked for, in a thread of
// its own that is given up when it takes too long. Nothing in a file is executed, and nothing else than the file is
// opened.
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { UserError } from '../../../contract'
import program from './hdf5-worker.js?raw'

export interface Hdf5Outline {
  /** All groups; of their attributes, those that Keras writes and that are strings. */
  readonly groups: readonly { path: string; attributes: Readonly<Record<string, readonly string[]>> }[]
  /** All datasets of numbers. */
  readonly datasets: readonly { path: string; shape: readonly number[] }[]
}

export interface Hdf5File {
  readonly outline: Hdf5Outline
  /** The numbers of some datasets, in the given order, row by row. */
  read(paths: readonly string[]): Promise<Float32Array[]>
  close(): Promise<void>
}

type Question = { ask: 'outline' } | { ask: 'read'; paths: readonly string[] }
type Reply = { outline?: Hdf5Outline; values?: Float32Array[]; problem?: string; cause?: string }

/** The largest file that any of our architectures comes in is 0.6 GB, its top included. */
const mostBytes = 2 ** 30
const limits = { depth: 24, objects: 20_000, names: 5000, text: 2 ** 24 }
const signature = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1')

/** The library's build that keeps its files in memory; the package's own entry for Node opens those on disk. */
function libraryUrl(): string {
  const folders = createRequire(import.meta.url).resolve.paths('h5wasm') ?? []
  const files = folders.map((folder) => join(folder, 'h5wasm', 'dist', 'esm', 'hdf5_hl.js'))
  const file = files.find((one) => existsSync(one))
  if (!file) throw new Error('The package h5wasm is not installed')
  return pathToFileURL(file).href
}

export function unreadable(path: string, why: string, cause?: unknown): UserError {
  return new UserError('file-unreadable', `${basename(path)} cannot be read as a weight file: ${why}.`, {
    detail: { file: path, why },
    hint: 'Get the file again, or choose another one.',
    cause,
  })
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Buffer
  try {
    const { size, isFile } = await stat(path).then((s) => ({ size: s.size, isFile: s.isFile() }))
    if (!isFile) throw unreadable(path, 'it is not a file')
    if (size > mostBytes) throw unreadable(path, 'it is larger than 1 GB')
    bytes = await readFile(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new UserError('not-found', `There is no file ${path}.`, { detail: { file: path }, cause })
  }
  if (!bytes.subarray(0, 8).equals(signature)) throw unreadable(path, 'it is not in the format HDF5')
  return new Uint8Array(bytes)
}

/**
 * Opens an HDF5 file and reads what is in it.
 * @param seconds how long an answer may take
 * @throws UserError `not-found`, or `file-unreadable` for what is damaged, too large or no HDF5 at all
 */
export async function openHdf5(path: string, seconds = 60): Promise<Hdf5File> {
  const bytes = await bytesOf(path)
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
    workerData: { library: libraryUrl(), bytes, limits },
    transferList: [bytes.buffer],
    // The library tells its errors there at length; ours say what matters.
    stdout: true,
    stderr: true,
    execArgv: [],
  })

  let answer: (reply: Reply | Error) => void = () => {}
  worker.on('message', (reply: Reply) => answer(reply))
  worker.on('error', (error: Error) => answer(error))
  worker.on('exit', () => answer(new Error('the thread ended')))

  const ask = async (question: Question): Promise<Reply> => {
    let patience: NodeJS.Timeout | undefined
    const reply = await new Promise<Reply | Error>((resolve) => {
      answer = resolve
      patience = setTimeout(() => resolve(new Error(`no answer in ${seconds} s`)), seconds * 1000)
      worker.postMessage(question)
    })
    clearTimeout(patience)
    if (!(reply instanceof Error) && reply.problem === undefined) return reply
    await worker.terminate()
    if (reply instanceof Error) throw unreadable(path, 'it is damaged', reply)
    throw unreadable(path, reply.problem || 'it is damaged', reply.cause)
  }

  const { outline } = await ask({ ask: 'outline' })
  return {
    outline: outline!,
    read: async (paths) => (paths.length === 0 ? [] : (await ask({ ask: 'read', paths })).values!),
    close: async () => void (await worker.terminate()),
  }
}
