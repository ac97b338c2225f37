// A program by itself that uses the wasm backend, run beside wasm-backend.test.ts: what happens at a process's end
// cannot be seen from within. The first argument says what it does.
import type { Worker } from 'node:worker_threads'
import { openWasm } from '../../src-main/engine/backends/wasm'
import { tf } from '../../src-main/engine/tf'

const compute = await openWasm({ threads: 2 })
const product = tf.matMul(tf.ones([300, 400]), tf.ones([400, 200]))
console.log(compute.threads, product.dataSync()[0])

if (process.argv[2] === 'dispose') await compute.dispose()
if (process.argv[2] === 'crash') {
  // A thread of the package's that fails while it computes: it is told to run a function that there is not.
  const { PThread } = (tf.backend() as unknown as { wasm: { PThread: { unusedWorkers: Worker[] } } }).wasm
  PThread.unusedWorkers[0]!.postMessage({ cmd: 'run', pthread_ptr: 0, start_routine: 1e6, arg: 0 })
  setInterval(() => {}, 1000)
}
