// Runs tasks, which are calls of the module's functions, on all threads. Which thread takes which task is left to
// chance; as each writes its own part of the result, the result is the same.
import { Worker } from 'node:worker_threads'
import { Instance, type WasmCode } from '../web-assembly'
import { control, nothingToDo, workerSource, type WorkerData } from './worker-source'

/** A function of the module and its arguments; the thread's scratch memory is put before them. */
export interface Task {
  readonly name: string
  readonly arguments: readonly number[]
}

export interface PoolOptions {
  code: WasmCode
  /** WebAssembly.Memory. */
  memory: object
  /** Whether the memory is shared; without that there is one thread. */
  shared: boolean
  threads: number
  /** Memory for the time of one call. */
  malloc(bytes: number): number
  free(address: number): void
}

/** Tasks of one batch at most; longer lists are run in several. */
const capacity = 256
/** A task takes milliseconds; a thread that is silent for this long is dead. */
const silentSecondsAtMost = 120

type TaskFunction = (scratch: number, ...rest: number[]) => void

export class TaskPool {
  readonly #functions: Record<string, TaskFunction>
  readonly #names: string[]
  readonly #words: Int32Array
  readonly #workers: Worker[]
  readonly #options: PoolOptions

  constructor(options: PoolOptions) {
    this.#options = options
    const { code, memory, threads } = options
    this.#functions = new Instance(code, { env: { memory } }).exports as Record<string, TaskFunction>
    this.#names = Object.keys(this.#functions)
    const words = control.tasks + capacity * control.taskWords
    const block = options.shared ? new SharedArrayBuffer(4 * words) : null
    this.#words = block ? new Int32Array(block) : new Int32Array(words)
    this.#words[control.next] = nothingToDo
    const url = new URL(`data:text/javascript,${encodeURIComponent(workerSource)}`)
    this.#workers = Array.from({ length: block ? threads - 1 : 0 }, (_, i) => {
      const workerData: WorkerData = { memory, code, names: this.#names, block: block!, thread: i + 1 }
      const worker = new Worker(url, { workerData })
      // A thread that cannot start is one thread less: the others take its tasks.
      worker.on('error', () => {})
      worker.unref()
      return worker
    })
  }

  get threads(): number {
    return this.#workers.length + 1
  }

  /**
   * Runs the tasks and returns when all are done.
   * @param scratchBytes memory that each thread has for itself meanwhile
   */
  run(tasks: readonly Task[], scratchBytes = 16): void {
    const aligned = (scratchBytes + 15) & ~15
    const scratch = this.#options.malloc(aligned * this.threads)
    try {
      for (let first = 0; first < tasks.length; first += capacity) {
        this.#runBatch(tasks.slice(first, first + capacity), scratch, aligned)
      }
    } finally {
      this.#options.free(scratch)
    }
  }

  #runBatch(tasks: readonly Task[], scratch: number, scratchBytes: number): void {
    if (tasks.length === 1 || this.threads === 1) {
      for (const task of tasks) this.#functions[task.name]!(scratch, ...task.arguments)
      return
    }
    const words = this.#words
    tasks.forEach((task, i) => {
      const at = control.tasks + i * control.taskWords
      words[at] = this.#names.indexOf(task.name)
      words[at + 1] = task.arguments.length
      words.set(task.arguments, at + 2)
    })
    words[control.scratch] = scratch
    words[control.scratchBytes] = scratchBytes
    words[control.failed] = 0
    words[control.done] = 0
    words[control.total] = tasks.length
    // Only now can a task be taken; everything above is seen by whoever takes one.
    Atomics.store(words, control.next, 0)
    Atomics.add(words, control.generation, 1)
    Atomics.notify(words, control.generation)
    try {
      for (
        let i = Atomics.add(words, control.next, 1);
        i < tasks.length;
        i = Atomics.add(words, control.next, 1)
      ) {
        this.#functions[tasks[i]!.name]!(scratch, ...tasks[i]!.arguments)
        Atomics.add(words, control.done, 1)
      }
      this.#await(tasks.length)
    } finally {
      Atomics.store(words, control.next, nothingToDo)
    }
    if (words[control.failed]) throw new Error('A thread of the wasm backend failed.')
  }

  #await(total: number): void {
    const words = this.#words
    let silent = 0
    for (
      let done = Atomics.load(words, control.done);
      done < total;
      done = Atomics.load(words, control.done)
    ) {
      if (Atomics.wait(words, control.done, done, 1000) !== 'timed-out') silent = 0
      else if (++silent > silentSecondsAtMost)
        throw new Error('A thread of the wasm backend does not answer any more.')
    }
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
