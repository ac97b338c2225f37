// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="../raw.d.ts" />
// Threads that run LiteRT. One is used for model after model: what takes most of a short check is that V8 compiles the
// library's kernels. Those that nobody has used for a while end.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import program from './litert-worker.js?raw'

export interface Library {
  library: string
  binaries: string
  version: string
}

/** The package's files, where it is installed: as it is for browsers, Node's resolution finds no entry in it. */
export async function findLibrary(): Promise<Library | null> {
  const folders = createRequire(import.meta.url).resolve.paths('@litertjs/core') ?? []
  const folder = folders.map((one) => join(one, '@litertjs', 'core')).find((one) => existsSync(one))
  if (!folder) return null
  const { main, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    main: string
    version: string
  }
  return { library: join(folder, main), binaries: join(folder, 'wasm'), version }
}

export type Answers = readonly (Float32Array | Uint8Array)[]
type Reply = { ready: true } | { answers: Answers } | { problem: string }

export class Thread {
  readonly #worker: Worker
  #settle: (reply: Reply) => void = () => {}
  #ended = false

  constructor({ library, binaries }: Library) {
    this.#worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
      workerData: { library, binaries },
      // LiteRT tells there at length what it does.
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const end = (problem: string) => {
      this.#ended = true
      this.#settle({ problem })
    }
    this.#worker.on('message', (reply: Reply) => this.#settle(reply))
    this.#worker.on('error', (error: Error) => end(error.message))
    this.#worker.on('exit', () => end('the thread ended'))
  }

  /** @throws Error where LiteRT has a problem, or the thread is gone */
  async #ask(message: object): Promise<Reply> {
    const asked = new Promise<Reply>((resolve) => (this.#settle = resolve))
    if (this.#ended) this.#settle({ problem: 'the thread ended' })
    this.#worker.postMessage(message)
    const reply = await asked
    if ('problem' in reply) throw new Error(`LiteRT: ${reply.problem}`)
    return reply
  }

  /** @throws Error where LiteRT refuses the model */
  async load(model: Uint8Array, size: number): Promise<void> {
    await this.#ask({ model, size })
  }

  async predict(pixels: Uint8Array, count: number): Promise<Answers> {
    if (count === 0) return []
    return ((await this.#ask({ pixels, count })) as { answers: Answers }).answers
  }

  get isAlive(): boolean {
    return !this.#ended
  }

  /** Whether the program may not end before the thread does. */
  hold(on: boolean): void {
    if (on) this.#worker.ref()
    else this.#worker.unref()
  }

  stop(): void {
    this.#ended = true
    void this.#worker.terminate()
  }
}

const IDLE_MS = 5000

const idle: { thread: Thread; timer: NodeJS.Timeout }[] = []

/** Takes threads that are idle, and starts what is missing. */
export function takeThreads(count: number, library: Library): Thread[] {
  return Array.from({ length: count }, () => {
    const waiting = idle.pop()
    if (waiting) clearTimeout(waiting.timer)
    const thread = waiting?.thread.isAlive ? waiting.thread : new Thread(library)
    thread.hold(true)
    return thread
  })
}

/** Gives them back; one that had a problem is not to be given back but stopped. */
export function giveBack(threads: readonly Thread[]): void {
  for (const thread of threads) {
    thread.hold(false)
    const timer = setTimeout(() => {
      idle.splice(idle.findIndex((one) => one.thread === thread), 1) // prettier-ignore
      thread.stop()
    }, IDLE_MS)
    timer.unref()
    idle.push({ thread, timer })
  }
}
