// Foreign models as their makers write them, read and built here: what comes out is what the original says.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { UserError } from '../../contract'
import { rng } from '../rng'
import { quietTask } from '../task'
import { tf, type LayersModel, type Tensor, type Tensor4D } from '../tf'
import { buildContestant, type Wish } from './build'
import { lookAt, type Contestant } from './look'

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any
let folder: string
const opened: { dispose(): unknown }[] = []
beforeAll(async () => void (await cpuCompute()))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cotejo-contestant-'))
})
afterEach(async () => {
  for (const one of opened.splice(0)) one.dispose()
  await rm(folder, { recursive: true, force: true })
})

/** As TensorFlow.js saves a model, with a metadata.json beside it. */
async function save(
  model: LayersModel,
  metadata: object | null,
  change = (json: Json) => json,
): Promise<string> {
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      const json = change({
        modelTopology: artifacts.modelTopology,
        weightsManifest: [{ paths: ['weights.bin'], weights: artifacts.weightSpecs }],
      })
      const data = tf.io.CompositeArrayBuffer.join(artifacts.weightData)
      await writeFile(join(folder, 'model.json'), JSON.stringify(json))
      await writeFile(join(folder, 'weights.bin'), new Uint8Array(data))
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) }
    }),
  )
  if (metadata) await writeFile(join(folder, 'metadata.json'), JSON.stringify(metadata))
  return folder
}

async function look(path: string): Promise<Contestant> {
  const scratch = join(folder, 'scratch')
  await mkdir(scratch, { recursive: true })
  const contestant = await lookAt([path], scratch, quietTask())
  opened.push({ dispose: () => contestant.opened.weights.close() })
  return contestant
}

async function built(contestant: Contestant, wish: Wish): Promise<LayersModel> {
  const network = await buildContestant(contestant, wish)
  opened.push(network)
  return network
}

/** Weights that say something: those of a fresh network hardly differ from one picture to the next. */
function fill(model: LayersModel, seed = 1): LayersModel {
  const random = rng(seed, 'contestant')
  for (const layer of model.layers) {
    if ('layers' in layer) fill(layer as LayersModel, seed + 1)
    else
      layer.setWeights(
        layer.weights.map(({ shape, originalName }) => {
          const size = shape.reduce<number>((all, side) => all * side!, 1)
          const spread = /variance|gamma/.test(originalName) ? [0.5, 1.5] : [-0.5, 0.5]
          return tf.tensor(Float32Array.from({ length: size }, () => random.range(spread[0]!, spread[1]!)), shape as number[]) // prettier-ignore
        }),
      )
  }
  return model
}

const pictures = (size: number, channels = 3): Tensor4D => {
  const random = rng(5, 'pictures')
  const values = Float32Array.from({ length: 4 * size * size * channels }, () =>
    Math.floor(random.range(0, 256)),
  )
  return tf.tensor4d(values, [4, size, size, channels])
}
const said = (model: LayersModel, input: Tensor): number[] =>
  Array.from(tf.tidy(() => (model.predict(input) as Tensor).dataSync()))

function expectSame(a: readonly number[], b: readonly number[]): void {
  expect(a.length).toBe(b.length)
  a.forEach((value, i) => expect(Math.abs(value - b[i]!)).toBeLessThan(1e-5))
}

/** MobileNetV2's blocks under its own names, then a head: a Sequential of a Sequential of a Model, and a Sequential. */
function teachableMachine(size: number, classes: number): LayersModel {
  const { layers } = tf
  const input = tf.input({ shape: [size, size, 3], name: 'input_1' })
  const norm = (name: string) => layers.batchNormalization({ name, epsilon: 1e-3, momentum: 0.999 })
  const relu6 = (name: string) => layers.reLU({ name, maxValue: 6 })
  const conv = (name: string, filters: number, kernelSize = 1, strides = 1) =>
    layers.conv2d({ name, filters, kernelSize, strides, useBias: false, padding: kernelSize === 1 ? 'same' : 'valid' }) // prettier-ignore
  let x = layers.zeroPadding2d({ name: 'Conv1_pad', padding: [[0, 1], [0, 1]] }).apply(input) as tfTensor // prettier-ignore
  for (const layer of [conv('Conv1', 8, 3, 2), norm('bn_Conv1'), relu6('Conv1_relu')])
    x = layer.apply(x) as tfTensor
  const before = x
  for (const layer of [
    conv('block_1_expand', 16),
    norm('block_1_expand_BN'),
    relu6('block_1_expand_relu'),
    layers.depthwiseConv2d({ name: 'block_1_depthwise', kernelSize: 3, padding: 'same', useBias: false }),
    norm('block_1_depthwise_BN'),
    relu6('block_1_depthwise_relu'),
    conv('block_1_project', 8),
    norm('block_1_project_BN'),
  ])
    x = layer.apply(x) as tfTensor
  x = layers.add({ name: 'block_2_add' }).apply([before, x]) as tfTensor
  for (const layer of [conv('Conv_1', 24), norm('Conv_1_bn'), relu6('out_relu')])
    x = layer.apply(x) as tfTensor
  const truncated = tf.sequential()
  truncated.add(tf.model({ inputs: input, outputs: x }))
  truncated.add(layers.globalAveragePooling2d({}))
  const head = tf.sequential({
    layers: [
      layers.dense({ inputShape: [24], units: 10, activation: 'relu' }),
      layers.dense({ units: classes, useBias: false, activation: 'softmax' }),
    ],
  })
  const joint = tf.sequential()
  joint.add(truncated)
  joint.add(head)
  return fill(joint)
}
type tfTensor = ReturnType<typeof tf.input>

