import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdapterFacts } from '../adapter'
import { adapterKey, addToTable, forgetTable, readTable } from './table'

const facts: AdapterFacts = {
  name: 'Card 3000',
  driver: '1.2.3',
  vendor: 'maker',
  architecture: 'new',
  interface: 'vulkan',
  software: false,
}
const key = adapterKey(facts, 'float32')
const decided = (option: string, ratio = 0.5) => ({ option, ratio })

let folder: string
const path = () => join(folder, 'webgpu-tuning.json')
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'cotejo-table-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the table of what was measured', () => {
  it('is empty where there is none', async () => {
    expect(await readTable(folder, key)).toEqual(new Map())
  })

  it('keeps adapters apart, adds to them, and replaces what is measured again', async () => {
    const other = adapterKey({ ...facts, driver: '1.2.4' }, 'float32')
    const below = join(folder, 'not', 'there', 'yet')
    await addToTable(below, key, facts.name, new Map([['a', decided('1')]]))
    await addToTable(below, other, facts.name, new Map([['a', decided('2')]]))
    await addToTable(
      below,
      key,
      facts.name,
      new Map([
        ['b', decided('3')],
        ['a', decided('4', 1)],
      ]),
    )
    expect(await readTable(below, key)).toEqual(
      new Map([
        ['b', decided('3')],
        ['a', decided('4', 1)],
      ]),
    )
    expect(await readTable(below, other)).toEqual(new Map([['a', decided('2')]]))
    expect(await readdir(below)).toEqual(['webgpu-tuning.json'])
  })

  it('holds for an adapter, a driver, an interface and a precision', () => {
    const others = [
      adapterKey({ ...facts, name: 'Card 4000' }, 'float32'),
      adapterKey({ ...facts, vendor: 'other' }, 'float32'),
      adapterKey({ ...facts, driver: '2' }, 'float32'),
      adapterKey({ ...facts, interface: 'd3d12' }, 'float32'),
      adapterKey(facts, 'mixed'),
    ]
    expect(new Set([key, ...others]).size).toBe(6)
    expect(adapterKey({ ...facts }, 'float32')).toBe(key)
  })

  it.each([
    ['is no JSON', '{"version":1,'],
    ['is of another version', '{"version":2,"adapters":[]}'],
    ['is something else', '[]'],
    ['has no list', '{"version":1,"adapters":{}}'],
  ])('is made anew where the file %s', async (_, text) => {
    await writeFile(path(), text)
    expect(await readTable(folder, key)).toEqual(new Map())
    await addToTable(folder, key, facts.name, new Map([['a', decided('1')]]))
    expect(await readTable(folder, key)).toEqual(new Map([['a', decided('1')]]))
  })

  it('leaves out a damaged adapter alone', async () => {
    const other = adapterKey(facts, 'mixed')
    await addToTable(folder, key, facts.name, new Map([['a', decided('1')]]))
    await addToTable(folder, other, facts.name, new Map([['a', decided('2')]]))
    const kept = JSON.parse(await readFile(path(), 'utf8'))
    kept.adapters[0].decisions.a.ratio = 'fast'
    await writeFile(path(), JSON.stringify(kept))
    expect(await readTable(folder, other)).toEqual(new Map())
    expect(await readTable(folder, key)).toEqual(new Map([['a', decided('1')]]))
  })

  it('keeps a dozen adapters, those that were measured last', async () => {
    const keys = Array.from({ length: 14 }, (_, i) => adapterKey({ ...facts, driver: `d${i}` }, 'float32'))
    for (const one of keys) await addToTable(folder, one, facts.name, new Map([['a', decided('1')]]))
    const sizes = await Promise.all(keys.map(async (one) => (await readTable(folder, one)).size))
    expect(sizes).toEqual([0, 0, ...Array.from({ length: 12 }, () => 1)])
  })

  it('is forgotten when that is asked for', async () => {
    await addToTable(folder, key, facts.name, new Map([['a', decided('1')]]))
    await forgetTable(folder)
    expect(await readTable(folder, key)).toEqual(new Map())
    await forgetTable(folder)
  })
})
