// Which pictures answer which question, against what can be counted by hand.
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { engineCalls, judgedPictures, type PictureQuestion, type TestedRun } from '../../../contract'
import { evaluateProbabilities } from '../evaluate-probabilities'
import { testRun } from '../testing'
import { writeEvaluation } from '../write-evaluation'
import { findPictures } from '.'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'cotejo-pictures-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const names = ['cat', 'dog', 'fish']

interface Given {
  /** Probabilities of each test picture. */
  rows: number[][]
  labels: number[]
  first?: number
  hash?: string
  dataset?: string | null
}

/** A run on disk that said this of its test pictures, which are numbers 10, 11, 12 … of the dataset. */
async function run(
  id: string,
  { rows, labels, first = 10, hash, dataset = null }: Given,
): Promise<TestedRun> {
  const probabilities = Float32Array.from(rows.flat())
  const set = { probabilities, labels }
  const nothing = { probabilities: new Float32Array(0), labels: [] }
  const test = { ...set, index: labels.map((_, i) => first + i) }
  const evaluation = evaluateProbabilities({ train: set, validation: nothing, test }, names, 1)
  const its = join(folder, id)
  await mkdir(its, { recursive: true })
  await writeEvaluation(its, { evaluation, probabilities })
  return { folder: its, run: testRun({ id, right: null, hash }).run, dataset }
}

const ask = (runs: TestedRun[], question: PictureQuestion, offset = 0, limit = 60) =>
  findPictures(engineCalls['results.pictures'].params.parse({ runs, question, offset, limit }))

const labels = [0, 0, 1, 1, 2, 2]
const a = {
  labels,
  rows: [
    [0.75, 0.25, 0], // right
    [0.25, 0.5, 0.25], // said to be a dog
    [0.125, 0.875, 0], // right
    [0.625, 0.25, 0.125], // said to be a cat
    [0.75, 0.125, 0.125], // said to be a cat
    [0, 0.25, 0.75], // right
  ],
}
const b = {
  labels,
  rows: [
    [0.5, 0.25, 0.25], // right
    [0.75, 0.125, 0.125], // right
    [0.25, 0.125, 0.625], // said to be a fish
    [0.125, 0.25, 0.625], // said to be a fish
    [0.75, 0.25, 0], // said to be a cat
    [0.25, 0.25, 0.5], // right
  ],
}

test.each<[PictureQuestion, number[]]>([
  [{ kind: 'cell', run: 'a', actual: 0, predicted: 0 }, [10]],
  [{ kind: 'cell', run: 'b', actual: 0, predicted: 0 }, [11, 10]],
  [{ kind: 'cell', run: 'a', actual: 2, predicted: 1 }, []],
  [{ kind: 'mistakes', run: 'a' }, [14, 13, 11]],
  [{ kind: 'mistakes', run: 'b' }, [14, 12, 13]],
  // 13: both sides are sure by 0.625; 12 by 0.625 (and 0.875); 11 by 0.5.
  [{ kind: 'disagreement' }, [12, 13, 11]],
  [{ kind: 'only-right', run: 'a', against: 'b' }, [12]],
  [{ kind: 'only-right', run: 'b', against: 'a' }, [11]],
  // Picture 14 gets 0.125 + 0 for its own label, 13 gets 0.5.
  [{ kind: 'all-wrong' }, [14, 13]],
  [{ kind: 'these', indices: [15, 3, 11] }, [15, 11]],
])('%j', async (question, expected) => {
  const result = await ask([await run('a', a), await run('b', b)], question)
  expect(judgedPictures.parse(result)).toEqual(result)
  expect(result.pictures.map((one) => one.index)).toEqual(expected)
  expect(result).toMatchObject({ total: expected.length, labels: names })
})

test('a picture comes with what each run said of it, in the order asked for; pages are parts of the whole', async () => {
  const runs = [await run('b', b), await run('a', a)]
  const page = await ask(runs, { kind: 'mistakes', run: 'a' }, 1, 1)
  expect(page).toEqual({
    labels: names,
    total: 3,
    pictures: [
      {
        image: null,
        index: 13,
        label: 1,
        said: [
          { run: 'b', predicted: 2, confidence: 0.625, ofLabel: 0.25 },
          { run: 'a', predicted: 0, confidence: 0.625, ofLabel: 0.25 },
        ],
      },
    ],
  })
  expect((await ask(runs, { kind: 'mistakes', run: 'a' }, 5, 2)).pictures).toEqual([])
})

test('runs that were tested on other pictures are not laid side by side', async () => {
  const first = await run('a', a)
  const question = { kind: 'disagreement' } as const
  const refused = async (given: Partial<Given>, why: string) =>
    await expect(ask([first, await run('b', { ...b, ...given })], question)).rejects.toMatchObject({
      code: 'runs-not-comparable',
      message: expect.stringContaining(why),
    })
  await refused({ hash: 'b'.repeat(64) }, 'data differ')
  await refused({ first: 20 }, 'other pictures')
  await refused({ rows: b.rows.slice(1), labels: labels.slice(1) }, 'one was tested on 6')
  await refused({ labels: [0, 0, 1, 1, 2, 1] }, 'other classes')
  // Data that changed by a decision are still the same pictures.
  const pets = '/library/datasets/pets'
  const later = [
    await run('a', { ...a, dataset: pets }),
    await run('b', { ...b, dataset: pets, hash: 'c'.repeat(64) }),
  ]
  expect((await ask(later, question)).total).toBe(3)
})

test('questions that make no sense, and damaged files, are named', async () => {
  const one = await run('a', a)
  const code = (code: string) => ({ code })
  await expect(ask([one], { kind: 'mistakes', run: 'z' })).rejects.toMatchObject(code('invalid-argument'))
  const cell = { kind: 'cell', run: 'a', actual: 0, predicted: 3 } as const
  await expect(ask([one], cell)).rejects.toMatchObject(code('invalid-argument'))
  await expect(ask([one, one], { kind: 'all-wrong' })).rejects.toMatchObject(code('invalid-argument'))
  await truncate(join(one.folder, 'test-probabilities.f32'), 12)
  await expect(ask([one], { kind: 'all-wrong' })).rejects.toMatchObject(code('file-unreadable'))
  await rm(join(one.folder, 'test-probabilities.f32'))
  await expect(ask([one], { kind: 'all-wrong' })).rejects.toMatchObject(code('file-unreadable'))
  await rm(join(one.folder, 'evaluation.json'))
  await expect(ask([one], { kind: 'all-wrong' })).rejects.toMatchObject(code('run-not-finished'))
  await writeFile(join(one.folder, 'evaluation.json'), '{"version":1,')
  await expect(ask([one], { kind: 'all-wrong' })).rejects.toMatchObject(code('file-unreadable'))
})

test('what was read is kept, and read again when it changed', async () => {
  const one = await run('a', a)
  expect((await ask([one], { kind: 'mistakes', run: 'a' })).total).toBe(3)
  await run('a', b)
  expect((await ask([one], { kind: 'mistakes', run: 'a' })).pictures.map((p) => p.index)).toEqual([
    14, 12, 13,
  ])
})
