// Weight files in the layouts that Keras writes, files that do not fit, and files that mean harm.
import { mkdtemp, readFile, rm, truncate, writeFile, copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { File, ready, type Group } from 'h5wasm/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openCpu } from '../../backends/cpu'
import { rng } from '../../rng'
import { tf, type LayersModel } from '../../tf'
import { BatchNormalization } from '../layers/batchNormalization'
import { openHdf5 } from './hdf5'
import { loadWeights } from './load'

let folder: string
beforeAll(async () => {
  await openCpu()
  await ready
  folder = await mkdtemp(join(tmpdir(), 'cotejo-weights-'))
})
afterEach(() => tf.disposeVariables())
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Convolution, normalisation, depthwise, classes. */
function network(filters = 4): LayersModel {
  const input = tf.input({ shape: [8, 8, 3], name: 'input_layer' })
  let x = tf.layers.conv2d({ name: 'Conv1', filters, kernelSize: 3, useBias: false }).apply(input)
  x = new BatchNormalization({ name: 'bn_Conv1' }).apply(x as never) as typeof x
  x = tf.layers.depthwiseConv2d({ name: 'depthwise', kernelSize: 3 }).apply(x)
  x = new BatchNormalization({ name: 'depthwise_BN' }).apply(x as never) as typeof x
  return tf.model({ inputs: input, outputs: x as never })
}

const weightNames: Record<string, string[]> = {
  Conv2D: ['kernel'],
  DepthwiseConv2D: ['depthwise_kernel', 'bias'],
  BatchNormalization: ['gamma', 'beta', 'moving_mean', 'moving_variance'],
}

/** Numbers for every weight of a model, by layer. */
function numbers(model: LayersModel): Map<string, { shape: number[]; data: Float32Array }[]> {
  const random = rng(7)
  return new Map(
    model.layers.map((layer) => [
      layer.name,
      layer.weights.map((weight) => {
        const shape = weight.shape as number[]
        return {
          shape,
          data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.next()),
        }
      }),
    ]),
  )
}

type Weights = ReturnType<typeof numbers>

/** As Keras 2's save_weights does. */
function writeKeras2(root: Group, model: LayersModel, weights: Weights, cut = false): void {
  const names = model.layers.map((layer) => layer.name)
  if (cut) {
    root.create_attribute('layer_names0', names.slice(0, 2))
    root.create_attribute('layer_names1', names.slice(2))
  } else root.create_attribute('layer_names', names)
  for (const layer of model.layers) {
    const group = root.create_group(layer.name)
    const own = weights.get(layer.name)!
    const paths = own.map((_, i) => `${layer.name}/${weightNames[layer.getClassName()]![i]}:0`)
    if (own.length === 0) continue
    group.create_attribute('weight_names', paths)
    const inner = group.create_group(layer.name)
    own.forEach(({ shape, data }, i) => inner.create_dataset({ name: paths[i]!.split('/')[1]!, data, shape }))
  }
}

/** As Keras 3's save_weights does; without names, as its first releases did. */
function writeKeras3(root: Group, model: LayersModel, weights: Weights, named: boolean): void {
  const counted = [
    'input_layer',
    'conv2d',
    'batch_normalization',
    'depthwise_conv2d',
    'batch_normalization_1',
  ]
  const layers = root.create_group('layers')
  model.layers.forEach((layer, i) => {
    const vars = layers.create_group(counted[i]!).create_group('vars')
    if (named) vars.create_attribute('name', layer.name)
    weights
      .get(layer.name)!
      .forEach(({ shape, data }, j) => vars.create_dataset({ name: String(j), data, shape }))
  })
}

let count = 0
function write(fill: (root: Group) => void): string {
  const path = join(folder, `${count++}.h5`)
  const file = new File(path, 'w')
  fill(file)
  file.close()
  return path
}

const valuesOf = (model: LayersModel) =>
  model.layers.flatMap((l) => l.getWeights().map((w) => [...w.dataSync()]))
