import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { quietTask } from '../../task'
import { importDataset } from '../import'
import { sharp } from '../sharp'
import { scratch } from '../testing'
import { css } from './colour'
import { ANIMALS, drawAnimal, SAMPLE_SIDE } from './draw'

const folder = scratch()
afterAll(folder.remove)

const run = (name: string, seed: number) =>
  importDataset(
    {
      id: name,
      folder: join(folder.path, name),
      source: { kind: 'sample', perClass: 10 },
      options: {},
      seed,
    },
    quietTask(),
  )

describe('the sample', () => {
  it('draws every animal as a picture of its own, the same for the same seed', async () => {
    const seen = new Set<string>()
    for (const animal of ANIMALS)
      for (let number = 0; number < 30; number++) {
        const svg = drawAnimal(animal, 1, number)
        expect(svg).toBe(drawAnimal(animal, 1, number))
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
        seen.add(createHash('sha256').update(svg).digest('hex'))
      }
    expect(seen.size).toBe(90)
    expect(drawAnimal('cat', 1, 0)).not.toBe(drawAnimal('cat', 2, 0))
    const { width, height } = await sharp(Buffer.from(drawAnimal('horse', 1, 0))).metadata()
    expect([width, height]).toEqual([SAMPLE_SIDE, SAMPLE_SIDE])
  })

  it('does not give its classes away by colour: nearest mean colours do little better than chance', async () => {
    const means = async (animal: (typeof ANIMALS)[number], from: number, count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, i) => {
          const { channels } = await sharp(Buffer.from(drawAnimal(animal, 3, from + i))).stats()
          return channels.slice(0, 3).map(({ mean }) => mean)
        }),
      )
    const centre = (rows: number[][]) =>
      [0, 1, 2].map((c) => rows.reduce((sum, row) => sum + row[c], 0) / rows.length)
    const centres = await Promise.all(ANIMALS.map(async (animal) => centre(await means(animal, 0, 40))))
    let right = 0
    for (const [label, animal] of ANIMALS.entries())
      for (const row of await means(animal, 40, 20)) {
        const distances = centres.map((c) => c.reduce((sum, value, i) => sum + (value - row[i]) ** 2, 0))
        if (distances.indexOf(Math.min(...distances)) === label) right++
      }
    expect(right / 60).toBeLessThan(0.6)
  })

  it('becomes a dataset with its originals in its own folder, decided by the seed', async () => {
    const { dataset, report } = await run('one', 1)
    expect(dataset.classes.map(({ name }) => name)).toEqual(['butterfly', 'cat', 'horse'])
    expect(dataset.images).toEqual({ train: 18, validation: 6, test: 6, total: 30, skipped: 0 })
    expect(dataset).toMatchObject({ kind: 'sample', source: { path: 'originals', owned: true } })
    expect(report.findings.map(({ kind }) => kind)).toEqual(['few-images'])
    expect(readdirSync(join(folder.path, 'one', 'originals', 'cat'))).toHaveLength(10)
    expect((await run('two', 1)).dataset.hash).toBe(dataset.hash)
    expect((await run('three', 2)).dataset.hash).not.toBe(dataset.hash)
  })

  it('is called in another language', async () => {
    const source = {
      kind: 'sample' as const,
      perClass: 10,
      classes: ['mariposa', 'gato', 'caballo'] as [string, string, string],
    }
    const { dataset } = await importDataset(
      { id: 'muestra', folder: join(folder.path, 'muestra'), source, options: {}, seed: 1 },
      { signal: new AbortController().signal, progress: () => {} },
    )
    expect(dataset.name).toBe('Mariposa, gato, caballo')
    expect(dataset.classes.map(({ name }) => name)).toEqual(['caballo', 'gato', 'mariposa'])
  })

  it('leaves nothing when it is cancelled while drawing', async () => {
    const controller = new AbortController()
    const target = join(folder.path, 'cancelled')
    const importing = importDataset(
      { id: 'x', folder: target, source: { kind: 'sample', perClass: 10 }, options: {}, seed: 1 },
      { signal: controller.signal, progress: ({ done }) => void (done > 3 && controller.abort()) },
    )
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' })
    expect(existsSync(target) ? readdirSync(target) : []).toEqual([])
  })
})

describe('colours', () => {
  it('are written as CSS Color 4 computes them', () => {
    expect(css([0, 1, 0.5])).toBe('#ff0000')
    expect(css([120, 1, 0.25])).toBe('#008000')
    expect(css([210, 0.5, 0.5])).toBe('#4080bf')
    expect(css([-30, 1, 0.5])).toBe(css([330, 1, 0.5]))
  })
})
