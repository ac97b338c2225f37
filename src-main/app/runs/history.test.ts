import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../contract'
import { appendRecord, HistoryReader, nextRecord, parseRecord, readHistory, thin } from './history'

let file: string
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'cotejo-history-')), 'history.jsonl')
})
afterEach(() => rm(join(file, '..'), { recursive: true, force: true }))

const metrics = { loss: 0.5, accuracy: 0.5, count: 10 }
const start: RunRecord = {
  seq: 0,
  t: 0,
  type: 'start',
  at: '2026-11-22T10:00:00.000Z',
  backend: 'wasm',
  device: 'CPU',
  parameters: 100,
  trainableParameters: 90,
  epochs: 2,
  stepsPerEpoch: 50,
  images: { train: 10, validation: 5, test: 5 },
}
const batch = (seq: number): RunRecord => ({
  seq,
  t: seq * 10,
  type: 'batch',
  step: seq,
  epoch: 1,
  loss: 1 / seq,
  accuracy: 0.5,
  learningRate: 0.001,
  imagesPerSecond: 100,
})
const epoch = (seq: number, number = 1, best = true): RunRecord => ({
  seq,
  t: seq * 10,
  type: 'epoch',
  epoch: number,
  step: seq,
  train: metrics,
  validation: metrics,
  learningRate: 0.001,
  seconds: 2,
  imagesPerSecond: 100 * number,
  best,
})
const end = (seq: number): RunRecord => ({ seq, t: seq * 10, type: 'end', status: 'done', bestEpoch: 1 })
const lines = (...records: RunRecord[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('readHistory', () => {
  it('gives every record where there are few', async () => {
    const records = [start, batch(1), batch(2), epoch(3), end(4)]
    await writeFile(file, lines(...records))
    expect(await readHistory(file, 0, 100)).toEqual({ records, next: 5 })
    expect(await readHistory(file, 3, 100)).toEqual({ records: records.slice(3), next: 5 })
    expect(await readHistory(file, 5, 100)).toEqual({ records: [], next: 5 })
  })

  it('thins batch points only, keeps the first and the last, and spaces them evenly', async () => {
    const batches = Array.from({ length: 1000 }, (_, at) => batch(at + 1))
    await writeFile(file, lines(start, ...batches, epoch(1001), end(1002)))
    const { records, next } = await readHistory(file, 0, 10)
    expect(next).toBe(1003)
    const kept = records.filter((one) => one.type === 'batch').map((one) => one.seq)
    expect(kept).toEqual([1, 112, 223, 334, 445, 556, 667, 778, 889, 1000])
    expect(records.filter((one) => one.type !== 'batch').map((one) => one.type)).toEqual([
      'start',
      'epoch',
      'end',
    ])
    expect(records.map((one) => one.seq)).toEqual(records.map((one) => one.seq).sort((a, b) => a - b))
  })

  it('leaves damaged and broken-off lines out, and asks for them again', async () => {
    await writeFile(
      file,
      `${lines(start)}nonsense\n{"seq":1,"type":"batch"}\n${lines(batch(2))}{"seq":3,"t":30,"ty`,
    )
    const { records, next } = await readHistory(file, 0, 100)
    expect(records).toEqual([start, batch(2)])
    expect(next).toBe(3)
  })

  it('has nothing to say of a run that never started', async () => {
    expect(await readHistory(file, 0, 100)).toEqual({ records: [], next: 0 })
  })
})

describe('thin', () => {
  it('never repeats an item', () => {
    for (const [length, count] of [
      [11, 10],
      [19, 10],
      [10, 10],
      [3, 10],
    ] as const) {
      const kept = thin(
        Array.from({ length }, (_, at) => at),
        count,
      )
      expect(new Set(kept).size).toBe(Math.min(length, count))
      expect([kept[0], kept.at(-1)]).toEqual([0, length - 1])
    }
  })
})

describe('HistoryReader', () => {
  it('reads on from where it was, also in the middle of a line', async () => {
    const reader = new HistoryReader()
    expect((await reader.digest(file)).lastSeq).toBe(-1)
    const whole = lines(start, batch(1), batch(2), epoch(3), epoch(4, 2, false), end(5))
    for (let at = 0; at < whole.length; at += 97) {
      await appendFile(file, whole.slice(at, at + 97))
      await reader.digest(file)
    }
    const digest = await reader.digest(file)
    expect(digest).toMatchObject({
      lastSeq: 5,
      lastTime: 50,
      start,
      end: end(5),
      bestEpoch: 1,
      epochSeconds: 4,
    })
    expect(digest.imagesPerSecond).toBe(150)
  })

  it('begins where the engine wrote down what the history comes to, if it is of this very history', async () => {
    const text = [start, batch(1), epoch(2)].map((one) => JSON.stringify(one) + '\n').join('')
    const more = JSON.stringify(epoch(3, 2, false)) + '\n'
    await writeFile(file, text + more)
    // A mark that only this file has: reading the history would give the epoch that it leaves out.
    const kept = {
      version: 1,
      bytes: Buffer.byteLength(text),
      tail: text.slice(-50),
      records: [start],
      batches: [],
    }
    const write = (content: object) => writeFile(join(file, '..', 'milestones.json'), JSON.stringify(content))
    const epochs = async () => (await new HistoryReader().digest(file)).epochs
    await write(kept)
    expect(await epochs()).toBe(1)
    for (const other of [
      { ...kept, tail: 'x'.repeat(50) },
      { ...kept, bytes: 1e6 },
      { ...kept, version: 2 },
    ]) {
      await write(other)
      expect(await epochs()).toBe(2)
    }
  })

  it('starts anew when the file became shorter', async () => {
    const reader = new HistoryReader()
    await writeFile(file, lines(start, epoch(1), end(2)))
    await reader.digest(file)
    await truncate(file, lines(start).length)
    expect(await reader.digest(file)).toMatchObject({ lastSeq: 0, end: null, lastEpoch: null })
  })

  it('takes records after an end for a run that was resumed', async () => {
    const reader = new HistoryReader()
    const crashed: RunRecord = { seq: 2, t: 20, type: 'end', status: 'crashed', reason: 'x' }
    await writeFile(file, lines(start, epoch(1), crashed))
    expect((await reader.digest(file)).end).toEqual(crashed)
    await appendFile(file, lines(batch(3)))
    expect((await reader.digest(file)).end).toBeNull()
    // The epoch is trained again: its time counts once.
    await appendFile(file, lines(epoch(4, 1), { seq: 5, t: 50, type: 'paused' }))
    expect(await reader.digest(file)).toMatchObject({ epochSeconds: 2, paused: true })
  })
})

describe('appendRecord', () => {
  const what = { type: 'end', status: 'crashed', reason: 'killed' } as const

  it('goes on with the numbers, and cuts away a line that was broken off', async () => {
    const reader = new HistoryReader()
    await writeFile(file, `${lines(start, batch(1))}{"seq":2,"t":20,"type":"bat`)
    const record = nextRecord(await reader.digest(file), what)
    await appendRecord(file, record)
    expect(record).toEqual({ seq: 2, t: 10, ...what })
    const text = await readFile(file, 'utf8')
    expect(text).toBe(lines(start, batch(1), record))
    expect((await reader.digest(file)).end).toEqual(record)
  })

  it('keeps a last line that lacks only its newline', async () => {
    await writeFile(file, lines(start, batch(1)).trimEnd())
    await appendRecord(file, nextRecord(await new HistoryReader().digest(file), what))
    const text = await readFile(file, 'utf8')
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => parseRecord(line)?.type),
    ).toEqual(['start', 'batch', 'end'])
  })

  it('makes the history of a run that never started', async () => {
    const record = nextRecord(await new HistoryReader().digest(file), what)
    await appendRecord(file, record)
    expect(record).toMatchObject({ seq: 0, t: 0 })
    expect(parseRecord(await readFile(file, 'utf8'))).toEqual(record)
  })
})
