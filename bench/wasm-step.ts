// How long a training step of the seed CNN takes on the wasm backend, by the app's own step.
// `npm run bench:wasm -- [--batch 128] [--steps 20] [--threads N] [--model JSON] [--augmentation JSON] [--profile]`
import { parseArgs } from 'node:util'
import { modelChoice } from '../src-main/contract'
import { openWasm } from '../src-main/engine/backends/wasm'
import { profileKernels } from './kernel-profile'
import { measuredStep } from './train-step'

const { values } = parseArgs({
  options: {
    batch: { type: 'string', default: '128' },
    steps: { type: 'string', default: '20' },
    threads: { type: 'string' },
    model: { type: 'string', default: '{"name":"cnn"}' },
    augmentation: { type: 'string', default: '{}' },
    profile: { type: 'boolean', default: false },
  },
})
const batch = Number(values.batch)
const steps = Number(values.steps)

const compute = await openWasm(values.threads ? { threads: Number(values.threads) } : {})
const profile = values.profile ? profileKernels('wasm') : null
const model = modelChoice.parse(JSON.parse(values.model))
const step = measuredStep(compute, { batch, model, augmentation: JSON.parse(values.augmentation) })

const losses: number[] = []
const times: number[] = []
const warmUp = 3
let cpu = process.cpuUsage()
for (let i = 0; i < warmUp + steps; i++) {
  if (i === warmUp) {
    profile?.reset()
    cpu = process.cpuUsage()
  }
  const start = performance.now()
  losses.push(step.run())
  if (i >= warmUp) times.push(performance.now() - start)
}

const { user, system } = process.cpuUsage(cpu)
const sorted = [...times].sort((a, b) => a - b)
const at = (fraction: number) => sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!
const ms = (time: number) => `${time.toFixed(0)} ms`
console.log(`${compute.device}; Node ${process.version}`)
console.log(
  `${step.parameters.toLocaleString('en')} parameters, batch ${batch}, ${steps} steps after ${warmUp}`,
)
console.log(`best ${ms(at(0))}, p10 ${ms(at(0.1))}, median ${ms(at(0.5))}, p90 ${ms(at(0.9))}`)
// On a busy machine this one says more than the clock; waiting for a thread counts a little.
console.log(`processor time of all threads: ${ms((user + system) / 1000 / steps)} a step`)
console.log(
  `${((1000 * batch) / at(0.5)).toFixed(0)} images a second; loss ${losses[0]!.toFixed(4)} to ${losses.at(-1)!.toFixed(4)}`,
)
if (profile) {
  const total = times.reduce((sum, time) => sum + time, 0)
  const rows = profile.report()
  for (const { kernel, calls, milliseconds } of rows.slice(0, 25)) {
    const share = `${((100 * milliseconds) / total).toFixed(1)} %`.padStart(8)
    const count = String(calls / steps).padStart(5)
    console.log(`${(milliseconds / steps).toFixed(2).padStart(8)} ms ${share} ${count} calls  ${kernel}`)
  }
  const inKernels = rows.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  console.log(`${((total - inKernels) / steps).toFixed(2).padStart(8)} ms outside kernels`)
}
step.dispose()
await compute.dispose()