describe('a model of Teachable Machine', () => {
  const labels = ['Gatos', 'Perros', 'Class 3']
  const metadata = {
    tfjsVersion: '1.3.1',
    tmVersion: '2.4.7',
    packageVersion: '0.8.4',
    packageName: '@teachablemachine/image',
    timeStamp: '2026-01-01T00:00:00.000Z',
    userMetadata: {},
    modelName: 'tm-my-image-model',
    labels,
    imageSize: 32,
  }

  it('is found with its labels and its preparation, and says the same', async () => {
    const original = teachableMachine(32, 3)
    opened.push(original)
    const contestant = await look(await save(original, metadata))
    expect(contestant.found).toMatchObject({
      format: 'tfjs',
      origin: 'teachable-machine',
      title: 'tm-my-image-model',
      size: 32,
      channels: 3,
      outputs: 'softmax',
      classes: 3,
      labels,
      resize: 'cover',
      preparation: 'teachable-machine',
    })
    expect(contestant.preparation.scaling).toEqual({ scale: 1 / 127, offset: [-1, -1, -1], channels: 'rgb' })
    const network = await built(contestant, { size: 32, map: [0, 1, 2] })
    const input = pictures(32).div<Tensor4D>(127).sub<Tensor4D>(1)
    const expected = said(original, input)
    expect(new Set(expected.map((p) => p.toFixed(3))).size).toBeGreaterThan(6)
    expectSame(said(network, input), expected)
    expect(network.layers.every((layer) => !('layers' in layer))).toBe(true)
  })

  it('gives the dataset’s classes in their order; one that it does not know is never said', async () => {
    const original = teachableMachine(32, 3)
    opened.push(original)
    const contestant = await look(await save(original, metadata))
    const network = await built(contestant, { size: 32, map: [2, null, 0] })
    const input = pictures(32).div<Tensor4D>(127).sub<Tensor4D>(1)
    const whole = said(original, input)
    const expected = [0, 1, 2, 3].flatMap((i) => {
      const [a, , c] = whole.slice(3 * i, 3 * i + 3) as [number, number, number]
      return [c / (a + c), 0, a / (a + c)]
    })
    expectSame(said(network, input), expected)
  })
})

describe('what a model ends with', () => {
  const ending = (...end: Parameters<typeof tf.sequential>[0] extends infer _ ? tfLayer[] : never): LayersModel => // prettier-ignore
    fill(tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [16, 16, 3], filters: 4, kernelSize: 3, activation: 'relu' }), tf.layers.globalAveragePooling2d({}), ...end] })) // prettier-ignore
  type tfLayer = ReturnType<typeof tf.layers.dense>
  const { dense } = tf.layers

  it('scores get a softmax', async () => {
    const original = ending(dense({ units: 4 }))
    opened.push(original)
    const contestant = await look(await save(original, null))
    expect(contestant.found).toMatchObject({ outputs: 'logits', classes: 4, labels: null })
    const network = await built(contestant, { size: 16, map: [0, 1, 2, 3] })
    const input = pictures(16).div<Tensor4D>(255)
    const scores = tf.tensor2d(said(original, input), [4, 4])
    expectSame(said(network, input), Array.from(scores.softmax().dataSync()))
  })

  it('one sigmoid is the probability of the second class', async () => {
    const original = ending(dense({ units: 1, activation: 'sigmoid' }))
    opened.push(original)
    const contestant = await look(await save(original, { labels: ['no', 'yes'] }))
    expect(contestant.found).toMatchObject({ outputs: 'sigmoid', classes: 2, labels: ['no', 'yes'] })
    const input = pictures(16).div<Tensor4D>(255)
    const second = said(original, input)
    const turned = await built(contestant, { size: 16, map: [1, 0] })
    expectSame(
      said(turned, input),
      second.flatMap((p) => [p, 1 - p]),
    )
    const straight = await built(contestant, { size: 16, map: [0, 1] })
    expectSame(
      said(straight, input),
      second.flatMap((p) => [1 - p, p]),
    )
  })

  it('an activation of its own, and a convolution in the place of a dense layer', async () => {
    const original = fill(
      tf.sequential({
        layers: [
          tf.layers.conv2d({ inputShape: [16, 16, 3], filters: 4, kernelSize: 3, strides: 4 }),
          tf.layers.averagePooling2d({ poolSize: 4 }),
          tf.layers.conv2d({ filters: 3, kernelSize: 1 }),
          tf.layers.flatten(),
          tf.layers.activation({ activation: 'softmax' }),
        ],
      }),
    )
    opened.push(original)
    const contestant = await look(await save(original, null))
    expect(contestant.found).toMatchObject({ outputs: 'softmax', classes: 3 })
    const network = await built(contestant, { size: 16, map: [2, 0, 1] })
    const input = pictures(16).div<Tensor4D>(255)
    const whole = said(original, input)
    expectSame(said(network, input), whole.map((_, i) => whole[3 * Math.floor(i / 3) + [2, 0, 1][i % 3]!]!)) // prettier-ignore
  })
})

