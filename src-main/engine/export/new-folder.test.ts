import { spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeNewFolder } from './new-folder'

let work: string
beforeEach(async () => void (work = await mkdtemp(join(tmpdir(), 'cotejo-folder-'))))
afterEach(() => rm(work, { recursive: true, force: true }))

const fill = (folder: string) => writeFile(join(folder, 'b.txt'), 'bb')

test('appears whole, with its parents', async () => {
  const out = join(work, 'mis modelos', 'ñandú')
  expect(await writeNewFolder(out, fill)).toEqual([{ file: 'b.txt', bytes: 2 }])
  expect(await readdir(join(work, 'mis modelos'))).toEqual(['ñandú'])
})

test('names the files in folders within it', async () => {
  const out = join(work, 'out')
  const files = await writeNewFolder(out, async (folder) => {
    await mkdir(join(folder, 'a', 'empty'), { recursive: true })
    await writeFile(join(folder, 'a', 'c.txt'), 'c')
    await fill(folder)
  })
  expect(files).toEqual([
    { file: 'a/c.txt', bytes: 1 },
    { file: 'b.txt', bytes: 2 },
  ])
})

test('takes an empty folder, and neither a full one nor a file', async () => {
  const out = join(work, 'out')
  await mkdir(out)
  await writeNewFolder(out, fill)
  await expect(writeNewFolder(out, fill)).rejects.toMatchObject({ code: 'export-exists' })
  await expect(writeNewFolder(join(out, 'b.txt'), fill)).rejects.toMatchObject({ code: 'export-exists' })
  expect(await readdir(out)).toEqual(['b.txt'])
})

test('what came there in the meantime stays', async () => {
  const out = join(work, 'out')
  const slow = writeNewFolder(out, async () => {
    await mkdir(out)
    await writeFile(join(out, 'mine.txt'), '')
  })
  await expect(slow).rejects.toMatchObject({ code: 'export-exists' })
  expect(await readdir(work)).toEqual(['out'])
  expect(await readdir(out)).toEqual(['mine.txt'])
})

test('nothing is left where it fails', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const failing = writeNewFolder(join(work, 'out'), async (folder) => {
    await fill(folder)
    throw full
  })
  await expect(failing).rejects.toBe(full)
  expect(await readdir(work)).toEqual([])
})

test('what a killed process left is hidden, and gone after the next export to the same place', async () => {
  const dead = spawnSync(process.execPath, ['-e', ''])
  const left = join(work, `.out.${dead.pid}.1.partial`)
  const others = [join(work, `.out.${process.pid}.77.partial`), join(work, `.output.${dead.pid}.1.partial`)]
  for (const folder of [left, ...others]) await mkdir(folder)
  await writeNewFolder(join(work, 'out'), fill)
  expect(await readdir(work)).toHaveLength(3)
  expect(await readdir(work)).not.toContain(`.out.${dead.pid}.1.partial`)
})

test.skipIf(process.platform !== 'linux')(
  'a process that has ended counts as gone before it is collected',
  async () => {
    // The shell becomes a program that collects nobody.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    try {
      const pid = Number(String(await new Promise<Buffer>((done) => parent.stdout.once('data', done))).trim())
      const state = async () => (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]![0]
      await vi.waitFor(async () => expect(await state()).toBe('Z'), 10_000)
      const left = join(work, `.out.${pid}.1.partial`)
      await mkdir(left)
      await writeNewFolder(join(work, 'out'), fill)
      expect(await readdir(work)).toEqual(['out'])
    } finally {
      parent.kill('SIGKILL')
    }
  },
)
