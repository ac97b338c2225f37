import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { trashDays } from '../../contract'
import { Trash } from './trash'

let root: string
let trash: Trash
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cotejo-trash-'))
  trash = new Trash({ trash: join(root, '.trash') }, quiet)
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function folder(name: string): Promise<string> {
  await mkdir(join(root, name))
  await writeFile(join(root, name, 'run.json'), name)
  return join(root, name)
}

const leaving = async (id: string) => ({
  kind: 'run' as const,
  id,
  name: `The run ${id}`,
  folder: await folder(id),
})

describe('the trash', () => {
  it('takes a folder out of its place and puts it back as it was', async () => {
    const put = await trash.put(await leaving('cnn-1'))
    expect(await readdir(root)).toEqual(['.trash'])
    expect(await trash.list()).toEqual([put])
    expect(new Date(put.until).getTime() - new Date(put.removed).getTime()).toBe(trashDays * 86_400_000)
    expect(await trash.restore(put.item, join(root, 'cnn-1'))).toEqual(put)
    expect(await readFile(join(root, 'cnn-1', 'run.json'), 'utf8')).toBe('cnn-1')
    expect(await readdir(join(root, '.trash'))).toEqual([])
    await expect(trash.restore(put.item, join(root, 'cnn-1'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('restores nothing over something else', async () => {
    const put = await trash.put(await leaving('cnn-1'))
    await folder('cnn-1')
    await expect(trash.restore(put.item, join(root, 'cnn-1'))).rejects.toMatchObject({
      code: 'restore-taken',
    })
    expect(await trash.list()).toHaveLength(1)
  })

  it('knows which ids it holds', async () => {
    await trash.put(await leaving('cnn-1'))
    expect(await trash.has('run', 'cnn-1')).toBe(true)
    expect(await trash.has('run', 'cnn')).toBe(false)
    expect(await trash.has('dataset', 'cnn-1')).toBe(false)
  })

  it('is emptied one by one, or wholly, the last removed first in the list', async () => {
    const a = await trash.put(await leaving('a'), new Date('2026-01-01T10:00:00Z'))
    const b = await trash.put(await leaving('b'), new Date('2026-01-02T10:00:00Z'))
    const c = await trash.put(await leaving('c'), new Date('2026-01-03T10:00:00Z'))
    expect((await trash.list()).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(await trash.empty(b.item)).toBe(1)
    expect(await trash.list()).toEqual([c, a])
    expect(await trash.empty()).toBe(2)
    expect(await readdir(join(root, '.trash'))).toEqual([])
  })

  it('is swept of what has had its time and of what is no entry, and of nothing else', async () => {
    const old = await trash.put(await leaving('old'), new Date('2026-01-01T10:00:00Z'))
    const fresh = await trash.put(await leaving('fresh'), new Date('2026-01-20T10:00:00Z'))
    await mkdir(join(root, '.trash', 'leftover-of-a-crash'))
    await mkdir(join(root, '.trash', `run-half-${'0'.repeat(16)}`))
    await trash.sweep(new Date(new Date(old.until).getTime() + 1))
    expect(await trash.list()).toEqual([fresh])
    expect(await readdir(join(root, '.trash'))).toEqual([fresh.item])
  })

  it('follows no name that leads elsewhere', async () => {
    await folder('elsewhere')
    for (const item of ['../elsewhere', 'run-../elsewhere-0123456789abcdef', '..'])
      await expect(trash.empty(item)).rejects.toMatchObject({ code: 'not-found' })
    expect(await readdir(root)).toEqual(['elsewhere'])
  })

  it('leaves the folder in its place where it cannot be moved', async () => {
    await expect(
      trash.put({ kind: 'run', id: 'gone', name: 'gone', folder: join(root, 'gone') }),
    ).rejects.toThrow()
    expect(await readdir(join(root, '.trash'))).toEqual([])
  })
})
