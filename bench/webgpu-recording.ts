// What recording a step on the webgpu backend saves: the processor's time for a step op by op and replayed, in alternating
// pairs; commands; and memory for what is made on the way. The device's own time is in neither: it is waited for before
// each step. Any adapter will do, also a software one.
// `node bench/run.mjs webgpu-recording [--model seed|tiny|mobilenetv2] [--batch 4] [--pairs 20]`
import { parseArgs } from 'node:util'
import { compileEagerly } from '../src-main/engine/backends/shared/eager'
import { openWebgpu } from '../src-main/engine/backends/webgpu'
import type { Replay } from '../src-main/engine/backends/webgpu/replay'
import type { Compute } from '../src-main/engine/compute'
import { tf } from '../src-main/engine/tf'
import { median } from './times'
import { trainingStep, type BenchStep } from './training-step'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'seed' },
    batch: { type: 'string', default: '4' },
    pairs: { type: 'string', default: '20' },
  },
})
const [batch, pairs] = [Number(values.batch), Number(values.pairs)]
const compute = await openWebgpu()
console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)

const allocated = () => (tf.memory() as unknown as { numBytesAllocatedInGPU: number }).numBytesAllocatedInGPU
const replays: Replay[] = []
const { replayOf } = compute.backend
compute.backend.replayOf = (...call) => {
  const replay = replayOf.apply(compute.backend, call)
  replays.push(replay)
  return replay
}
let commands = 0
const { dispatchWorkgroups } = GPUComputePassEncoder.prototype
GPUComputePassEncoder.prototype.dispatchWorkgroups = function (...size) {
  commands++
  dispatchWorkgroups.apply(this, size)
}

/** @returns milliseconds until a step is handed to the device, and its commands */
async function time(step: BenchStep): Promise<{ took: number; commands: number }> {
  await compute.settled!()
  commands = 0
  const start = performance.now()
  const metrics = step.queue()
  const took = performance.now() - start
  const counted = commands
  await metrics.data()
  metrics.dispose()
  return { took, commands: counted }
}

const eager = trainingStep(values.model, batch, { ...compute, compile: compileEagerly } as Compute)
const before = allocated()
await time(eager)
const byOps = allocated() - before
compute.backend.trim()
const recorded = trainingStep(values.model, batch, compute)
for (let i = 0; i < 3; i++) await time(recorded)
await time(eager)
const [one, other]: [number[], number[]] = [[], []]
let counts = { eager: 0, recorded: 0 }
for (let pair = 0; pair < pairs; pair++) {
  const [a, b] = [await time(eager), await time(recorded)]
  one.push(a.took)
  other.push(b.took)
  counts = { eager: a.commands, recorded: b.commands }
}
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const [replay] = replays
console.log(`${values.model}, batch ${batch}, ${recorded.parameters} parameters, median of ${pairs} pairs`)
console.log(
  `  op by op: ${median(one).toFixed(2)} ms of the processor, ${counts.eager} commands, ${megabytes(byOps)} of buffers`,
)
console.log(`  replayed: ${median(other).toFixed(2)} ms of the processor, ${counts.recorded} commands`)
console.log(`  ratio of the pairs, median: ${median(one.map((took, i) => took / other[i]!)).toFixed(1)}`)
console.log(
  `  intermediates: ${megabytes(replay!.intermediateBytes)} in shared buffers; ${megabytes(replay!.leastBytes)} are alive at once`,
)
eager.dispose()
recorded.dispose()
await compute.dispose()
