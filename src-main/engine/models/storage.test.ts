// Saved models: what is written, what comes back, and what damaged files lead to.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/toyRun'
import { modelChoice, type ModelDescription } from '../../contract'
import { openCpu } from '../backends/cpu'
import { tf, type Tensor } from '../tf'
import { buildFresh } from './build'
import { loadModel, saveModel, writeDescription } from './storage'

beforeAll(() => openCpu())

const model = modelChoice.parse({ name: 'cnn', options: { filters: [3, 4], dense: 5, batchNorm: true, dropout: 0.5, blockDropout: 0.1 } }) // prettier-ignore
const description: ModelDescription = {
  version: 1,
  model,
  labels: ['a', 'b', 'c'],
  preprocessing: { size: 9, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
  parameters: 1,
  trainableParameters: 1,
  cotejo: '0.1.0',
}

async function saved() {
  const folder = join(temporaryFolder(), 'model')
  const { network } = buildFresh(model, { size: 9, classes: 3, seed: 1 })
  // Statistics other than the first ones, so that their place in the file matters.
  network.weights.forEach((w, i) => w.write(tf.randomUniform(w.shape as number[], 0.1, 1, 'float32', i + 1)))
  await saveModel(folder, network, description)
  return { folder, network }
}

test('a loaded model is the saved one', async () => {
  const { folder, network } = await saved()
  expect(readdirSync(folder).sort()).toEqual(['metadata.json', 'model.json', 'weights.bin'])
  const loaded = await loadModel(folder)
  expect(loaded.description).toEqual(description)
  const x = tf.randomUniform([2, 9, 9, 3], 0, 1, 'float32', 5)
  const [ours, theirs] = [network, loaded.network].map((m) => (m.predict(x) as Tensor).dataSync())
  expect(theirs).toEqual(ours)
  expect(loaded.network.layers.map((layer) => layer.name)).toEqual(network.layers.map((layer) => layer.name))
})

test('the layers are those that every TensorFlow.js knows', async () => {
  const { folder } = await saved()
  const { modelTopology } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'))
  const names = modelTopology.config.layers.map((layer: { class_name: string }) => layer.class_name)
  for (const name of new Set<string>(names)) {
    const known = Object.keys(tf.layers).map((key) => key.toLowerCase())
    expect(known).toContain(name === 'InputLayer' ? 'inputlayer' : name.toLowerCase())
  }
})

test('saving again replaces the folder, and leaves nothing beside it', async () => {
  const { folder, network } = await saved()
  await saveModel(folder, network, { ...description, testAccuracy: 0.5 })
  await writeDescription(folder, { ...description, testAccuracy: 0.75, testCount: 4 })
  expect((await loadModel(folder)).description).toMatchObject({ testAccuracy: 0.75, testCount: 4 })
  expect(readdirSync(join(folder, '..'))).toEqual(['model'])
})

describe('damaged', () => {
  test('no model at all', async () => {
    const folder = temporaryFolder()
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'run-not-finished' })
    mkdirSync(join(folder, 'model'))
    await expect(loadModel(join(folder, 'model'))).rejects.toMatchObject({ code: 'run-not-finished' })
  })

  test.each(['model.json', 'weights.bin', 'metadata.json'])('%s cut short', async (file) => {
    const { folder } = await saved()
    const path = join(folder, file)
    writeFileSync(path, readFileSync(path).subarray(0, 100))
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'file-unreadable', message: expect.stringContaining(file) }) // prettier-ignore
  })
})
