// Features on disk: what was written is found, what is damaged is not, and the oldest make room.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/toyRun'
import { rng } from '../rng'
import { Shelf } from './shelf'
import { FeatureStore, type StoreLimits } from './store'

const values = 5
const name = 'a'.repeat(32)
const other = 'b'.repeat(32)
const rowName = (n: number) => n.toString(16).padStart(32, '0')
const rowOf = (n: number) => {
  const random = rng(n, 'row')
  return Float32Array.from({ length: values }, () => random.range(-1, 1))
}

const made = (limits: Partial<StoreLimits> = {}) => {
  const folder = join(temporaryFolder(), 'features')
  return { folder, store: new FeatureStore(folder, { reserve: 0, ...limits }) }
}

async function write(store: FeatureStore, of: string, rows: number[]): Promise<boolean> {
  const shelf = await Shelf.open(store, of, values)
  const numbers = Float32Array.from(rows.flatMap((n) => Array.from(rowOf(n))))
  const added = await shelf.add(rows.map(rowName), numbers, rows.length)
  const finished = await shelf.finish()
  shelf.close()
  return added && finished
}

/** Which of some rows are there, as they were written. */
async function whole(store: FeatureStore, of: string, rows: number[]): Promise<number[]> {
  const shelf = await Shelf.open(store, of, values)
  const into = new Float32Array(values)
  const found = rows.filter((n) => {
    if (!shelf.read(rowName(n), into)) return false
    expect(Array.from(into)).toEqual(Array.from(rowOf(n)))
    return true
  })
  shelf.close()
  return found
}

const segments = (folder: string, of: string) =>
  readdirSync(join(folder, of)).map((file) => join(folder, of, file))

describe('rows on disk', () => {
  test('are found again, from several files, under their name alone', async () => {
    const { store } = made()
    expect(await write(store, name, [1, 2, 3])).toBe(true)
    expect(await write(store, name, [4])).toBe(true)
    expect(await whole(store, name, [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4])
    expect(await whole(store, other, [1])).toEqual([])
  })

  test('two programs may write at once', async () => {
    const { store } = made()
    await Promise.all([write(store, name, [1, 2]), write(store, name, [2, 3]), write(store, name, [4])])
    expect(await whole(store, name, [1, 2, 3, 4])).toEqual([1, 2, 3, 4])
  })

  test('a file in another form is read as NumPy would: the rows come first', async () => {
    const { folder, store } = made()
    await write(store, name, [7, 8])
    const bytes = readFileSync(segments(folder, name)[0]!)
    const rows = new Float32Array(new Uint8Array(bytes.subarray(0, 2 * values * 4)).buffer)
    expect(Array.from(rows)).toEqual([...rowOf(7), ...rowOf(8)])
  })

  test('every changed byte is noticed, and costs what it damages', async () => {
    const { folder, store } = made()
    await write(store, name, [1, 2])
    const [file] = segments(folder, name)
    const good = readFileSync(file!)
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good)
      bad[at] = bad[at]! ^ 0x10
      writeFileSync(file!, bad)
      const found = await whole(store, name, [1, 2])
      // In a row: the other is whole. In the table: nothing of the file is trusted. Its last four bytes mean nothing.
      if (at < values * 4) expect(found).toEqual([2])
      else if (at < 2 * values * 4) expect(found).toEqual([1])
      else if (at < good.length - 4) expect(found).toEqual([])
    }
  })

  test('a file that was cut off or grew is removed', async () => {
    const { folder, store } = made()
    for (const change of [-1, -30, -79, 1]) {
      await write(store, name, [1, 2])
      const [file] = segments(folder, name)
      truncateSync(file!, readFileSync(file!).length + change)
      expect(await whole(store, name, [1, 2])).toEqual([])
      expect(existsSync(file!)).toBe(false)
    }
  })

  test('nothing half-written is found, and what a dead program left goes in time', async () => {
    const { folder, store } = made()
    await write(store, name, [1])
    const shelf = await Shelf.open(store, name, values)
    await shelf.add([rowName(2)], rowOf(2), 1)
    shelf.close()
    expect(await whole(store, name, [1, 2])).toEqual([1])
    const left = segments(folder, name).find((file) => file.endsWith('.tmp'))!
    expect(existsSync(left)).toBe(true)
    utimesSync(left, 1, 1)
    expect(await whole(store, name, [1, 2])).toEqual([1])
    expect(existsSync(left)).toBe(false)
  })
})

describe('room', () => {
  const rowBytes = 4 * values + 20

  test('the sets that were not used for longest go', async () => {
    const { folder, store } = made({ keep: 24 * rowBytes })
    const names = ['1', '2', '3'].map((digit) => digit.repeat(32))
    for (const [i, one] of names.entries()) {
      await write(store, one, [1, 2, 3, 4])
      utimesSync(join(folder, one), i + 1, i + 1)
    }
    // The first is used again.
    expect(await whole(store, names[0]!, [1])).toEqual([1])
    await write(store, name, [...Array(12).keys()])
    expect(readdirSync(folder).sort()).toEqual([names[0], names[2], name].sort())
  })

  test('a set that grows by other views gives up its oldest files', async () => {
    const { store } = made({ keep: 10 * rowBytes + 200 })
    for (const first of [0, 4, 8, 12]) await write(store, name, [first, first + 1, first + 2, first + 3])
    const found = await whole(store, name, [...Array(16).keys()])
    expect(found).toEqual([...Array(12).keys()].map((row) => row + 4))
  })

  test('is what may be kept, but no more than the disk has', async () => {
    expect(await made({ keep: 1000, most: 400 }).store.room()).toBe(400)
    expect(await made({ keep: 300, most: 400 }).store.room()).toBe(300)
    expect(await made({ reserve: 2 ** 60 }).store.room()).toBe(0)
  })

  test('a disk that refuses takes nothing, and says so', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    const store = new FeatureStore(join(folder, 'file', 'features'))
    expect(await store.room()).toBe(0)
    expect(await write(store, name, [1])).toBe(false)
  })

  test('is looked for beside the library that a dataset is in', async () => {
    const library = temporaryFolder()
    const dataset = join(library, 'datasets', 'birds')
    mkdirSync(dataset, { recursive: true })
    expect(await FeatureStore.beside(dataset)).toBeNull()
    mkdirSync(join(library, 'cache'))
    const store = await FeatureStore.beside(dataset)
    await write(store!, name, [1])
    expect(readdirSync(join(library, 'cache', 'features'))).toEqual([name])
  })
})
