// What the runtimes of a format say of its files is what the model's description says.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyLayer } from '../../../tests/support/everyLayer'
import { pictures } from '../../../tests/support/keras-formulas'
import {
  modelChoice,
  pixelScalings,
  type ModelDescription,
  type PixelScaling,
  type SplitName,
} from '../../contract'
import { openWasm } from '../backends/wasm'
import { buildFresh } from '../models/build'
import { quietTask } from '../task'
import { type LayersModel, type Tensor4D } from '../tf'
import { type Consumer, type ExportedRun, type Format } from './format'
import { bareFacts } from './facts'
import { interpret, modelGraph } from './graph'
import { onnx } from './onnx'
import { tflite, tfliteF16, tfliteInt8 } from './tflite'

const SIZE = 32
const labels = ['a', 'b', 'c']

let images: Tensor4D
let pixels: Uint8Array
let folder: string
beforeAll(async () => {
  await openWasm()
  images = pictures(SIZE)
  pixels = Uint8Array.from(images.dataSync())
  folder = await mkdtemp(join(tmpdir(), 'cotejo-formats-'))
})
afterAll(async () => {
  images.dispose()
  await rm(folder, { recursive: true, force: true })
})

async function runOf(network: LayersModel, scaling: PixelScaling): Promise<ExportedRun> {
  const preprocessing = { size: SIZE, resize: 'fit', ...scaling } as const
  const description = { model: { name: 'cnn' }, labels, preprocessing, cotejo: '0' } as ModelDescription
  const facts = bareFacts('run', description)
  const graph = await modelGraph(network, description, facts)
  const known = { count: 2, pixels, labels: null }
  const take = async (split: SplitName) => (split === 'train' ? known : null)
  return { network, description, facts, graph: async () => graph, pictures: { take } }
}

async function said(run: ExportedRun): Promise<Float32Array> {
  const probabilities = interpret(await run.graph(), images)
  const values = probabilities.dataSync<'float32'>()
  probabilities.dispose()
  return values
}

async function ask(format: Format, run: ExportedRun, count = 2): Promise<Float32Array> {
  await format.write(folder, run, quietTask())
  const consumer = (await format.open(folder, run)) as Consumer
  const found = await consumer.predict(pixels.slice(0, count * SIZE * SIZE * 3), count)
  await consumer.dispose()
  return found
}

const difference = (a: Float32Array, b: Float32Array): number =>
  a.length === b.length ? a.reduce((most, one, i) => Math.max(most, Math.abs(one - b[i]!)), 0) : Infinity

const caffe = { ...pixelScalings.caffe }
const torch = { ...pixelScalings.torch }
const models: [string, () => LayersModel, PixelScaling][] = [
  ['every layer', () => everyLayer(SIZE, 3), { ...torch, channels: 'bgr' }],
  ...(
    [
      ['a CNN whose border is zeros', { batchNorm: true, activation: 'elu' }, pixelScalings.unit],
      ['a CNN whose border is not black', { pooling: 'globalAverage', activation: 'tanh' }, caffe],
      ['an MLP', { hidden: [16], batchNorm: true }, torch],
    ] as const
  ).map(([title, options, scaling]): [string, () => LayersModel, PixelScaling] => [
    title,
    () => {
      const choice = modelChoice.parse({ name: 'hidden' in options ? 'mlp' : 'cnn', options })
      return buildFresh(choice, { size: SIZE, classes: 3, seed: 1 }).network
    },
    scaling,
  ]),
]

describe.each(models)('%s', (_, make, scaling) => {
  let run: ExportedRun
  let expected: Float32Array
  beforeAll(async () => {
    run = await runOf(make(), scaling)
    expected = await said(run)
    // Nothing that says the same to every picture passes.
    expect(difference(expected.slice(0, 3), expected.slice(3))).toBeGreaterThan(1e-3)
  })
  afterAll(() => void run.network.dispose())

  test('in onnxruntime, with any number of pictures', async () => {
    expect(difference(await ask(onnx, run), expected)).toBeLessThan(1e-5)
    expect(difference(await ask(onnx, run, 1), expected.slice(0, 3))).toBeLessThan(1e-5)
  })

  test('in LiteRT', async () => {
    expect(difference(await ask(tflite, run), expected)).toBeLessThan(1e-5)
  })

  test('in LiteRT at half precision', async () => {
    expect(difference(await ask(tfliteF16, run), expected)).toBeLessThan(2e-3)
  })

  test('in LiteRT in whole numbers', async () => {
    expect(difference(await ask(tfliteInt8, run), expected)).toBeLessThan(0.05)
  })
})

test('the same model makes the same files', async () => {
  const network = everyLayer(SIZE, 3)
  const run = await runOf(network, pixelScalings.signed)
  for (const [format, name] of [
    [onnx, 'model.onnx'],
    [tflite, 'model.tflite'],
  ] as const) {
    await format.write(folder, run, quietTask())
    const first = await readFile(join(folder, name))
    await format.write(folder, run, quietTask())
    expect((await readFile(join(folder, name))).equals(first)).toBe(true)
  }
  network.dispose()
})

// That LiteRT loads our files means that they passed the verifier of FlatBuffers: it looks at all of a file first, also at
// what it does not need to run it, such as the metadata.
test('LiteRT verifies the file before it loads it', async () => {
  const network = everyLayer(SIZE, 3)
  const run = await runOf(network, pixelScalings.signed)
  await tflite.write(folder, run, quietTask())
  network.dispose()
  const file = join(folder, 'model.tflite')
  const bytes = await readFile(file)
  const root = bytes.readUInt32LE(0)
  const vtable = root - bytes.readInt32LE(root)
  // Model.metadata is the seventh field of the schema.
  const metadata = root + bytes.readUInt16LE(vtable + 4 + 2 * 6)
  bytes.writeUInt32LE(0x7fff_ffff, metadata)
  await writeFile(file, bytes)
  await expect(tflite.open(folder, run)).rejects.toThrow('LiteRT')
})

test('whole numbers are not made without pictures of the training set', async () => {
  const network = everyLayer(SIZE, 3)
  const run = { ...(await runOf(network, pixelScalings.unit)), pictures: { take: async () => null } }
  await expect(tfliteInt8.write(folder, run, quietTask())).rejects.toMatchObject({
    code: 'export-needs-pictures',
  })
  network.dispose()
})
