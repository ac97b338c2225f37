// How fast features are computed beside Keras's `predict`, on the same TensorFlow, in alternating pairs: MobileNetV2
// 1.0 with global average, from 8-bit pictures of noise. What is timed is what a run does, names and files included.
// `node bench/run.mjs features-against-keras [--size 96] [--images 1024] [--pairs 5] [--batch 64] [--python PATH]`
// --batch is Keras's; without --python an environment with Keras is made the first time.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { kerasPython } from './keras-python'
import { median } from './times'
import { plan } from '../src-main/contract'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'
import { chooseCut } from '../src-main/engine/features/cut'
import { Features } from '../src-main/engine/features/features'
import { FeatureStore } from '../src-main/engine/features/store'
import { buildTransferModel } from '../src-main/engine/models/applications/build'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '96' },
    images: { type: 'string', default: '1024' },
    pairs: { type: 'string', default: '5' },
    batch: { type: 'string', default: '64' },
    threads: { type: 'string', default: String(availableParallelism()) },
    python: { type: 'string' },
  },
})
const pack = await defaultPackFolder()
if (pack === null) {
  console.error('No engine pack: install one, or name its folder in COTEJO_TENSORFLOW_PACK.')
  process.exit(1)
}
const python = await kerasPython(values.python)
const [size, count, threads] = [Number(values.size), Number(values.images), Number(values.threads)]
const compute = await openTensorflow(pack, { threads })
console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)

/** Seconds: by the clock, and of processor time, which other work on the machine disturbs less. */
interface Cost {
  wall: number
  cpu: number
}

const child = spawn(python, [join('bench', 'keras-features.py'), values.size, values.batch, values.threads], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
async function answer<T>(): Promise<T> {
  const { value, done } = await lines.next()
  if (done) throw new Error('Keras ended')
  return JSON.parse(value as string) as T
}
async function keras(images: number): Promise<Cost> {
  child.stdin.write(`${images}\n`)
  return await answer<Cost>()
}

const model = buildTransferModel({ name: 'mobilenet-v2' }, { size, classes: 10, seed: 1, trainable: 'head' })
const folder = mkdtempSync(join(tmpdir(), 'cotejo-features-'))
const each = size * size * 3
let filled = 0
/** New pictures each time: those that were seen before would be found. */
function noise(images: number) {
  const pixels = new Uint8Array(images * each)
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.imul(i + filled, 2654435761) >>> 24
  filled += 7919
  const read = (wanted: ArrayLike<number>, into: Uint8Array): void => {
    for (let i = 0; i < wanted.length; i++) {
      into.set(pixels.subarray(wanted[i]! * each, (wanted[i]! + 1) * each), i * each)
    }
  }
  return { size, read }
}
async function cotejo(images: number): Promise<Cost> {
  const reader = noise(images)
  const cpu = process.cpuUsage()
  const start = performance.now()
  const features = await Features.open({
    network: model.logits,
    cut: chooseCut(model.logits)!,
    preprocessing: { size, resize: 'cover', ...model.scaling },
    augmentation: plan.parse({ phases: [{ epochs: 1 }] }).augmentation,
    seed: 1,
    images: reader,
    compute,
    store: new FeatureStore(folder),
  })
  const pictures = Int32Array.from({ length: images }, (_, i) => i)
  const watch = { between: () => new Promise<void>((go) => setImmediate(go)), progress: () => {} }
  const made = await features.ensure([{ pictures, view: null }], watch)
  features.close()
  if (made?.computed !== images) throw new Error('Features were not computed')
  const { user, system } = process.cpuUsage(cpu)
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }
}

try {
  const hello = await answer<{ keras: string }>()
  await keras(count)
  await cotejo(128)
  const rows: { ours: Cost; theirs: Cost }[] = []
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    const first = pair % 2 === 0 ? await cotejo(count) : null
    const theirs = await keras(count)
    rows.push({ ours: first ?? (await cotejo(count)), theirs })
  }
  console.log(
    `MobileNetV2 1.0, ${size} px, ${rows.length} pairs of ${count} pictures; Keras ${hello.keras}, batch ` +
      `${values.batch}; load ${loadavg()[0]!.toFixed(1)}`,
  )
  for (const [kind, name] of [
    ['wall', 'by the clock'],
    ['cpu', 'by processor time'],
  ] as const) {
    const rate = (who: 'ours' | 'theirs') => count / median(rows.map((row) => row[who][kind]))
    const ratios = rows.map(({ ours, theirs }) => theirs[kind] / ours[kind])
    console.log(
      `  ${name}: Cotejo ${rate('ours').toFixed(0)}, Keras ${rate('theirs').toFixed(0)} pictures a second; ` +
        `Cotejo is ${median(ratios).toFixed(2)} times as fast (${ratios.map((one) => one.toFixed(2)).join(' ')})`,
    )
  }
} finally {
  child.stdin.end()
  model.dispose()
  rmSync(folder, { recursive: true, force: true })
}
await compute.dispose()
