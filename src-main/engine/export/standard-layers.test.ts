// Models with layers of our own, exported in standard ones: the same answers, and nothing that TensorFlow.js lacks.
import { beforeAll, expect, test } from 'vitest'
import { fill, pictures } from '../../../tests/support/keras-formulas'
import { headOptions, type Architecture } from '../../contract'
import { openWasm } from '../backends/wasm'
import { buildTransferModel } from '../models/applications/build'
import { applicationNames, applicationScaling } from '../models/applications/registry'
import { preprocess } from '../models/preprocess'
import { tf, type LayersModel, type SymbolicTensor, type Tensor } from '../tf'
import { artifactsOf } from './layers-model'
import { standardArtifacts } from './standard-layers'

beforeAll(() => openWasm())

const hasOurs = (topology: unknown) =>
  /"(LayerScale|Normalization|hard_swish)"/.test(JSON.stringify(topology))

/** The features of two pictures, in a row. */
function features(network: LayersModel, x: Tensor): Float32Array {
  const part = tf.model({
    inputs: network.inputs,
    outputs: network.getLayer('average').output as SymbolicTensor,
  })
  return (part.predict(x) as Tensor).dataSync<'float32'>()
}

const largest = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** A model whose weights all matter: none is a one, a zero or a millionth. */
function model(name: Architecture, gain: number) {
  const head = headOptions.parse({ dense: 4, batchNorm: true, dropout: 0.2 })
  const made = buildTransferModel({ name }, { size: 32, classes: 3, seed: 2, head, pretrained: true })
  fill(made.base, gain)
  return made
}

/** Families with layers of our own, and one without; the gains are those of the parity with Keras. */
const families = [
  ['mobilenet-v3-small', 7],
  ['efficientnet-b0', 8],
  ['efficientnet-v2-b0', 6],
  ['convnext-tiny', 5],
  ['mobilenet-v2', 5],
] as const

test.each(families)('%s says the same in standard layers', async (name, gain) => {
  const { network, dispose } = model(name, gain)
  const artifacts = await artifactsOf(network)
  const standard = standardArtifacts(artifacts)
  expect(hasOurs(standard.modelTopology)).toBe(false)
  expect(hasOurs(artifacts.modelTopology)).toBe(name !== 'mobilenet-v2')
  expect(standard === artifacts).toBe(name === 'mobilenet-v2')

  const copy = await tf.loadLayersModel(tf.io.fromMemory(standard))
  const x = preprocess(pictures(32), { ...applicationScaling(name), size: 32, resize: 'fit' })
  const [one, other] = [features(network, x), features(copy, x)]
  const half = one.length / 2
  expect(largest(one.map((value, i) => value - other[i]!)) / largest(one)).toBeLessThan(1e-4)
  // The pictures differ: not all of the network's values are constants.
  expect(
    largest(one.subarray(0, half).map((value, i) => value - one[half + i]!)) / largest(one),
  ).toBeGreaterThan(0.01)
  copy.dispose()
  dispose()
})

test('every family can be exported', async () => {
  // A family's largest is built like its smallest.
  for (const name of applicationNames.filter((one) => !/9$|101|152|b[123]/.test(one))) {
    const made = buildTransferModel({ name }, { size: 32, classes: 2, seed: 1, pretrained: true })
    const standard = standardArtifacts(await artifactsOf(made.network))
    expect(hasOurs(standard.modelTopology), name).toBe(false)
    made.dispose()
  }
})

test('a layer that is not known is not exported silently', async () => {
  const topology = { config: { layers: [{ class_name: 'Surprise', config: { name: 'x' } }] } }
  expect(() =>
    standardArtifacts({ modelTopology: topology, weightSpecs: [], weightData: new ArrayBuffer(0) }),
  ).toThrow('TensorFlow.js has no Surprise layer')
})