describe('the input', () => {
  it('a model of grey pictures gets them made of coloured ones', async () => {
    const original = fill(
      tf.sequential({
        layers: [
          tf.layers.flatten({ inputShape: [12, 12, 1] }),
          tf.layers.dense({ units: 3, activation: 'softmax' }),
        ],
      }),
    )
    opened.push(original)
    const contestant = await look(await save(original, null))
    expect(contestant.found).toMatchObject({ size: 12, channels: 1 })
    const network = await built(contestant, { size: 12, map: [0, 1, 2] })
    const colour = pictures(12).div<Tensor4D>(255)
    const grey = colour.mul(tf.tensor1d([0.299, 0.587, 0.114])).sum<Tensor4D>(3, true)
    expectSame(said(network, colour), said(original, grey))
  })

  it('any size is asked for', async () => {
    const original = fill(
      tf.sequential({
        layers: [
          tf.layers.conv2d({ inputShape: [null, null, 3], filters: 4, kernelSize: 3 }),
          tf.layers.globalMaxPooling2d({}),
          tf.layers.dense({ units: 2, activation: 'softmax' }),
        ],
      }),
    )
    opened.push(original)
    const contestant = await look(await save(original, null))
    expect(contestant.found.size).toBeNull()
    const input = pictures(20)
    expectSame(said(await built(contestant, { size: 20, map: [0, 1] }), input), said(original, input))
  })

  it('a model that resizes pictures itself gets them in the size that it would make', async () => {
    const original = fill(
      tf.sequential({
        layers: [
          tf.layers.conv2d({ inputShape: [16, 16, 3], filters: 4, kernelSize: 3 }),
          tf.layers.flatten(),
          tf.layers.dense({ units: 2, activation: 'softmax' }),
        ],
      }),
    )
    opened.push(original)
    const config = { name: 'r', height: 16, width: 16, batch_input_shape: [null, null, null, 3] }
    const resizing = { class_name: 'Resizing', config: { ...config, crop_to_aspect_ratio: true } }
    const before = (json: Json) => {
      json.modelTopology.config.layers.unshift(resizing)
      return json
    }
    const contestant = await look(await save(original, null, before))
    expect(contestant.found).toMatchObject({ size: 16, resize: 'cover' })
    const input = pictures(16).div<Tensor4D>(255)
    expectSame(said(await built(contestant, { size: 16, map: [0, 1] }), input), said(original, input))
  })

  it('a shape that is no square picture is refused', async () => {
    const original = tf.sequential({ layers: [tf.layers.dense({ inputShape: [10], units: 2, activation: 'softmax' })] }) // prettier-ignore
    opened.push(original)
    await expect(look(await save(original, null))).rejects.toMatchObject({ code: 'model-unsupported' })
  })
})

