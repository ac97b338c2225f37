// What an epoch of a head takes on features that were computed once, beside the same epoch on pictures, in alternating
// pairs: `node bench/run.mjs head-epoch [--backend wasm] [--images 512] [--size 96] [--pairs 3] [--base mobilenet-v2]`.
// Pictures are noise and weights random: the times do not depend on what is seen.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median } from './times'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'
import { openWasm } from '../src-main/engine/backends/wasm'
import { trainedRun, type RunRecord, type SplitName } from '../src-main/contract'
import { FeatureStore } from '../src-main/engine/features/store'
import { rng } from '../src-main/engine/rng'
import { quietTask } from '../src-main/engine/task'
import { RunControl } from '../src-main/engine/training/control'
import { trainRun } from '../src-main/engine/training/train'

const { values } = parseArgs({
  options: {
    backend: { type: 'string', default: 'tensorflow' },
    base: { type: 'string', default: 'mobilenet-v2' },
    images: { type: 'string', default: '512' },
    size: { type: 'string', default: '96' },
    batch: { type: 'string', default: '32' },
    pairs: { type: 'string', default: '3' },
    trainable: { type: 'string', default: 'head' },
  },
})
const pack = await defaultPackFolder()
if (values.backend === 'tensorflow' && pack === null) {
  console.error(
    'No engine pack: install one, name its folder in COTEJO_TENSORFLOW_PACK, or use --backend wasm.',
  )
  process.exit(1)
}
const compute = values.backend === 'wasm' ? await openWasm() : await openTensorflow(pack!)
const [size, count] = [Number(values.size), Number(values.images)]
/** `head`, or a number of last layers. */
const trainable = values.trainable === 'head' ? 'head' : { last: Number(values.trainable) }

const each = size * size * 3
const random = rng(1, 'noise')
const pixels = Uint8Array.from({ length: count * each }, () => random.next() * 256)
const labels = Uint16Array.from({ length: count }, (_, i) => i % 10)
const validation = Math.floor(count / 8)
const indices = (split: SplitName) =>
  split === 'train'
    ? Int32Array.from({ length: count - validation }, (_, i) => i)
    : Int32Array.from({ length: split === 'validation' ? validation : 0 }, (_, i) => count - validation + i)
const images = {
  size,
  read(wanted: ArrayLike<number>, into: Uint8Array) {
    for (let i = 0; i < wanted.length; i++) {
      into.set(pixels.subarray(wanted[i]! * each, (wanted[i]! + 1) * each), i * each)
    }
  },
}

const run = (epochs: number, cacheFeatures: boolean) =>
  trainedRun.parse({
    version: 1,
    id: 'bench',
    name: 'bench',
    created: '2026-01-01T00:00:00Z',
    dataset: 'noise',
    datasetName: 'noise',
    datasetHash: '0',
    labels: Array.from({ length: 10 }, (_, i) => `class ${i}`),
    model: { name: 'transfer', options: { base: 'random', weights: 'random' } },
    base: {
      ...{ version: 1, id: 'random', title: 'random', architecture: values.base, alpha: 1, size: 224 },
      ...{ sha256: null, bytes: 0, file: null, origin: 'catalogue' },
    },
    preprocessing: { size, resize: 'cover', scale: 1 / 127.5, offset: [-1, -1, -1], channels: 'rgb' },
    plan: { phases: [{ epochs, trainable }], batch: Number(values.batch), cacheFeatures },
    seed: 1,
    backend: compute.name,
    cotejo: '0',
  })

const root = mkdtempSync(join(tmpdir(), 'cotejo-head-epoch-'))
let runs = 0
/** @returns seconds of each epoch, and of the whole run */
async function train(epochs: number, cacheFeatures: boolean) {
  const seconds: number[] = []
  const emit = (record: RunRecord): void => {
    if (record.type === 'epoch') seconds.push(record.seconds)
    if (record.type === 'note' && !record.message.startsWith('There are no'))
      console.log(`  ${record.message}`)
  }
  const folder = mkdtempSync(join(root, `run-${runs++}-`))
  const store = new FeatureStore(join(root, 'features'))
  const open = { labels, indices }
  const control = new RunControl()
  const trained = await trainRun(
    {
      folder,
      run: run(epochs, cacheFeatures),
      open,
      images,
      compute,
      control,
      store,
      emit,
      checkpointSeconds: 5,
    },
    quietTask(),
  )
  trained.network.dispose()
  return seconds
}

try {
  console.log(`${compute.device}; ${compute.version}; load ${loadavg()[0]!.toFixed(1)}`)
  console.log(
    `${values.base}, ${size} px, ${count - validation} pictures and ${validation} to validate, batch ${values.batch}, trains: ${values.trainable}`,
  )
  const ratios: number[] = []
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    // The first epoch captures the step; it counts for neither.
    const measure = {
      pictures: async () => (await train(2, false))[1]!,
      features: async () => median((await train(11, true)).slice(1)),
    }
    const first = pair % 2 === 0 ? 'pictures' : 'features'
    const second = first === 'pictures' ? 'features' : 'pictures'
    const times = { [first]: await measure[first](), [second]: await measure[second]() }
    ratios.push(times['pictures']! / times['features']!)
    console.log(
      `pair ${pair + 1}: an epoch on pictures ${times['pictures']!.toFixed(3)} s, on features ` +
        `${(1000 * times['features']!).toFixed(1)} ms; ${ratios.at(-1)!.toFixed(0)} times`,
    )
  }
  console.log(`median: ${median(ratios).toFixed(0)} times as fast`)
} finally {
  rmSync(root, { recursive: true, force: true })
}
await compute.dispose()
