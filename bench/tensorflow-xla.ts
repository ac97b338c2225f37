// A captured training step with and without XLA, in alternating pairs of processes; prints the median ratio and what
// compiling costs. `node bench/run.mjs tensorflow-xla [--work seed:1,seed:32,seed:128,mobilenetv2:32] [--pairs 5] [--steps 40]`
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { median } from './times'
import { trainingStep } from './training-step'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: 'seed:1,seed:32,seed:128,mobilenetv2:32' },
    pairs: { type: 'string', default: '5' },
    steps: { type: 'string', default: '40' },
    /** Measures one side and prints it as JSON; what the pairs are made of. */
    side: { type: 'string' },
  },
})

interface Side {
  /** Seconds until the second step is done: the first one captures, the second one compiles. */
  start: number
  /** Milliseconds a step: by the clock (median), and of processor time (mean). */
  wall: number
  cpu: number
  loss: number
}

async function measure(work: string, xla: boolean, steps: number): Promise<Side> {
  const folder = await defaultPackFolder()
  if (folder === null)
    throw new Error('No engine pack: install one, or name its folder in COTEJO_TENSORFLOW_PACK.')
  const compute = await openTensorflow(folder, { xla })
  const [model, batch] = work.split(':')
  const step = trainingStep(model!, Number(batch), compute)
  const begun = performance.now()
  step.run()
  step.run()
  const start = (performance.now() - begun) / 1000
  step.run()
  const times: number[] = []
  let loss = 0
  const before = process.cpuUsage()
  for (let i = 0; i < steps; i++) {
    const from = performance.now()
    loss = step.run()
    times.push(performance.now() - from)
  }
  const { user, system } = process.cpuUsage(before)
  return { start, wall: median(times), cpu: (user + system) / 1000 / steps, loss }
}

function inProcess(work: string, side: string): Side {
  const args = [process.argv[1]!, '--work', work, '--steps', values.steps, '--side', side]
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
}

function compare(work: string): void {
  const rows = Array.from({ length: Number(values.pairs) }, (_, pair) => {
    const order = pair % 2 === 0 ? ['plain', 'xla'] : ['xla', 'plain']
    const row = Object.fromEntries(order.map((side) => [side, inProcess(work, side)]))
    return row as { plain: Side; xla: Side }
  })
  const of = (side: 'plain' | 'xla', figure: keyof Side) => median(rows.map((row) => row[side][figure]))
  const ratio = (figure: 'wall' | 'cpu') => median(rows.map(({ plain, xla }) => xla[figure] / plain[figure]))
  console.log(
    `${work}: captured ${of('plain', 'wall').toFixed(2)} ms, with XLA ${of('xla', 'wall').toFixed(2)} ms a step; ` +
      `ratio ${ratio('wall').toFixed(3)} by the clock, ${ratio('cpu').toFixed(3)} of processor time; ` +
      `first two steps ${of('plain', 'start').toFixed(2)} s and ${of('xla', 'start').toFixed(2)} s; ` +
      `losses ${of('plain', 'loss')} and ${of('xla', 'loss')}`,
  )
}

if (values.side) {
  console.log(JSON.stringify(await measure(values.work, values.side === 'xla', Number(values.steps))))
  process.exit(0)
}
values.work.split(',').forEach(compare)
