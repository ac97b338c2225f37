import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeBeside } from './write-beside'

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'cotejo-beside-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

const fill = async (to: string): Promise<void> => {
  await writeFile(join(to, 'r.md'), 'text')
  await mkdir(join(to, 'r-figures'))
  await writeFile(join(to, 'r-figures', 'a.svg'), 'figure')
}

it('puts a file and its folder where they belong, and makes parents', async () => {
  const out = join(await folder(), 'deep', 'er')
  const files = await writeBeside(join(out, 'r.md'), fill)
  expect(files).toEqual([
    { file: 'r-figures/a.svg', bytes: 6 },
    { file: 'r.md', bytes: 4 },
  ])
  expect((await readdir(out)).sort()).toEqual(['r-figures', 'r.md'])
})

it('leaves everything as it was where a name is taken', async () => {
  const out = await folder()
  await mkdir(join(out, 'r-figures'))
  await writeFile(join(out, 'r-figures', 'mine'), 'mine')
  await expect(writeBeside(join(out, 'r.md'), fill)).rejects.toMatchObject({ code: 'export-exists' })
  expect(await readdir(out)).toEqual(['r-figures'])
  await writeFile(join(out, 'r.md'), 'mine')
  await expect(writeBeside(join(out, 'r.md'), fill)).rejects.toMatchObject({ code: 'export-exists' })
  expect(await readFile(join(out, 'r.md'), 'utf8')).toBe('mine')
})

it('leaves nothing where it fails midway', async () => {
  const out = await folder()
  const failing = async (to: string): Promise<void> => {
    await fill(to)
    throw new Error('the disk is full')
  }
  await expect(writeBeside(join(out, 'r.md'), failing)).rejects.toThrow('the disk is full')
  expect(await readdir(out)).toEqual([])
})
