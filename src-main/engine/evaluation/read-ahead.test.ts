import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { quietTask } from '../task'
import { readAhead } from './read-ahead'
import { rightWrong, testRun } from './testing'
import { writeEvaluation } from './write-evaluation'

test('reads what is there, passes over what is damaged or gone, and writes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cotejo-ahead-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { evaluation } = testRun({ id: 'a', right: rightWrong(9, 1) })
  const [good, bad] = [join(folder, 'good'), join(folder, 'bad')]
  await Promise.all([mkdir(good), mkdir(bad)])
  await writeEvaluation(good, { evaluation: evaluation!, probabilities: new Float32Array(20).fill(0.5) })
  await writeFile(join(bad, 'evaluation.json'), '{"version": 1, "te')
  const before = (await readdir(folder, { recursive: true })).sort()
  const runs = [good, bad, join(folder, 'gone')].map((one) => ({ folder: one, name: 'x' }))
  await expect(readAhead({ runs }, quietTask())).resolves.toEqual({})
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(before)

  const stopped = { ...quietTask(), signal: AbortSignal.abort() }
  await expect(readAhead({ runs }, stopped)).rejects.toMatchObject({ code: 'cancelled' })
})
