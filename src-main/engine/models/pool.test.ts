// Models that are kept: as many as fit, the ones used last, and none freed under a call that works with it.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { mlpOptions, type ModelDescription } from '../../contract'
import { type Compute } from '../compute'
import { type LayersModel } from '../tf'
import { buildFresh } from './build'
import { forgetModels, withModel } from './pool'
import { saveModel } from './storage'

let work: string
let bytes: number
let compute: Compute
const names = ['a', 'b', 'c']
const folderOf = (name: string) => join(work, name)

async function save(name: string, seed: number): Promise<void> {
  const model = { name: 'mlp' as const, options: mlpOptions.parse({ hidden: [4] }) }
  const preprocessing = { size: 8, resize: 'cover', scale: 1, offset: [0, 0, 0], channels: 'rgb' }
  const made = buildFresh(model, { size: 8, classes: 2, seed })
  const description = { version: 1, model, labels: ['x', 'y'], preprocessing, parameters: 0, trainableParameters: 0, cotejo: '1' } // prettier-ignore
  await saveModel(folderOf(name), made.network, description as unknown as ModelDescription)
  made.dispose()
}

beforeAll(async () => {
  compute = await cpuCompute()
  work = await mkdtemp(join(tmpdir(), 'cotejo-pool-'))
  for (const [i, name] of names.entries()) await save(name, i)
  bytes = (await stat(join(folderOf('a'), 'weights.bin'))).size
})
afterEach(() => forgetModels())
afterAll(() => rm(work, { recursive: true, force: true }))

const networkOf = (name: string, most?: number): Promise<LayersModel> =>
  withModel(folderOf(name), async ({ network }) => network, most)
/** A layer's variable that was freed cannot be read. */
function isFreed(network: LayersModel): boolean {
  try {
    return network.weights.some((one) => one.read().isDisposed)
  } catch {
    return true
  }
}
const turn = () => new Promise(setImmediate)

test('several models of a comparison are loaded once, however often each is asked', async () => {
  const first = await Promise.all(names.map((name) => networkOf(name)))
  for (let round = 0; round < 3; round++)
    for (const [i, name] of names.entries()) expect(await networkOf(name)).toBe(first[i])
  expect(first.some(isFreed)).toBe(false)
  forgetModels()
  await turn()
  expect(first.every(isFreed)).toBe(true)
})

test('what was not used for longest goes first; the last one stays however large it is', async () => {
  const a = await networkOf('a', 2 * bytes)
  const b = await networkOf('b', 2 * bytes)
  await networkOf('a', 2 * bytes)
  await networkOf('c', 2 * bytes)
  await turn()
  expect([isFreed(a), isFreed(b)]).toEqual([false, true])
  const alone = await networkOf('b', 1)
  await turn()
  expect([isFreed(a), isFreed(alone)]).toEqual([true, false])
})

test('a model is not freed while somebody works with it', async () => {
  await withModel(folderOf('a'), async ({ network }) => {
    await networkOf('b', 1)
    forgetModels()
    await turn()
    expect(isFreed(network)).toBe(false)
  })
})

test('a model that changed is loaded again; what was made of it goes with it', async () => {
  let made = 0
  let disposed = 0
  const ask = () =>
    withModel(folderOf('c'), async ({ once }) =>
      once('thing', compute, () => ({ number: ++made, dispose: () => void disposed++ })),
    )
  expect([(await ask()).number, (await ask()).number]).toEqual([1, 1])
  // Another time of change, also on file systems whose clock is coarse.
  await new Promise((resolve) => setTimeout(resolve, 20))
  await save('c', 9)
  expect((await ask()).number).toBe(2)
  await turn()
  expect(disposed).toBe(1)
})

test('a folder without a model can be asked again once there is one', async () => {
  await expect(networkOf('d')).rejects.toMatchObject({ code: 'run-not-finished' })
  await save('d', 4)
  expect(isFreed(await networkOf('d'))).toBe(false)
})
