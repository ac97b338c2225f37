// Cotejo's training step beside Keras's `fit`, on the same TensorFlow, in alternating pairs; prints the median ratio.
// `node bench/run.mjs against-keras [--work seed:1,seed:32,seed:128,mobilenetv2:32,mobilenetv2-head:32] [--pairs 7]
//  [--seconds 4] [--steps N] [--python PATH]`
// Without --python an environment with Keras is made the first time.
import { spawn } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { kerasPython } from './keras-python'
import { median } from './times'
import { trainingStep } from './training-step'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: 'seed:1,seed:32,seed:128,mobilenetv2:32,mobilenetv2-head:32' },
    pairs: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '4' },
    steps: { type: 'string' },
    threads: { type: 'string', default: String(availableParallelism()) },
    python: { type: 'string' },
  },
})
const folder = await defaultPackFolder()
if (folder === null) {
  console.error('No engine pack: install one, or name its folder in COTEJO_TENSORFLOW_PACK.')
  process.exit(1)
}
const python = await kerasPython(values.python)
const threads = Number(values.threads)
const compute = await openTensorflow(folder, { threads })
console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)

/** Milliseconds a step: by the clock, and of processor time, which other work on the machine disturbs less. */
interface Cost {
  wall: number
  cpu: number
}

/** Keras in a process of its own, which waits while we measure. */
function startKeras(model: string, batch: number) {
  const child = spawn(python, [join('bench', 'keras-step.py'), model, String(batch), String(threads)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('Keras ended')
    return JSON.parse(value as string)
  }
  return {
    hello: next,
    async run(count: number): Promise<Cost> {
      child.stdin.write(`${count}\n`)
      return await next()
    },
    end: () => child.stdin.end(),
  }
}

/** "seed:32" → ["seed", 32] */
const works = values.work.split(',').map((one): [string, number] => {
  const [model, batch] = one.split(':')
  return [model!, Number(batch)]
})

for (const [model, batch] of works) {
  const keras = startKeras(model, batch)
  const hello = await keras.hello()
  const step = trainingStep(model, batch, compute)
  const ours = (count: number): Cost => {
    const cpu = process.cpuUsage()
    const start = performance.now()
    for (let i = 0; i < count; i++) step.run()
    const wall = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    return { wall: wall / count, cpu: (user + system) / 1000 / count }
  }
  ours(3)
  await keras.run(3)
  // Each side of a pair takes about as long as asked for, so that Keras's cost of starting `fit` spreads thin.
  const fit = (1000 * Number(values.seconds)) / (await keras.run(10)).wall
  const steps = values.steps ? Number(values.steps) : Math.min(2000, Math.max(10, Math.round(fit)))
  const rows: { ours: Cost; keras: Cost }[] = []
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    const first = pair % 2 === 0 ? ours(steps) : null
    const theirs = await keras.run(steps)
    rows.push({ ours: first ?? ours(steps), keras: theirs })
  }
  console.log(
    `${model}, batch ${batch}, ${step.parameters.toLocaleString('en')} parameters (Keras ${hello.keras}: ` +
      `${hello.parameters.toLocaleString('en')}), ${rows.length} pairs of ${steps} steps; load ${loadavg()[0]!.toFixed(1)}`,
  )
  for (const [kind, name] of [
    ['wall', 'by the clock'],
    ['cpu', 'processor time'],
  ] as const) {
    const ratios = rows.map((row) => row.ours[kind] / row.keras[kind])
    const [cotejo, keras] = (['ours', 'keras'] as const).map((who) =>
      median(rows.map((row) => row[who][kind])),
    )
    console.log(
      `  ${name}: Cotejo ${cotejo!.toFixed(2)} ms, Keras ${keras!.toFixed(2)} ms a step; ` +
        `ratio ${median(ratios).toFixed(3)} (${ratios.map((r) => r.toFixed(2)).join(' ')})`,
    )
  }
  step.dispose()
  keras.end()
}
await compute.dispose()
