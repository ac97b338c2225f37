// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="../raw.d.ts" />
// Opens a .tflite file in LiteRT, TensorFlow Lite's runtime: its build in WebAssembly, in threads of their own.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Consumer, type NoConsumer } from '../format'
import program from './litert-worker.js?raw'

/** Each holds the whole model; a check of a few dozen pictures needs no more. */
const MOST_THREADS = 4

interface Library {
  library: string
  binaries: string
  version: string
}

/** The package's files, where it is installed: as it is for browsers, Node's resolution finds no entry in it. */
async function findLibrary(): Promise<Library | null> {
  const folders = createRequire(import.meta.url).resolve.paths('@litertjs/core') ?? []
  const folder = folders.map((one) => join(one, '@litertjs', 'core')).find((one) => existsSync(one))
  if (!folder) return null
  const { main, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    main: string
    version: string
  }
  return { library: join(folder, main), binaries: join(folder, 'wasm'), version }
}

type Answers = readonly (Float32Array | Uint8Array)[]
type Reply = { ready: true } | { answers: Answers } | { problem: string }

class Thread {
  readonly #worker: Worker
  #settle: (reply: Reply) => void = () => {}
  /** Resolved once the model is loaded, rejected where LiteRT refuses it. */
  readonly ready: Promise<void>

  constructor(workerData: object) {
    this.#worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
      workerData,
      // LiteRT tells there at length what it does.
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    this.#worker.on('message', (reply: Reply) => this.#settle(reply))
    this.#worker.on('error', (error: Error) => this.#settle({ problem: error.message }))
    this.#worker.on('exit', () => this.#settle({ problem: 'the thread ended' }))
    this.ready = this.#reply().then(() => undefined)
  }

  async #reply(): Promise<Reply> {
    const reply = await new Promise<Reply>((resolve) => (this.#settle = resolve))
    if ('problem' in reply) throw new Error(`LiteRT: ${reply.problem}`)
    return reply
  }

  async ask(pixels: Uint8Array, count: number): Promise<Answers> {
    if (count === 0) return []
    const reply = this.#reply()
    this.#worker.postMessage({ pixels, count })
    return ((await reply) as { answers: Answers }).answers
  }

  stop = (): Promise<number> => this.#worker.terminate()
}

/**
 * @param file path of the model
 * @param size side of a picture in pixels
 * @throws Error where LiteRT refuses the model
 */
export async function openTflite(file: string, size: number): Promise<Consumer | NoConsumer> {
  const found = await findLibrary()
  if (!found) return { reason: 'LiteRT is not installed.' }
  const { library, binaries, version } = found
  const model = new Uint8Array(await readFile(file))
  const count = Math.min(MOST_THREADS, availableParallelism())
  const threads = Array.from({ length: count }, () => new Thread({ library, binaries, model, size }))
  const dispose = async () => void (await Promise.all(threads.map((one) => one.stop())))
  try {
    await Promise.all(threads.map((one) => one.ready))
  } catch (error) {
    await dispose()
    throw error
  }
  const predict = async (pixels: Uint8Array, pictures: number): Promise<Float32Array> => {
    const each = size * size * 3
    const share = Math.ceil(pictures / threads.length)
    const answers = await Promise.all(
      threads.map((thread, i) => {
        const part = pixels.slice(i * share * each, Math.min(pictures, (i + 1) * share) * each)
        return thread.ask(part, part.length / each)
      }),
    )
    return joined(answers.flat())
  }
  return { runtime: `LiteRT ${version}`, predict, dispose }
}

/** Answers in whole numbers are probabilities in steps of 1/256. */
function joined(answers: Answers): Float32Array {
  const classes = answers[0]?.length ?? 0
  const all = new Float32Array(answers.length * classes)
  answers.forEach((answer, i) => {
    const scale = answer instanceof Uint8Array ? 1 / 256 : 1
    for (let c = 0; c < classes; c++) all[i * classes + c] = answer[c]! * scale
  })
  return all
}
