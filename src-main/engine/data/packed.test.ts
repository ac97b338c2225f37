import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { toErrorShape } from '../../contract'
import { openPack, packExists, PackWriter } from './packed'
import { rng } from '../rng'
import { scratch } from './testing'

const folder = scratch()
afterAll(folder.remove)

const SIZE = 8
const BYTES = SIZE * SIZE * 3
const COUNT = 50
const random = rng(3)
const all = new Uint8Array(COUNT * BYTES).map(() => random.below(256))
const image = (index: number) => all.subarray(index * BYTES, (index + 1) * BYTES)

describe('a packed cache', () => {
  const path = join(folder.path, 'images-8-cover.u8')

  it('has its name only when it is whole', async () => {
    const writer = await PackWriter.create(path, BYTES)
    for (let i = 0; i < 20; i++) await writer.write(image(i))
    await writer.write(all.subarray(20 * BYTES), COUNT - 20)
    expect(existsSync(path)).toBe(false)
    await writer.finish()
    expect(writer.count).toBe(COUNT)
    expect(readFileSync(path).equals(all)).toBe(true)
    expect(await packExists(path, SIZE, COUNT)).toBe(true)
    expect(await packExists(path, SIZE, COUNT + 1)).toBe(false)
    expect(existsSync(path + '.tmp')).toBe(false)
  })

  it('leaves nothing when it is given up', async () => {
    const other = join(folder.path, 'other.u8')
    const writer = await PackWriter.create(other, BYTES)
    await writer.write(image(0))
    await writer.discard()
    expect(existsSync(other) || existsSync(other + '.tmp')).toBe(false)
  })

  it.each([
    ['memory', 1e9],
    ['disk', 0],
  ])('reads pictures in any order from %s', async (_, limit) => {
    const pack = await openPack(path, SIZE, COUNT, limit)
    const indices = Int32Array.from([49, 0, 7, 8, 9, 10, 3, 3, 48, 49])
    const into = new Uint8Array(indices.length * BYTES + 5).fill(1)
    pack.read(indices, into)
    indices.forEach((index, i) => expect(into.subarray(i * BYTES, (i + 1) * BYTES)).toEqual(image(index)))
    expect([...into.subarray(-5)]).toEqual([1, 1, 1, 1, 1])
    expect(() => pack.read([50], into)).toThrow(RangeError)
    expect(() => pack.read([49, 50], into)).toThrow(RangeError)
    expect(() => pack.read([-1], into)).toThrow(RangeError)
    expect(() => pack.read([0, 1], new Uint8Array(BYTES))).toThrow(RangeError)
    pack.close()
    expect(() => pack.read([0], into)).toThrow()
  })

  it.skipIf(!existsSync('/dev/full'))('says so when the disk is full, and leaves nothing', async () => {
    const full = join(folder.path, 'full.u8')
    symlinkSync('/dev/full', full + '.tmp')
    const writer = await PackWriter.create(full, BYTES)
    await writer.write(image(0))
    const error = await writer.finish().catch((thrown: unknown) => thrown)
    expect(toErrorShape(error).code).toBe('disk-full')
    await writer.discard()
    expect(existsSync(full) || existsSync(full + '.tmp')).toBe(false)
  })
})
