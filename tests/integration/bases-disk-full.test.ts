// Bases on a full disk: a real one, a file system of three megabytes in memory. Needs the right to mount one.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, describe, it } from 'vitest'
import { toErrorShape, type Progress } from '../../src-main/contract'
import { inCatalogue } from '../../src-main/engine/bases/catalogue'
import { importBase } from '../../src-main/engine/bases/import'
import { installBase } from '../../src-main/engine/bases/install'
import { listBases } from '../../src-main/engine/bases/list'
import { quietTask } from '../../src-main/engine/task'
import { mountSmallDisk, unmount } from '../support/small-disk'
import { writeWeights } from '../support/weights'
import { serveWeights, type WeightsServer } from '../support/weights-server'

const disk = mountSmallDisk(3)

describe.skipIf(disk === null)('bases on a full disk', () => {
  const SMALL = 'mobilenet-0.25-224'
  const bases = join(disk ?? '', 'bases')
  const home = mkdtempSync(join(tmpdir(), 'cotejo-disk-full-'))
  const weights = join(home, 'weights.h5')
  const large = join(home, 'large.h5')
  let server: WeightsServer

  beforeAll(async () => {
    server = await serveWeights()
    await writeWeights(weights, 'mobilenet', 0.25)
    await writeWeights(large, 'mobilenet', 0.5)
  })
  afterAll(async () => {
    await server.close()
    if (disk) unmount(disk)
    rmSync(home, { recursive: true, force: true })
  })
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => toErrorShape(error).code,
    )
  const left = async () => (await readdir(bases)).filter((name) => name !== '.downloads')

  it('an import that does not fit leaves nothing', async () => {
    const take = (file: string, alpha: number) =>
      codeOf(importBase({ bases, architecture: 'mobilenet', alpha, file }, quietTask()))
    expect(await take(large, 0.5)).toBe('disk-full')
    expect(await left()).toEqual([])
    expect(await take(weights, 0.25)).toBe('done')
    expect(await left()).toHaveLength(1)
    await rm(bases, { recursive: true })
  })

  it('a download that fills it is kept as far as it came, and goes on when there is room', async () => {
    server.files.set(inCatalogue(SMALL)!.file, await readFile(weights))
    const url = `${server.url}/${inCatalogue(SMALL)!.file}`
    const filler = join(disk!, 'filler')
    // Somebody else takes the room while it is downloaded.
    const fill = () => {
      const file = openSync(filler, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096))
      } catch {
        closeSync(file)
      }
    }
    let filled = false
    const task = {
      ...quietTask(),
      progress: ({ stage, done }: Progress) => {
        if (filled || stage !== 'download' || done === 0) return
        filled = true
        fill()
      },
    }
    expect(await codeOf(installBase({ bases, base: SMALL, url }, task))).toBe('disk-full')
    expect(await left()).toEqual([])
    expect((await listBases(bases)).find(({ id }) => id === SMALL)!.state).toBe('partial')
    expect(await codeOf(installBase({ bases, base: SMALL, url }, quietTask()))).toBe('disk-full')
    await rm(filler)
    expect((await installBase({ bases, base: SMALL, url }, quietTask())).state).toBe('installed')
    expect(server.asked.at(-1)!.from).toBeGreaterThan(0)
  })
})