const expected = (weights: Weights) => [...weights.values()].flat().map(({ data }) => [...data])

describe('a network takes its weights from', () => {
  test.each<[string, (root: Group, model: LayersModel, weights: Weights) => void]>([
    ['Keras 2', (root, model, weights) => writeKeras2(root, model, weights)],
    ['Keras 2 with a long list of names', (root, model, weights) => writeKeras2(root, model, weights, true)],
    ['a whole model of Keras 2', (root, model, weights) => writeKeras2(root.create_group('model_weights'), model, weights)], // prettier-ignore
    ['Keras 3', (root, model, weights) => writeKeras3(root, model, weights, true)],
    ['Keras 3 without names', (root, model, weights) => writeKeras3(root, model, weights, false)],
  ])('%s', async (_, fill) => {
    const model = network()
    const weights = numbers(model)
    await loadWeights(
      model,
      write((root) => fill(root, model, weights)),
    )
    expect(valuesOf(model)).toEqual(expected(weights))
  })

  test('a file with more layers, in compressed chunks, as 64-bit numbers', async () => {
    const model = network()
    const weights = numbers(model)
    const path = write((root) => {
      const names = [...weights.keys(), 'predictions']
      root.create_attribute('layer_names', names)
      weights.set('predictions', [{ shape: [4], data: new Float32Array(4) }])
      for (const [name, own] of weights) {
        const group = root.create_group(name)
        if (own.length === 0) continue
        group.create_attribute('weight_names', own.map((_, i) => `w${i}`)) // prettier-ignore
        own.forEach(({ shape, data }, i) =>
          group.create_dataset(
            i === 0
              ? { name: `w${i}`, data, shape, chunks: shape, compression: 'gzip' }
              : { name: `w${i}`, data: Float64Array.from(data), shape, dtype: '<d' },
          ),
        )
      }
    })
    await loadWeights(model, path)
    weights.delete('predictions')
    expect(valuesOf(model)).toEqual(expected(weights))
  })
})

/** What loading a file says; the network must have kept its weights. */
async function refusal(path: string, model = network()) {
  const before = valuesOf(model)
  const error = await loadWeights(model, path).then(
    () => null,
    (thrown: Error & { code?: string; hint?: string }) => thrown,
  )
  expect(valuesOf(model)).toEqual(before)
  expect(error?.hint ?? error?.code).toBeTruthy()
  return { code: error!.code, message: error!.message }
}

