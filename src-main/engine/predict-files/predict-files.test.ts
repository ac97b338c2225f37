// Folders of pictures through several models, and the table of what they say.
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { csvField, csvLine, filesPredictions, mlpOptions, type ModelDescription } from '../../contract'
import { type Compute } from '../compute'
import { buildFresh } from '../models/build'
import { forgetModels } from '../models/pool'
import { saveModel } from '../models/storage'
import { predictPictures } from '../predict'
import { quietTask } from '../task'
import { needsMark } from './csv'
import { findFiles } from './find'
import { predictFiles } from '.'

describe('a table', () => {
  test.each([
    ['cat', 'cat'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' edge', '" edge"'],
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+1.jpg', "'+1.jpg"],
    ['-1.jpg', "'-1.jpg"],
    ['@x', "'@x"],
    ['=a,b', '"\'=a,b"'],
    [0.25, '0.25'],
    [-1, '-1'],
    ['', ''],
  ])('%j is written as %s', (value, expected) => expect(csvField(value)).toBe(expected))

  test('ends its lines as the RFC has it, and is marked where it needs to be', () => {
    expect(csvLine(['a', 1])).toBe('a,1\r\n')
    expect([needsMark(['abc', '~']), needsMark(['ñ'])]).toEqual([false, true])
  })
})

const SIZE = 8
const labels = ['cat', 'dog', 'fish']
let work: string
let pictures: string
let compute: Compute
const png = (colour: string) =>
  sharp({ create: { width: 20, height: 12, channels: 3, background: colour } }).png().toBuffer() // prettier-ignore

async function makeRun(id: string, seed: number, resize: 'cover' | 'fit' = 'cover', names = labels) {
  const model = { name: 'mlp' as const, options: mlpOptions.parse({ hidden: [4] }) }
  const preprocessing = { size: SIZE, resize, scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' }
  const made = buildFresh(model, { size: SIZE, classes: names.length, seed })
  const description = { version: 1, model, labels: names, preprocessing, parameters: 0, trainableParameters: 0, cotejo: '1' } // prettier-ignore
  await saveModel(join(work, id, 'model'), made.network, description as unknown as ModelDescription)
  made.dispose()
  return { run: id, name: `Model ${id}`, folder: join(work, id) }
}

let a: Awaited<ReturnType<typeof makeRun>>
let b: Awaited<ReturnType<typeof makeRun>>
beforeAll(async () => {
  compute = await cpuCompute()
  work = await mkdtemp(join(tmpdir(), 'cotejo-files-'))
  for (const id of ['a', 'b']) await mkdir(join(work, id))
  a = await makeRun('a', 1)
  b = await makeRun('b', 2, 'fit')
})
afterAll(async () => {
  forgetModels()
  await rm(work, { recursive: true, force: true })
})
beforeEach(async () => {
  pictures = await mkdtemp(join(work, 'pictures-'))
  await mkdir(join(pictures, 'more'))
  await writeFile(join(pictures, 'more', '=red.png'), await png('#c02010'))
  await writeFile(join(pictures, 'azul ñ.png'), await png('#2030d0'))
  await writeFile(join(pictures, 'notes.txt'), 'no picture')
  await writeFile(join(pictures, '.hidden.png'), await png('#ffffff'))
})

const ask = (rest: object = {}, task = quietTask()) =>
  predictFiles({ runs: [a, b], paths: [pictures], packs: work, ...rest }, compute, task)

test('a folder is walked as an import does: nothing hidden, nothing outside, each file once', async () => {
  await writeFile(join(work, 'outside.png'), await png('#111111'))
  await symlink(join(work, 'outside.png'), join(pictures, 'link.png'))
  const names = (await findFiles([pictures], quietTask())).map((one) => one.name)
  expect(names).toEqual(['azul ñ.png', 'more/=red.png', 'notes.txt'])
  const twice = await findFiles([pictures, join(pictures, 'notes.txt')], quietTask())
  expect(twice).toHaveLength(3)
  await expect(findFiles([join(pictures, 'gone')], quietTask())).rejects.toMatchObject({ code: 'not-found' })
  const empty = await mkdtemp(join(work, 'empty-'))
  await expect(findFiles([empty], quietTask())).rejects.toMatchObject({ code: 'folder-without-images' })
})

test('files of the same name are told apart by their folders', async () => {
  await writeFile(join(pictures, 'more', 'notes.txt'), 'x')
  const files = await findFiles(
    [join(pictures, 'notes.txt'), join(pictures, 'more', 'notes.txt')],
    quietTask(),
  )
  expect(files.map((one) => one.name)).toEqual(files.map((one) => one.path))
  expect(new Set(files.map((one) => one.name)).size).toBe(2)
})

test('the table has what a prediction of each picture says, for each model; failures have their reason', async () => {
  const result = await ask()
  expect(filesPredictions.parse(result)).toEqual(result)
  expect(result).toMatchObject({ count: 2, failedCount: 1, out: null })
  expect(result.failed[0]!.file).toBe('notes.txt')
  expect(result.runs.map((one) => one.counts.reduce((x, y) => x + y))).toEqual([2, 2])

  const lines = result.csv!.split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFfile,Model a: class,Model a: confidence,Model a: p(cat),Model a: p(dog),Model a: p(fish),' +
      'Model b: class,Model b: confidence,Model b: p(cat),Model b: p(dog),Model b: p(fish),agree,error',
  )
  expect(lines).toHaveLength(5)
  const paths = [join(pictures, 'azul ñ.png'), join(pictures, 'more', '=red.png')]
  const alone = await Promise.all(
    [a, b].map(({ folder, run }) =>
      predictPictures(
        { folder, run, packs: work, pictures: paths.map((path) => ({ path })) },
        compute,
        quietTask(),
      ),
    ),
  )
  for (const [i, name] of ['azul ñ.png', 'more/=red.png'].entries()) {
    const cells = lines[i + 1]!.split(',')
    expect(cells[0]).toBe(name)
    alone.forEach(({ predictions }, at) => {
      const { label, probabilities } = predictions[i]!
      expect(cells[1 + at * 5]).toBe(label)
      probabilities.forEach((p, c) => expect(Number(cells[3 + at * 5 + c])).toBeCloseTo(p, 5))
    })
    const same = alone[0]!.predictions[i]!.label === alone[1]!.predictions[i]!.label
    expect(cells[11]).toBe(same ? 'yes' : 'no')
  }
  expect(lines[3]).toMatch(/^notes\.txt,,,,,,,,,,,,.*not a picture/)
})

