// How long a training step takes on the webgpu backend, beside PyTorch's eager float32 step on the same card where
// Python has it: in alternating pairs of blocks of steps, each block waited for once, as a run reads its metrics.
// --check compares PyTorch's loss on our weights and batch with ours first; --profile says where a step's time goes on
// the device, kernel by kernel; --backend wasm shows on any machine that the script works.
// `node bench/run.mjs webgpu-step [--model seed|tiny|mobilenetv2] [--batch 128,512] [--steps 20] [--pairs 10]
//   [--python PATH] [--check] [--profile] [--backend webgpu|wasm]`
import { parseArgs } from 'node:util'
import { openWasm } from '../src-main/engine/backends/wasm'
import { openWebgpu } from '../src-main/engine/backends/webgpu'
import { describeTimes, median } from './times'
import { trainingStep, type BenchStep } from './training-step'
import { profiled } from './webgpu/profile'
import { lossOf, startPeer } from './webgpu/pytorch'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'seed' },
    batch: { type: 'string', default: '128,512' },
    steps: { type: 'string', default: '20' },
    pairs: { type: 'string', default: '10' },
    python: { type: 'string', default: 'python3' },
    check: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    backend: { type: 'string', default: 'webgpu' },
  },
})
const [steps, pairs] = [Number(values.steps), Number(values.pairs)]
const webgpu = values.backend === 'wasm' ? null : await openWebgpu()
const compute = webgpu ?? (await openWasm())
console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)
for (const batch of values.batch.split(',').map(Number)) await compare(batch)
await compute.dispose()

async function compare(batch: number): Promise<void> {
  const step = trainingStep(values.model, batch, compute)
  if (values.check) await check(step, batch)
  const peer = await startPeer(values.python, values.model, batch)
  const [ours, theirs]: [number[], number[]] = [[], []]
  await block(step, 1)
  const tuned = await compute.tune?.(new AbortController().signal)
  if (tuned?.settled) {
    const { settled, improved, left, milliseconds } = tuned
    console.log(
      `tuned ${settled} kernels, ${improved} faster than by rule, ${left} left: ${milliseconds.toFixed(0)} ms`,
    )
  }
  for (let pair = -1; pair < pairs; pair++) {
    const took = await block(step, steps)
    const peers = await peer?.block(steps)
    // The first compiles programs and fills caches.
    if (pair < 0) continue
    ours.push(took)
    if (peers !== undefined) theirs.push(peers)
  }
  console.log(`${values.model}, batch ${batch}, ${step.parameters} parameters: ${describeTimes(ours, batch)}`)
  if (peer) {
    const ratios = ours.map((time, i) => time / theirs[i]!)
    console.log(
      `  ${peer.name}: ${describeTimes(theirs, batch)}; ours takes ${median(ratios).toFixed(2)} times as long`,
    )
    peer.end()
  }
  if (values.profile && webgpu) {
    for (const line of await profiled(webgpu, () => block(step, 1))) console.log(line)
  }
  step.dispose()
}

/** Whether both compute the same model: one loss of each, from the same weights on the same batch. */
async function check(step: BenchStep, batch: number): Promise<void> {
  const theirs = await lossOf(values.python, values.model, await step.snapshot())
  const metrics = step.queue()
  const loss = (await metrics.data())[0]! / batch
  metrics.dispose()
  const counts = `${step.trainableParameters} and ${theirs.parameters} parameters are trained`
  const same = Math.abs(loss - theirs.loss) <= 2e-3 * loss && step.trainableParameters === theirs.parameters
  console.log(
    `${same ? 'the same model' : 'NOT THE SAME MODEL'}: loss ${loss}, PyTorch ${theirs.loss}; ${counts}`,
  )
  if (!same) process.exitCode = 1
}

/** @returns milliseconds a step */
async function block(step: BenchStep, count: number): Promise<number> {
  const start = performance.now()
  for (let i = 1; i < count; i++) step.queue().dispose()
  const last = step.queue()
  await last.data()
  last.dispose()
  return (performance.now() - start) / count
}
