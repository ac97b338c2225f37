// How long a training step of the seed CNN takes on the wasm backend.
// `npm run bench:wasm -- [--batch 128] [--steps 20] [--threads N] [--profile]`
import { parseArgs } from 'node:util'
import { openWasm } from '../src-main/engine/backends/wasm'
import { profileKernels } from './kernel-profile'
import { seedCnnStep } from './seed-cnn'

const { values } = parseArgs({
  options: {
    batch: { type: 'string', default: '128' },
    steps: { type: 'string', default: '20' },
    threads: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
})
const batch = Number(values.batch)
const steps = Number(values.steps)

const compute = await openWasm(values.threads ? { threads: Number(values.threads) } : {})
const profile = values.profile ? profileKernels('wasm') : null
const step = seedCnnStep(batch)

const losses: number[] = []
const times: number[] = []
const warmUp = 3
for (let i = 0; i < warmUp + steps; i++) {
  if (i === warmUp) profile?.reset()
  const start = performance.now()
  const loss = step.run()
  losses.push(loss.dataSync()[0]!)
  if (i >= warmUp) times.push(performance.now() - start)
  loss.dispose()
}

const sorted = [...times].sort((a, b) => a - b)
const at = (fraction: number) => sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!
const parameters = step.weights.reduce((sum, weight) => sum + weight.size, 0)
console.log(`${compute.device}; Node ${process.version}`)
console.log(
  `seed CNN, ${parameters.toLocaleString('en')} parameters, batch ${batch}, ${steps} steps after ${warmUp}`,
)
console.log(
  `best ${sorted[0]!.toFixed(0)} ms, p10 ${at(0.1).toFixed(0)}, median ${at(0.5).toFixed(0)}, p90 ${at(0.9).toFixed(0)};` +
    ` ${((1000 * batch) / at(0.5)).toFixed(0)} images a second; loss ${losses[0]!.toFixed(4)} to ${losses.at(-1)!.toFixed(4)}`,
)
if (profile) {
  const total = times.reduce((sum, time) => sum + time, 0)
  const rows = profile.report()
  for (const { kernel, calls, milliseconds } of rows.slice(0, 25)) {
    const per = (milliseconds / steps).toFixed(2).padStart(8)
    console.log(
      `${per} ms  ${((100 * milliseconds) / total).toFixed(1).padStart(5)} %  ${String(calls / steps).padStart(5)} calls  ${kernel}`,
    )
  }
  const inKernels = rows.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  console.log(`${((total - inKernels) / steps).toFixed(2).padStart(8)} ms outside kernels`)
}
await compute.dispose()
