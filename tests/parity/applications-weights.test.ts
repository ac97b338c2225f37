// Published weights: three real weight files load, what the networks then see in photos tells the classes apart, and
// a file of another network is refused with the layer and the shapes.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { decodePicture } from '../../src-main/engine/data/decode'
import { buildApplication } from '../../src-main/engine/models/applications/build'
import { preprocess } from '../../src-main/engine/models/preprocess'
import { loadWeights } from '../../src-main/engine/models/weights-file/load'
import { tf, type Tensor, type Tensor4D } from '../../src-main/engine/tf'
import { preparedPack } from '../support/tensorflow'

const shared = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const there = existsSync(join(shared, 'weights')) && existsSync(join(shared, 'butterfly-cat-horse'))
if (!there) console.warn(`SKIPPED: no weight files and photos in ${shared}`)

const size = 96
const file = (name: string) => join(shared, 'weights', name)
const files = [
  ['mobilenet', 0.25, 'mobilenet_2_5_224_tf_no_top.h5', 0.8],
  ['mobilenet-v2', 0.35, 'mobilenet_v2_0.35_224_no_top.h5', 0.9],
  ['mobilenet-v2', 1, 'mobilenet_v2_1.0_224_no_top.h5', 0.9],
] as const

describe.skipIf(!there)('published weights', () => {
  let compute: Compute
  let photos: Tensor4D
  const labels: number[] = []
  beforeAll(async () => {
    const pack = await preparedPack()
    compute = pack ? await openTensorflow(pack, { cpuOnly: true }) : await openWasm()
    const folder = join(shared, 'butterfly-cat-horse')
    const pixels: Uint8Array[] = []
    for (const [label, name] of (await readdir(folder)).sort().entries()) {
      for (const picture of (await readdir(join(folder, name))).sort()) {
        pixels.push(await decodePicture(join(folder, name, picture), { size, resize: 'stretch' }))
        labels.push(label)
      }
    }
    photos = tf.tensor4d(Float32Array.from(Buffer.concat(pixels)), [pixels.length, size, size, 3])
  })
  afterAll(() => compute.dispose())

  /** Of the photos, those whose most similar other photo, by the angle between features, has their class. */
  function alike(name: 'mobilenet' | 'mobilenet-v2', built: ReturnType<typeof buildApplication>): number {
    const input = preprocess(photos, { ...built.scaling, size, resize: 'stretch' })
    const nearest = tf.tidy(() => {
      const features = (built.base.predict(input, { batchSize: 50 }) as Tensor).mean([1, 2])
      const unit = features.div(features.norm('euclidean', 1, true))
      const others = unit.matMul(unit, false, true).sub(tf.eye(labels.length).mul(2))
      return [...others.argMax(1).dataSync()]
    })
    input.dispose()
    const right = nearest.filter((other, i) => labels[other] === labels[i]).length / labels.length
    console.log(`${name}: nearest photo of the same class ${right.toFixed(3)}`)
    return right
  }

  test.each(files)('%s %f from %s', async (name, alpha, weights, least) => {
    const built = buildApplication(name, { size, alpha, seed: 1 })
    const fresh = alike(name, built)
    const started = performance.now()
    await loadWeights(built.base, file(weights))
    console.log(`${weights}: loaded in ${(performance.now() - started).toFixed(0)} ms`)
    const learnt = alike(name, built)
    expect(learnt).toBeGreaterThanOrEqual(least)
    expect(learnt).toBeGreaterThan(fresh + 0.1)
    built.base.dispose()
  })

  test('a file of another architecture or width says which layer', async () => {
    const narrow = buildApplication('mobilenet-v2', { size, alpha: 0.35, seed: null })
    await expect(loadWeights(narrow.base, file(files[2][2]))).rejects.toMatchObject({
      code: 'weights-wrong',
      message: expect.stringContaining('in the layer Conv1 it has weights of 3×3×3×32, and the network\'s are 3×3×3×16'), // prettier-ignore
    })
    await expect(loadWeights(narrow.base, file(files[0][2]))).rejects.toMatchObject({
      code: 'weights-wrong',
      message: expect.stringContaining(
        "it has no layer Conv1 (0 of the network's 104 layers with weights are there)",
      ),
    })
    narrow.base.dispose()
  })
})
