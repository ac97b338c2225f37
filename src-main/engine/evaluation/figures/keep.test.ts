import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quietTask } from '../../task'
import { rightWrong, testRun } from '../testing'
import { writeEvaluation } from '../write-evaluation'
import { figuresOf } from './keep'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'cotejo-figures-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const evaluate = (yes: number, no: number, probabilities?: Float32Array) => {
  const right = rightWrong(yes, no)
  const { evaluation } = testRun({ id: 'a', right })
  const rows = right.flatMap((ok, i) => ((i % 2 === 0) === ok ? [0.75, 0.25] : [0.25, 0.75]))
  return writeEvaluation(folder, {
    evaluation: evaluation!,
    probabilities: probabilities ?? Float32Array.from(rows),
  })
}
const figures = (keep = true) => figuresOf(folder, 'A', keep, quietTask())
const file = () => join(folder, 'figures.json')

test('are kept beside the evaluation, and read from there', async () => {
  await evaluate(7, 3)
  const made = await figures()
  expect(made.accuracy.value).toBe(0.7)
  // What is in the file is what is answered: a mark in it comes back.
  const content = JSON.parse(await readFile(file(), 'utf8'))
  content.figures.accuracy.value = 0.123456
  await writeFile(file(), JSON.stringify(content))
  expect((await figures()).accuracy.value).toBe(0.123456)
})

test('are made again when the evaluation is another, the file damaged, or made in another way', async () => {
  await evaluate(7, 3)
  await figures()
  await evaluate(6, 4)
  expect((await figures()).accuracy.value).toBe(0.6)
  await writeFile(file(), '{"version": 1, "fig')
  expect((await figures()).accuracy.value).toBe(0.6)
  const content = JSON.parse(await readFile(file(), 'utf8'))
  await writeFile(
    file(),
    JSON.stringify({ ...content, method: 0, figures: { ...content.figures, count: 1 } }),
  )
  expect((await figures()).count).toBe(10)
})

test('are not written into a library that is only read', async () => {
  await evaluate(7, 3)
  expect((await figures(false)).accuracy.value).toBe(0.7)
  expect((await readdir(folder)).sort()).toEqual(['evaluation.json', 'test-probabilities.f32'])
})

test('are not made of what is no probability, nor without the probabilities', async () => {
  await evaluate(1, 1, Float32Array.from([0.5, 0.5, NaN, 0.5]))
  await expect(figures()).rejects.toMatchObject({ code: 'file-unreadable' })
  await evaluate(1, 1, Float32Array.from([0.5, 0.5, -0.5, 1.5]))
  await expect(figures()).rejects.toMatchObject({ code: 'file-unreadable' })
  await evaluate(1, 1, Float32Array.from([0.5, 0.5]))
  await expect(figures()).rejects.toMatchObject({ code: 'file-unreadable' })
  await rm(join(folder, 'evaluation.json'))
  await expect(figures()).rejects.toMatchObject({ code: 'run-not-finished' })
})
