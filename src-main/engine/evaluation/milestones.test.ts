import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { milestones } from '../../contract'
import { readMilestones } from './milestones'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'cotejo-milestones-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const set = { loss: 1, accuracy: 0.5, count: 10 }
const rate = { learningRate: 0.001, imagesPerSecond: 10 }
const batch = (epoch: number, step: number) => ({
  type: 'batch',
  epoch,
  step,
  loss: 1,
  accuracy: 0.5,
  ...rate,
})
const epoch = (n: number) => ({
  type: 'epoch',
  epoch: n,
  step: n,
  train: set,
  validation: null,
  seconds: 1,
  best: true,
  ...rate,
})
const note = (message: string) => ({ type: 'note', message })
const end = { type: 'end', status: 'done' }
const lines = (records: object[]) =>
  records.map((one, seq) => JSON.stringify({ seq, t: seq, ...one }) + '\n').join('')
const history = () => join(folder, 'history.jsonl')
const file = () => join(folder, 'milestones.json')

/** Two epochs of 1,000 batches. */
const long = (message = 'ñ'.repeat(150)) =>
  lines([1, 2].flatMap((n) => [...Array.from({ length: 1000 }, (_, i) => batch(n, i)), epoch(n)])).concat(
    lines([note(message), end]),
  )
const types = async (keep = false) => {
  const { records, batches } = await readMilestones(folder, keep)
  return { types: records.map(({ type }) => type), batches: batches.length }
}
const whole = { types: ['epoch', 'epoch', 'note', 'end'], batches: 400 }

test('are all records but the batches, of which the first are kept', async () => {
  expect(await types()).toEqual({ types: [], batches: 0 })
  await writeFile(history(), long())
  expect(await types()).toEqual(whole)
  await expect(readFile(file())).rejects.toThrow()
})

test('are kept once a run has ended, and stand for what they were made from', async () => {
  await writeFile(history(), long())
  await types(true)
  await appendFile(history(), lines([note('more')]))
  expect(await types(true)).toEqual({ types: [...whole.types, 'note'], batches: 400 })
  const kept = milestones.parse(JSON.parse(await readFile(file(), 'utf8')))
  expect(kept.records.map(({ type }) => type)).toEqual(whole.types)
  expect(kept.bytes).toBe(Buffer.byteLength(long()))
})

test('are read on from, and are not believed beside another history', async () => {
  await writeFile(history(), long())
  await types(true)
  const content = JSON.parse(await readFile(file(), 'utf8'))
  // A mark shows that the file was read. A new file has another place on disk, so memory is not asked.
  content.records = content.records.filter(({ type }: { type: string }) => type !== 'epoch')
  await writeFile(file(), JSON.stringify(content))
  const again = async (text: string) => {
    const other = `${history()}.new`
    await writeFile(other, text)
    await rename(other, history())
    return types()
  }
  expect((await again(long() + lines([note('more')]))).types).toEqual(['note', 'end', 'note'])
  expect((await again(long('another'.padEnd(300)))).types).toEqual(whole.types)
  expect((await again(lines([epoch(1)]))).types).toEqual(['epoch'])
})

test('a torn line waits until it is whole', async () => {
  const [first, second] = lines([epoch(1), epoch(2)]).split('\n')
  await writeFile(history(), `${first}\n${second!.slice(0, 30)}`)
  expect((await types()).types).toEqual(['epoch'])
  await appendFile(history(), `${second!.slice(30)}\n`)
  expect((await types()).types).toEqual(['epoch', 'epoch'])
})
