// How long a training step takes on the webgpu backend, beside PyTorch's eager float32 step on the same card where
// Python has it: in alternating pairs of blocks of steps, each block waited for once, as a run reads its metrics.
// `node bench/run.mjs webgpu-step [--model seed|tiny|mobilenetv2] [--batch 128,512] [--steps 20] [--pairs 10]
//   [--python PATH]`
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { openWebgpu } from '../src-main/engine/backends/webgpu'
import { describeTimes, median } from './times'
import { trainingStep } from './training-step'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'seed' },
    batch: { type: 'string', default: '128,512' },
    steps: { type: 'string', default: '20' },
    pairs: { type: 'string', default: '10' },
    python: { type: 'string', default: 'python3' },
  },
})
const [steps, pairs] = [Number(values.steps), Number(values.pairs)]
const compute = await openWebgpu()
console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)
for (const batch of values.batch.split(',').map(Number)) await compare(batch)
await compute.dispose()

async function compare(batch: number): Promise<void> {
  const step = trainingStep(values.model, batch, compute)
  const peer = await startPeer(batch)
  const [ours, theirs]: number[][] = [[], []]
  for (let pair = -1; pair < pairs; pair++) {
    const took = await block(step)
    const peers = await peer?.block(steps)
    // The first compiles programs and fills caches.
    if (pair < 0) continue
    ours!.push(took)
    if (peers !== undefined) theirs!.push(peers)
  }
  console.log(
    `${values.model}, batch ${batch}, ${step.parameters} parameters: ${describeTimes(ours!, batch)}`,
  )
  if (peer) {
    const ratios = ours!.map((time, i) => time / theirs![i]!)
    console.log(
      `  ${peer.name}: ${describeTimes(theirs!, batch)}; ours takes ${median(ratios).toFixed(2)} times as long`,
    )
    peer.end()
  }
  step.dispose()
}

/** @returns milliseconds a step */
async function block(step: ReturnType<typeof trainingStep>): Promise<number> {
  const start = performance.now()
  for (let i = 1; i < steps; i++) step.queue().dispose()
  const last = step.queue()
  await last.data()
  last.dispose()
  return (performance.now() - start) / steps
}

/** PyTorch in a process of its own; null, with a line, where it is not there. */
async function startPeer(batch: number) {
  const program = join(process.cwd(), 'bench', 'torch-step.py')
  const child = spawn(values.python, [program, values.model, String(batch)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.on('error', () => {})
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const first = await Promise.race([
    lines.next(),
    once(child, 'close').then(() => ({ done: true, value: '' })),
  ])
  if (first.done) {
    console.log('PyTorch: not measured; it was not found, or has no such model.')
    return null
  }
  return {
    name: (JSON.parse(first.value as string) as { name: string }).name,
    async block(count: number): Promise<number> {
      child.stdin.write(`${count}\n`)
      return (JSON.parse((await lines.next()).value as string) as { milliseconds: number }).milliseconds
    },
    end: () => child.stdin.end(),
  }
}