describe('a file that does not fit', () => {
  test('says which layer has which shapes', async () => {
    const other = network(6)
    const path = write((root) => writeKeras2(root, other, numbers(other)))
    expect(await refusal(path)).toEqual({
      code: 'weights-wrong',
      message: `${count - 1}.h5 does not fit: in the layer Conv1 it has weights of 3×3×3×6, and the network's are 3×3×3×4.`,
    })
  })

  test('says which layer is missing', async () => {
    const path = write((root) => {
      root.create_attribute('layer_names', ['Conv1'])
      const group = root.create_group('Conv1')
      group.create_attribute('weight_names', ['kernel'])
      group.create_dataset({ name: 'kernel', data: new Float32Array(108), shape: [3, 3, 3, 4] })
    })
    expect(await refusal(path)).toMatchObject({
      code: 'weights-wrong',
      message: expect.stringMatching(/no layer bn_Conv1 \(1 of the network's 4 layers/),
    })
  })

  test('says that it is missing, a folder, another format, or another HDF5 file', async () => {
    expect((await refusal(join(folder, 'none.h5'))).code).toBe('not-found')
    expect((await refusal(folder)).message).toMatch(/not a file/)
    const text = join(folder, 'text.h5')
    await writeFile(text, 'layer_names = []')
    expect((await refusal(text)).message).toMatch(/not in the format HDF5/)
    const path = write((root) => root.create_dataset({ name: 'images', data: new Float32Array(9) }))
    expect((await refusal(path)).message).toMatch(/no Keras weights/)
  })

  test('is refused for values that are not numbers', async () => {
    const model = network()
    const weights = numbers(model)
    weights.get('bn_Conv1')![1]!.data[2] = NaN
    const path = write((root) => writeKeras2(root, model, weights))
    expect((await refusal(path, model)).message).toMatch(/not numbers/)
  })
})

describe('a damaged or hostile file', () => {
  const good = () => {
    const model = network()
    return write((root) => writeKeras2(root, model, numbers(model)))
  }

  test('cut off anywhere is refused', async () => {
    const path = good()
    const { length } = await readFile(path)
    for (const kept of [0, 8, 9, 100, length >> 2, length >> 1, length - 1]) {
      const cut = join(folder, 'cut.h5')
      await copyFile(path, cut)
      await truncate(cut, kept)
      expect((await refusal(cut)).code).toBe('file-unreadable')
    }
  })

  test('with changed bytes is refused or loaded whole, and nothing else', async () => {
    const bytes = await readFile(good())
    const random = rng(11)
    const model = network()
    for (let i = 0; i < 16; i++) {
      const damaged = Buffer.from(bytes)
      for (let j = 0; j < 24; j++) damaged[8 + random.below(bytes.length - 8)] = random.below(256)
      const path = join(folder, 'damaged.h5')
      await writeFile(path, damaged)
      const before = valuesOf(model)
      const code = await loadWeights(model, path).then(
        () => 'loaded',
        (error: { code?: string }) => error.code,
      )
      expect(['loaded', 'file-unreadable', 'weights-wrong']).toContain(code)
      if (code !== 'loaded') expect(valuesOf(model)).toEqual(before)
    }
  })

  test('with groups without end is refused', async () => {
    const deep = write((root) => {
      let group = root
      for (let i = 0; i < 40; i++) group = group.create_group('g')
    })
    expect((await refusal(deep)).message).toMatch(/nested too deep/)
    const round = write((root) => {
      root.create_group('g')
      root.create_hard_link('/', '/g/back')
      root.create_hard_link('/', '/g/again')
    })
    expect((await refusal(round)).message).toMatch(/nested too deep|too many parts/)
  })

  test('with a list of a million names is refused', async () => {
    const path = write((root) => {
      root.create_attribute('x', ['a'])
      root.create_group('g').create_attribute(
        'layer_names',
        Array.from({ length: 6000 }, (_, i) => `l${i}`),
      )
    })
    expect((await refusal(path)).message).toMatch(/attribute is too long|damaged/)
  })

  test('that claims more numbers than it has is not read', async () => {
    const path = write((root) => {
      root.create_attribute('layer_names', ['Conv1'])
      const group = root.create_group('Conv1')
      group.create_attribute('weight_names', ['kernel'])
      const data = new Float32Array(1)
      group
        .create_dataset({ name: 'kernel', data, shape: [1], maxshape: [null], chunks: [1] })
        .resize([2 ** 40])
    })
    const { outline, close } = await openHdf5(path)
    expect(outline.datasets).toEqual([{ path: '/Conv1/kernel', shape: [2 ** 40] }])
    await close()
    expect((await refusal(path)).code).toBe('weights-wrong')
  })

  test('cannot reach another file', async () => {
    const secret = write((root) => {
      root.create_attribute('layer_names', ['Conv1'])
      const group = root.create_group('Conv1')
      group.create_attribute('weight_names', ['kernel'])
      group.create_dataset({ name: 'kernel', data: new Float32Array(108), shape: [3, 3, 3, 4] })
    })
    const path = write((root) => root.create_external_link(secret, '/', 'model_weights'))
    const { outline, close } = await openHdf5(path)
    expect(outline).toEqual({ groups: [{ path: '/', attributes: {} }], datasets: [] })
    await close()
  })

  test('that keeps the reader busy is given up', async () => {
    await expect(openHdf5(good(), 0)).rejects.toThrow(/damaged/)
  })
})