test('a file is written whole, and nothing that is there is written over', async () => {
  const out = join(pictures, 'more', 'table.csv')
  const result = await ask({ out })
  expect(result).toMatchObject({ out, csv: null })
  expect(await readFile(out, 'utf8')).toBe(
    (await ask({ paths: [pictures] })).csv!.replace(/more\/table\.csv.*\r\n/, ''),
  )
  await expect(ask({ out })).rejects.toMatchObject({ code: 'export-exists' })
  await expect(ask({ out: join(work, 'none', 'x.csv') })).rejects.toMatchObject({ code: 'folder-not-found' })
})

test('progress counts pictures; a call that is cancelled leaves nothing', async () => {
  for (let i = 0; i < 40; i++) await writeFile(join(pictures, `${i}.png`), await png(`rgb(${i}, 9, 9)`))
  const abort = new AbortController()
  const seen: string[] = []
  const task = {
    signal: abort.signal,
    progress: ({ stage, done, total }: { stage: string; done: number; total: number }) => {
      seen.push(stage)
      if (stage === 'predict' && done > 0 && done < total) abort.abort()
    },
  }
  const out = join(work, 'cancelled.csv')
  await expect(ask({ out }, task)).rejects.toMatchObject({ code: 'cancelled' })
  expect(new Set(seen)).toEqual(new Set(['scan', 'predict']))
  expect((await readdir(work)).filter((name) => name.includes('cancelled'))).toEqual([])
  const all = await ask()
  expect([all.count, all.failedCount, all.rows.length]).toEqual([42, 1, 42])
})

test('one run has no column of agreement; runs of one name are told apart; classes are compared by name', async () => {
  expect((await ask({ runs: [a] })).csv!.split('\r\n')[0]).not.toContain('agree')
  const same = await ask({ runs: [a, { ...b, name: a.name }] })
  expect(same.csv).toContain('a: class')
  expect(same.csv).toContain('b: class')
  await mkdir(join(work, 'c'), { recursive: true })
  const c = await makeRun('c', 1, 'cover', ['fish', 'cat', 'dog'])
  const { rows, agreed } = await ask({ runs: [a, c] })
  expect(agreed).toBe(rows.filter(({ said }) => said[0]!.label === said[1]!.label).length)
})