describe('what is not trusted', () => {
  const small = () => {
    const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 3] }), tf.layers.dense({ units: 2, activation: 'softmax' })] }) // prettier-ignore
    opened.push(model)
    return model
  }
  const refused = async (code: string, change: (json: Json) => unknown) =>
    await expect(look(await save(small(), null, change))).rejects.toMatchObject({ code })
  /** Changes the second layer. */
  const layer = (to: object) => (json: Json) => {
    Object.assign(json.modelTopology.config.layers[1], to)
    return json
  }

  it('layers that hold programs, and layers that nobody knows', async () => {
    await refused('model-unsupported', layer({ class_name: 'Lambda' }))
    await refused('model-unsupported', layer({ class_name: 'TFOpLambda', config: { name: 'x', function: 'io.write_file' } })) // prettier-ignore
    await refused('model-unsupported', layer({ class_name: 'constructor' }))
    await refused('model-unsupported', layer({ class_name: 'LSTM' }))
  })

  it('settings that are no settings', async () => {
    await refused('model-unsupported', layer({ config: { name: 'x', units: -3 } }))
    await refused('model-unsupported', layer({ config: { name: 'x', units: 2, activation: '__proto__' } }))
    await refused('file-unreadable', layer({ config: null }))
    await refused('file-unreadable', () => [])
    await refused('file-unreadable', (json) => ({ ...json, modelTopology: { class_name: 'Sequential', config: {} } })) // prettier-ignore
  })

  it('weights elsewhere, missing, or of another length', async () => {
    const paths = (given: string[]) => (json: Json) => ({
      ...json,
      weightsManifest: [{ ...json.weightsManifest[0], paths: given }],
    })
    await refused('file-unreadable', paths(['../../../etc/passwd']))
    await refused('file-unreadable', paths(['gone.bin']))
    await refused('file-unreadable', paths([]))
    await refused('file-unreadable', (json) => ({ ...json, weightsManifest: [{ paths: ['weights.bin'], weights: [{ name: 'a', shape: [1e15], dtype: 'float32' }] }] })) // prettier-ignore
  })

  it.each([
    ['model.onnx', 'ONNX'],
    ['model.tflite', 'TensorFlow Lite'],
    ['saved_model.pb', 'SavedModel'],
    ['net.safetensors', 'PyTorch'],
  ])('a format that is only made to be run is named: %s', async (name, format) => {
    const path = join(folder, name)
    await writeFile(path, 'anything')
    for (const one of [path, folder])
      await expect(lookAt([one], join(folder, 'scratch'), quietTask())).rejects.toMatchObject({
        code: 'model-unsupported',
        message: expect.stringContaining(format) as string,
        hint: expect.stringContaining('.keras') as string,
      })
  })

  it('a graph of operations is named as what it is', async () => {
    await refused('model-unsupported', (json) => ({ ...json, format: 'graph-model' }))
  })

  it('layers that go round in a circle', async () => {
    const node = (name: string) => [[[name, 0, 0, {}]]]
    const config = {
      name: 'm',
      layers: [
        { class_name: 'InputLayer', name: 'i', config: { name: 'i', batch_input_shape: [null, 8, 8, 3] }, inbound_nodes: [] }, // prettier-ignore
        { class_name: 'Flatten', name: 'a', config: { name: 'a' }, inbound_nodes: node('b') },
        { class_name: 'Dense', name: 'b', config: { name: 'b', units: 2 }, inbound_nodes: node('a') },
      ],
      input_layers: [['i', 0, 0]],
      output_layers: [['b', 0, 0]],
    }
    await refused('file-unreadable', (json) => ({ ...json, modelTopology: { class_name: 'Model', config } }))
  })

  it('whatever a file says is read or refused in words, never a fault', async () => {
    const original = teachableMachine(32, 3)
    opened.push(original)
    let whole = ''
    await save(original, null, (json) => ((whole = JSON.stringify(json)), json))
    const random = rng(11, 'changes')
    const values: unknown[] = [
      null,
      -1,
      0,
      2.5,
      1e9,
      '',
      'x',
      '__proto__',
      [],
      {},
      [[]],
      true,
      [null, 8, 8, 3],
    ]
    /** Changes one value anywhere in the file. */
    const change = (json: Json): Json => {
      let at = json
      for (;;) {
        const keys = Object.keys(at)
        const key = keys[Math.floor(random.range(0, keys.length))]!
        const inner = at[key]
        const deeper = typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0
        if (deeper && random.next() < 0.9) at = inner
        else {
          if (random.next() < 0.3) delete at[key]
          else at[key] = values[Math.floor(random.range(0, values.length))]
          return json
        }
      }
    }
    const outcomes = { read: 0, refused: 0 }
    for (let i = 0; i < 150; i++) {
      await writeFile(join(folder, 'model.json'), JSON.stringify(change(JSON.parse(whole))))
      try {
        const contestant = await look(folder)
        const map = Array.from({ length: Math.min(3, contestant.found.classes) }, (_, k) => k)
        const network = await buildContestant(contestant, { size: contestant.found.size ?? 32, map })
        network.dispose()
        outcomes.read++
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        expect(error.hint, error.message).toBeTruthy()
        outcomes.refused++
      }
    }
    expect(outcomes.read).toBeGreaterThan(20)
    expect(outcomes.refused).toBeGreaterThan(20)
  })
})
