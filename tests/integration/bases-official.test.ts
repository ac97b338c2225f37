// What a hash of Keras's does: here the catalogue has that of a file which the test makes, as the real files are not
// at hand. And the base in the box, in a folder of resources of the test's own.
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { BaseRecord } from '../../src-main/contract'
import { inCatalogue, type CatalogueBase } from '../../src-main/engine/bases/catalogue'
import { findBase } from '../../src-main/engine/bases/find'
import { importBase } from '../../src-main/engine/bases/import'
import { installBase } from '../../src-main/engine/bases/install'
import { listBases } from '../../src-main/engine/bases/list'
import { removeBase } from '../../src-main/engine/bases/remove'
import { quietTask } from '../../src-main/engine/task'
import { sha256Of, writeWeights } from '../support/weights'
import { serveWeights } from '../support/weights-server'

const BASE = 'mobilenet-v3-small-0.75-224'
const entry = inCatalogue(BASE)! as { -readonly [K in keyof CatalogueBase]: CatalogueBase[K] }
const { hash } = entry

let home: string
let weights: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cotejo-official-'))
  weights = join(home, 'downloaded by hand.h5')
  await writeWeights(weights, 'mobilenet-v3-small', 0.75)
  const hex = createHash('md5')
    .update(await readFile(weights))
    .digest('hex')
  entry.hash = { algorithm: 'md5', hex }
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  entry.hash = hash
  await rm(home, { recursive: true, force: true })
})

describe('a file with the hash that Keras gives', () => {
  it('is installed', async () => {
    const server = await serveWeights()
    server.files.set(inCatalogue(BASE)!.file, await readFile(weights))
    vi.stubEnv('COTEJO_BASES_URL', server.url)
    const bases = join(home, 'installed')
    const info = await installBase({ bases, base: BASE }, quietTask())
    expect(info).toMatchObject({ id: BASE, state: 'installed', sha256: sha256Of(weights) })
    await server.close()
  })

  it('is that base of the catalogue also where a person brings it, whatever it is called', async () => {
    const bases = join(home, 'imported')
    const source = { bases, architecture: 'mobilenet-v3-small' as const, alpha: 0.75, file: weights }
    const info = await importBase(source, quietTask())
    expect(info).toMatchObject({ id: BASE, origin: 'catalogue', state: 'installed', licence: 'Apache-2.0' })
    expect((await findBase(bases, BASE)).record.url).toBe(inCatalogue(BASE)!.url)
    expect(await installBase({ bases, base: BASE }, quietTask())).toEqual(info)
  })
})

describe('the base in the box', () => {
  async function box(change: Partial<BaseRecord> = {}): Promise<void> {
    const resources = await mkdtemp(join(home, 'resources-'))
    const folder = join(resources, 'bases', 'cotejo-mini')
    await mkdir(folder, { recursive: true })
    const file = join(folder, 'weights.h5')
    await writeWeights(file, 'cotejo-mini', 1)
    const record: BaseRecord = {
      version: 1,
      id: 'cotejo-mini',
      title: 'Cotejo Mini',
      architecture: 'cotejo-mini',
      alpha: 1,
      size: 32,
      sha256: sha256Of(file),
      bytes: (await readFile(file)).length,
      file: 'weights.h5',
      origin: 'box',
      url: null,
      trainedOn: 'CIFAR-10',
      licence: 'MIT',
      accuracy: { top1: 0.9, on: 'CIFAR-10 test', source: 'model card' },
      ...change,
    }
    await writeFile(join(folder, 'base.json'), JSON.stringify(record))
    await copyFile(file, join(folder, 'other.h5'))
    vi.stubEnv('COTEJO_RESOURCES', resources)
  }
  const bases = () => join(home, 'box')

  it('is there at once, first in the list, and cannot be removed', async () => {
    await box()
    const [first] = await listBases(bases())
    expect(first).toMatchObject({ id: 'cotejo-mini', state: 'built-in', size: 32 })
    expect((await findBase(bases(), 'cotejo-mini')).record.origin).toBe('box')
    await expect(removeBase({ bases: bases(), base: 'cotejo-mini' }, quietTask())).rejects.toMatchObject({
      code: 'invalid-argument',
    })
    expect(await installBase({ bases: bases(), base: 'cotejo-mini' }, quietTask())).toEqual(first)
  })

  it('is left out where its file is another one than it says', async () => {
    await box({ bytes: 1 })
    expect((await listBases(bases())).some(({ state }) => state === 'built-in')).toBe(false)
    await box({ sha256: '0'.repeat(64) })
    await expect(findBase(bases(), 'cotejo-mini')).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  it('is not missed where there is none', async () => {
    vi.stubEnv('COTEJO_RESOURCES', join(home, 'nothing'))
    expect((await listBases(bases())).every(({ state }) => state === 'available')).toBe(true)
  })
})
