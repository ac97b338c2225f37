// Grad-CAM against Keras with tf.GradientTape, with the same weights and pictures, on ten families and each backend.
// The numbers come from grad-cam-reference.json, which grad-cam-reference.py made; with COTEJO_KERAS_PARITY=1 they are
// made anew with a Keras that pip installs (600 MB).
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Architecture } from '../../src-main/contract'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { createGradCam } from '../../src-main/engine/explain/grad-cam'
import { buildTransferModel } from '../../src-main/engine/models/applications/build'
import { tf, type Variable } from '../../src-main/engine/tf'
import { fill, formula, pictures, weighted } from '../support/keras-formulas'
import { pythonWith } from '../support/python'
import { preparedPack } from '../support/tensorflow'

interface Reference {
  name: Architecture
  alpha: number
  gain: number
  size: number
  layer: string
  side: number
  /** Class by class, picture by picture, row by row. */
  heats: number[][][]
}

const live = process.env['COTEJO_KERAS_PARITY'] === '1'
const python = live ? await pythonWith(['tensorflow-cpu', 'keras', 'h5py']) : null
const script = fileURLToPath(new URL('grad-cam-reference.py', import.meta.url))
const text = python
  ? (await promisify(execFile)(python, [script], { maxBuffer: 2 ** 26 })).stdout
  : await readFile(new URL('grad-cam-reference.json', import.meta.url), 'utf8')
const references = JSON.parse(text) as Reference[]

async function compare(one: Reference, compute: Compute): Promise<void> {
  const { name, alpha, size } = one
  const model = buildTransferModel({ name, alpha }, { size, classes: 3, seed: 1, pretrained: true })
  fill(model.base, one.gain)
  for (const layer of weighted(model.network.layers).filter((made) => made.name === 'logits'))
    layer.weights.forEach((weight, index) => {
      const value = tf.tensor(formula(layer, index, 1), weight.shape as number[])
      ;(weight.read() as Variable).assign(value)
      value.dispose()
    })
  const gradCam = createGradCam(model.network, { ...model.scaling, size, resize: 'stretch' }, compute)!
  const images = pictures(size)
  for (const [label, both] of one.heats.entries()) {
    const heats = await gradCam.run(images, [label, label])
    heats.forEach(({ rows, columns, values }, i) => {
      expect([rows, columns]).toEqual([one.side, one.side])
      // Relative to the heat of all classes: where one has none, what is left is rounding.
      const most = Math.max(...one.heats.flat(2))
      values.forEach((v, at) => expect(Math.abs(v - both[i]![at]!) / most).toBeLessThan(1e-3))
    })
  }
  images.dispose()
  gradCam.dispose()
  model.dispose()
}

test('the references have heat', () => {
  for (const one of references) expect(Math.max(...one.heats.flat(2)), one.name).toBeGreaterThan(0)
})

const pack = await preparedPack()
describe.skipIf(pack === null)('on tensorflow', () => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openTensorflow(pack!)
    await tf.setBackend('tensorflow')
  })
  test.each(references.map((one) => [one.name, one] as const))('%s', (_, one) => compare(one, compute))
})

describe('on wasm', () => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openWasm({ warn: () => {} })
    await tf.setBackend('wasm')
  })
  const quick = references.filter(({ name }) => ['mobilenet-v2', 'cotejo-mini'].includes(name))
  test.each(quick.map((one) => [one.name, one] as const))('%s', (_, one) => compare(one, compute))
})
