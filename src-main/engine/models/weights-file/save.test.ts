// What saveWeights writes, loadWeights reads back to the same numbers.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCpu } from '../../backends/cpu'
import { tf, type Variable } from '../../tf'
import { buildTransferModel } from '../applications/build'
import { loadWeights } from './load'
import { saveWeights } from './save'

let folder: string
beforeAll(async () => {
  await openCpu()
  folder = await mkdtemp(join(tmpdir(), 'cotejo-weights-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a network with its head, and its base alone, come back to the same numbers', async () => {
  const make = (seed: number) => buildTransferModel({ name: 'cotejo-mini' }, { size: 32, classes: 3, seed })
  const [saved, other] = [make(1), make(2)]
  // Averages that are not those of a fresh layer.
  saved.network.weights.forEach((weight, i) => {
    const values = tf.randomUniform(weight.shape as number[], 0.5, 1.5, 'float32', i)
    ;(weight.read() as Variable).assign(values)
  })
  const path = join(folder, 'weights.h5')
  await saveWeights(saved.network, path)
  expect(await readdir(folder)).toEqual(['weights.h5'])

  type Network = typeof saved.network
  const bytesOf = (values: ArrayBufferView) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  // Compared as text: half a million numbers one by one take seconds.
  const numbersOf = (weights: Network['weights']) =>
    weights.map((w) => bytesOf(w.read().dataSync()).toString('base64'))
  const numbers = (network: Network) => numbersOf(network.weights)
  const headOf = (network: Network) => numbersOf(network.getLayer('logits').weights)
  const before = headOf(other.network)
  await loadWeights(other.base, path)
  expect(numbers(other.base)).toEqual(numbers(saved.base))
  expect(headOf(other.network)).toEqual(before)
  await loadWeights(other.network, path)
  expect(numbers(other.network)).toEqual(numbers(saved.network))
})
