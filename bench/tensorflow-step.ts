// How long a training step takes on the tensorflow backend, eager and captured, in alternating pairs.
// `node bench/run.mjs tensorflow-step [--batch 1,32,128] [--steps 20] [--model seed|tiny] [--threads N] [--profile] [--xla]`
import { parseArgs } from 'node:util'
import { describeTimes } from './times'
import { profileOperations } from './operation-profile'
import { trainingStep } from './training-step'
import { compileEagerly } from '../src-main/engine/backends/shared/eager'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'

const { values } = parseArgs({
  options: {
    batch: { type: 'string', default: '1,32,128' },
    steps: { type: 'string', default: '20' },
    model: { type: 'string', default: 'seed' },
    threads: { type: 'string' },
    profile: { type: 'boolean', default: false },
    xla: { type: 'boolean', default: false },
  },
})
const folder = await defaultPackFolder()
if (folder === null) {
  console.error('No engine pack: install one, or name its folder in COTEJO_TENSORFLOW_PACK.')
  process.exit(1)
}
const compute = await openTensorflow(folder, {
  xla: values.xla,
  ...(values.threads ? { threads: Number(values.threads) } : {}),
})
console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)
const steps = Number(values.steps)

for (const batch of values.batch.split(',').map(Number)) {
  const eager = trainingStep(values.model, batch, { ...compute, compile: compileEagerly })
  const captured = trainingStep(values.model, batch, compute)
  const [eagerTimes, capturedTimes]: [number[], number[]] = [[], []]
  const warmUp = 3
  let [eagerLoss, capturedLoss] = [0, 0]
  // Time of all threads: what a step costs, whatever else the machine is doing.
  let [eagerCpu, capturedCpu] = [0, 0]
  for (let i = 0; i < warmUp + steps; i++) {
    const cpu = [process.cpuUsage()]
    const start = performance.now()
    eagerLoss = eager.run()
    const middle = performance.now()
    cpu.push(process.cpuUsage())
    capturedLoss = captured.run()
    const end = performance.now()
    cpu.push(process.cpuUsage())
    if (i < warmUp) continue
    const [before, between, after] = cpu.map(({ user, system }) => (user + system) / 1000)
    eagerCpu += between! - before!
    capturedCpu += after! - between!
    eagerTimes.push(middle - start)
    capturedTimes.push(end - middle)
  }
  console.log(`${values.model} CNN, ${captured.parameters.toLocaleString('en')} parameters, batch ${batch}`)
  console.log(
    `  eager     ${describeTimes(eagerTimes, batch)}; ${(eagerCpu / steps).toFixed(1)} ms of processor time`,
  )
  console.log(
    `  captured  ${describeTimes(capturedTimes, batch)}; ${(capturedCpu / steps).toFixed(1)} ms of processor time`,
  )
  console.log(`  losses after ${steps + warmUp} steps: ${eagerLoss} and ${capturedLoss}`)
  if (values.profile) profileOperations(eager.run, Math.min(steps, 10))
  eager.dispose()
  captured.dispose()
}
await compute.dispose()
