// The check of exports: what it lets pass, what it refuses, and what it says.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { modelChoice, type ModelDescription, type Preprocessing } from '../../../contract'
import { openCpu } from '../../backends/cpu'
import { buildFresh } from '../../models/build'
import { quietTask } from '../../task'
import { EXACT, type Consumer, type ExportedRun, type Format, type NoConsumer } from '../format'
import { bareFacts } from '../facts'
import { modelGraph } from '../graph'
import { checkExport, CHECK_FILE } from '.'
import { ownAnswers } from './answers'
import { compareAnswers } from './compare'
import { noPictures, type Pictures, type PictureSource } from './pictures'

const SIZE = 8
const preprocessing: Preprocessing = { size: SIZE, resize: 'fit', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' } // prettier-ignore
const labels = ['a', 'b', 'c']

let folder: string
beforeAll(() => openCpu())
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'cotejo-check-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

function runWith(pictures: PictureSource): ExportedRun {
  const choice = modelChoice.parse({ name: 'mlp', options: { hidden: [4], batchNorm: true } })
  const { network } = buildFresh(choice, { size: SIZE, classes: labels.length, seed: 3 })
  const description = { labels, preprocessing } as ModelDescription
  const facts = bareFacts('run', description)
  const graph = () => modelGraph(network, description, facts)
  return { network, description, facts, graph, pictures }
}

/** A format whose runtime says what the run's model says, but for `change`. */
async function formatOf(run: ExportedRun, change: (said: Float32Array) => Float32Array): Promise<Format> {
  const { said, pictures } = await ownAnswers(run, 32, quietTask())
  let at = 0
  const consumer: Consumer = {
    runtime: 'Oracle 1',
    async predict(pixels, count) {
      expect(pixels.length).toBe(count * SIZE * SIZE * 3)
      const from = at
      at = (at + count) % pictures.count
      return change(said.slice(from * labels.length, (from + count) * labels.length))
    },
    dispose: () => {},
  }
  return formatWith(consumer)
}

const formatWith = (consumer: Consumer | NoConsumer): Format => ({
  about: () => ({ format: 'x', usage: '', inside: true, files: [] }),
  write: async () => {},
  open: async () => consumer,
  tolerance: EXACT,
})

const test3: Pictures = {
  count: 3,
  pixels: Uint8Array.from({ length: 3 * SIZE * SIZE * 3 }, (_, i) => (i * 37) % 256),
  labels: [0, 1, 2],
}

const check = (format: Format, run: ExportedRun) => checkExport('onnx', format, folder, run, quietTask())
const shifted = (by: number) => (said: Float32Array) => said.map((value, i) => (i === 1 ? value + by : value))

describe('the check', () => {
  test('runs the dataset’s test pictures and says what came out', async () => {
    const run = runWith({ take: async (split) => (split === 'test' ? test3 : null) })
    const outcome = await check(await formatOf(run, shifted(5e-6)), run)
    expect(outcome).toMatchObject({ runtime: 'Oracle 1', reason: null, agreement: 1, pictures: { count: 3, from: 'test' } }) // prettier-ignore
    expect(outcome.largestDifference).toBeCloseTo(5e-6, 6)
    expect(outcome.accuracy!.run).toBe(outcome.accuracy!.exported)
    const written = JSON.parse(await readFile(join(folder, CHECK_FILE), 'utf8'))
    expect(written).toMatchObject({ version: 1, format: 'onnx', ...outcome, tolerance: { difference: 1e-5 } })
  })

  test('runs the very same model once, and another one by itself', async () => {
    const run = runWith(noPictures)
    const format = await formatOf(run, (said) => said)
    let opened = 0
    const named = (identity: string): Format => ({
      ...format,
      identity: async () => identity,
      open: async (...given) => {
        opened++
        return await format.open(...given)
      },
    })
    const first = await check(named('a'), run)
    expect(await check(named('a'), run)).toEqual(first)
    expect(opened).toBe(1)
    await check(named('b'), run)
    expect(opened).toBe(2)
    // Of another run nothing is known.
    const other = runWith(noPictures)
    await check(named('a'), other)
    expect(opened).toBe(3)
    expect(JSON.parse(await readFile(join(folder, CHECK_FILE), 'utf8'))).toMatchObject({
      runtime: 'Oracle 1',
    })
  })

  test('takes patterns where the dataset is gone', async () => {
    const run = runWith(noPictures)
    const outcome = await check(await formatOf(run, (said) => said), run)
    expect(outcome).toMatchObject({ pictures: { count: 4, from: 'patterns' }, accuracy: null, largestDifference: 0 }) // prettier-ignore
  })

  test.each([
    ['a probability that is off', shifted(1e-3)],
    ['numbers that are none', (said: Float32Array) => said.fill(NaN)],
    ['too few numbers', (said: Float32Array) => said.subarray(1)],
    ['classes in another order', (said: Float32Array) => said.slice().reverse()],
  ])('refuses %s', async (_, change) => {
    const run = runWith(noPictures)
    await expect(check(await formatOf(run, change), run)).rejects.toMatchObject({ code: 'export-differs' })
  })

  test('says so where there is nothing to run it with', async () => {
    const run = runWith(noPictures)
    const outcome = await check(formatWith({ reason: 'There is none.' }), run)
    expect(outcome).toMatchObject({ runtime: null, reason: 'There is none.', largestDifference: null })
  })

  test('knows what rounding makes of a model', async () => {
    const { rounding } = await ownAnswers(runWith(noPictures), 32, quietTask())
    expect(await rounding()).toBeLessThan(1e-6)
  })
})

describe('answers compared', () => {
  const rows = (...values: number[]) => Float32Array.from(values)

  test('agreement counts the most probable class, and no ties within the tolerance', () => {
    const ours = rows(0.6, 0.4, 0.500001, 0.499999, 0.2, 0.8)
    const theirs = rows(0.4, 0.6, 0.499999, 0.500001, 0.2, 0.8)
    expect(compareAnswers(ours, theirs, 2, null, {}).agreement).toBeCloseTo(1 / 3)
    expect(compareAnswers(ours, theirs, 2, null, { difference: 1e-5 }).agreement).toBeCloseTo(2 / 3)
  })

  test('an accuracy that is lost fails', () => {
    const count = 75
    /** Of which the first `lost` are given the other class. */
    const judge = (lost: number, truth: number, accuracy: number) => {
      const ours = rows(...Array.from({ length: count }, () => [0.9, 0.1]).flat())
      const theirs = rows(...Array.from({ length: count }, (_, i) => (i < lost ? [0.4, 0.6] : [0.9, 0.1])).flat()) // prettier-ignore
      return compareAnswers(ours, theirs, 2, new Array<number>(count).fill(truth), { accuracy })
    }
    expect(judge(5, 0, 0.02)).toMatchObject({ accuracy: { run: 1, exported: 70 / 75 }, passed: false })
    expect(judge(5, 0, 0.07).passed).toBe(true)
    // More than two points, but nothing that chance would not do.
    expect(judge(2, 0, 0.02).passed).toBe(true)
    // Better is no loss.
    expect(judge(5, 1, 0.02)).toMatchObject({ accuracy: { run: 0, exported: 5 / 75 }, passed: true })
  })

  test('among few pictures one may be another', () => {
    const ours = rows(0.9, 0.1, 0.9, 0.1, 0.9, 0.1)
    const [one, two] = [rows(0.1, 0.9, 0.9, 0.1, 0.9, 0.1), rows(0.1, 0.9, 0.1, 0.9, 0.9, 0.1)]
    expect(compareAnswers(ours, one, 2, null, { agreement: 0.95 }).passed).toBe(true)
    expect(compareAnswers(ours, two, 2, null, { agreement: 0.95 }).passed).toBe(false)
    expect(compareAnswers(ours, one, 2, null, { agreement: 1 }).passed).toBe(false)
  })

  test('where the run is undecided, another class is no disagreement, but is counted as one', () => {
    const ours = rows(0.55, 0.45, 0.45, 0.55, 0.8, 0.2)
    const theirs = rows(0.45, 0.55, 0.55, 0.45, 0.8, 0.2)
    const tolerance = { agreement: 0.95 }
    expect(compareAnswers(ours, theirs, 2, null, tolerance).passed).toBe(false)
    const judged = compareAnswers(ours, theirs, 2, null, { ...tolerance, tie: 0.11 })
    expect(judged).toMatchObject({ agreement: 1 / 3, passed: true })
    expect(compareAnswers(ours, theirs, 2, null, { ...tolerance, tie: 0.09 }).passed).toBe(false)
  })
})
