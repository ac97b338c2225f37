// The program of a thread of the pool, as text: a data: URL needs no file of its own in the app's bundle.

/** Words of the control block that main thread and workers share; then the tasks. */
export const control = {
  /** Rises with each batch of tasks; workers sleep on it. */
  generation: 0,
  /** The next task that nobody has taken. */
  next: 1,
  /** Tasks of this batch. */
  total: 2,
  done: 3,
  failed: 4,
  scratch: 5,
  scratchBytes: 6,
  tasks: 8,
  /** Words a task: function, number of arguments, arguments. */
  taskWords: 20,
} as const

/** `next` while no batch is under way: beyond any total. */
export const nothingToDo = 1 << 30

export interface WorkerData {
  memory: object
  code: object
  names: readonly string[]
  block: SharedArrayBuffer
  thread: number
}

/** Takes tasks until none is left, sleeps until there are more. */
export const workerSource = `
import { workerData } from 'node:worker_threads'
const { memory, code, names, block, thread } = workerData
const c = ${JSON.stringify(control)}
const { exports } = new WebAssembly.Instance(code, { env: { memory } })
const functions = names.map((name) => exports[name])
const words = new Int32Array(block)
for (let generation = 0; ; generation = Atomics.load(words, c.generation)) {
  for (;;) {
    const task = Atomics.add(words, c.next, 1)
    if (task >= Atomics.load(words, c.total)) break
    const at = c.tasks + task * c.taskWords
    const scratch = words[c.scratch] + thread * words[c.scratchBytes]
    try {
      functions[words[at]](scratch, ...words.subarray(at + 2, at + 2 + words[at + 1]))
    } catch {
      Atomics.store(words, c.failed, 1)
    }
    Atomics.add(words, c.done, 1)
    Atomics.notify(words, c.done)
  }
  Atomics.wait(words, c.generation, generation)
}
`
