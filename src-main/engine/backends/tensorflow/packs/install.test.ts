import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quietTask } from '../../../task'
import { readPack } from './folder'
import { installPack } from './install'
import { fromBefore, fromIndex, type Recipe } from './recipe'
import { removePack } from './remove'
import type { Wheel } from './table'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)

function makeWheel(file: string, content: Record<string, Uint8Array>): { wheel: Wheel; bytes: Uint8Array } {
  const bytes = zipSync(content, { level: 1 })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, wheel: { file, sha256, bytes: bytes.length } }
}

// Not compressible, so that a download has a middle to break off in.
const library = createHash('shake256', { outputLength: 300_000 }).update('library').digest()
const tensorflow = makeWheel('tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl', {
  'tensorflow/libtensorflow_cc.so.2': library,
  'tensorflow/libtensorflow_framework.so.2': text('framework'),
  'tensorflow/python/keras.py': text('not needed'),
  'tensorflow_cpu-2.21.0.dist-info/METADATA': text(
    'Name: tensorflow_cpu\nRequires-Dist: nvidia-cublas-cu12>=12.5; extra == "and-cuda"\n',
  ),
})
const cublas = makeWheel('nvidia_cublas_cu12-12.9.3.13-py3-none-manylinux_2_27_x86_64.whl', {
  'nvidia/cublas/lib/libcublas.so.12': text('cublas'),
  'nvidia/cublas/include/cublas.h': text('not needed'),
})

let packs: string
let server: Server | null = null
beforeEach(async () => {
  packs = await mkdtemp(join(tmpdir(), 'cotejo-packs-'))
})
afterEach(async () => {
  delete process.env.COTEJO_PYPI_INDEX
  server?.closeAllConnections()
  server?.close()
  server = null
  await rm(packs, { recursive: true, force: true })
})

const recipe = (change: Partial<Recipe> = {}): Recipe => ({
  tensorflow: [tensorflow.wheel],
  cuda: null,
  obstacle: async () => null,
  ways: [fromBefore, fromIndex],
  ...change,
})

/** A package index on loopback. `breakAt`: the first answer for a wheel ends after so many bytes. */
async function serveIndex(
  wheels: { wheel: Wheel; bytes: Uint8Array }[],
  breakAt = Infinity,
): Promise<string[]> {
  const asked: string[] = []
  let broken = breakAt
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.range ?? ''}`.trim())
    const found = wheels.find(({ wheel }) => request.url === `/files/${wheel.file}`)
    if (!found) {
      const project = request.url!.split('/').filter(Boolean).at(-1)
      const files = wheels
        .filter(({ wheel }) => wheel.file.split('-')[0].replaceAll('_', '-') === project)
        .map(({ wheel }) => ({
          filename: wheel.file,
          url: `/files/${wheel.file}`,
          hashes: { sha256: wheel.sha256 },
        }))
      response.setHeader('content-type', 'application/vnd.pypi.simple.v1+json').end(JSON.stringify({ files }))
      return
    }
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const { bytes } = found
    const headers: Record<string, string | number> = { ETag: '"1"', 'Content-Length': bytes.length - from }
    if (from > 0) headers['Content-Range'] = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
    response.writeHead(from > 0 ? 206 : 200, headers)
    if (broken < bytes.length) {
      response.write(bytes.subarray(from, broken), () => response.destroy())
      broken = Infinity
    } else response.end(bytes.subarray(from))
  })
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done))
  process.env.COTEJO_PYPI_INDEX = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple`
  return asked
}

/** Nothing but perhaps a download to go on with is there. */
async function expectNothingInstalled(): Promise<void> {
  expect((await readdir(packs)).filter((name) => name !== 'downloads')).toEqual([])
  expect(await readPack(packs, 'cpu')).toBeNull()
}

describe('installPack', () => {
  it('takes what is needed out of a wheel that the user has, and leaves the wheel', async () => {
    const file = join(packs, 'mine.whl')
    await writeFile(file, tensorflow.bytes)
    const pack = await installPack(packs, 'cpu', file, quietTask(), recipe())
    expect((await readdir(pack.libraries)).sort()).toEqual([
      'libtensorflow_cc.so.2',
      'libtensorflow_framework.so.2',
    ])
    expect(await readFile(join(pack.libraries, 'libtensorflow_cc.so.2'))).toEqual(library)
    expect(await readFile(file)).toEqual(Buffer.from(tensorflow.bytes))
    await rm(file)
    expect(await readdir(packs)).toEqual(['tensorflow-2.21.0-cpu'])
  })

  it('downloads from the index, and goes on where the connection broke', async () => {
    const asked = await serveIndex([tensorflow], 100_000)
    await installPack(packs, 'cpu', undefined, quietTask(), recipe())
    expect(await readPack(packs, 'cpu')).not.toBeNull()
    expect(asked.some((line) => /\.whl bytes=\d{5,}-$/.test(line))).toBe(true)
  })

  it('adds what the wheel’s own metadata lists for CUDA', async () => {
    await serveIndex([tensorflow, cublas])
    const pack = await installPack(packs, 'cuda', undefined, quietTask(), recipe({ cuda: [cublas.wheel] }))
    expect(await readdir(join(pack.folder, 'nvidia/cublas'))).toEqual(['lib'])
  })

  it('refuses a foreign or corrupt wheel and installs nothing', async () => {
    const file = join(packs, '..', `foreign-${process.pid}.whl`)
    for (const bytes of [cublas.bytes, tensorflow.bytes.subarray(0, 1000), new Uint8Array(0)]) {
      await writeFile(file, bytes)
      await expect(installPack(packs, 'cpu', file, quietTask(), recipe())).rejects.toMatchObject({
        code: 'pack-wrong',
      })
      await expectNothingInstalled()
    }
    await rm(file)
  })

  it('refuses a download that is not what the table says, and does not keep it', async () => {
    await serveIndex([tensorflow])
    const forged = { ...tensorflow.wheel, file: tensorflow.wheel.file }
    await writeFile(join(packs, 'x'), '')
    await rm(join(packs, 'x'))
    const ways: Recipe['ways'] = [
      async (wheel, folder) => {
        const file = join(folder, wheel.file)
        await writeFile(file, Buffer.alloc(wheel.bytes))
        return file
      },
    ]
    await expect(
      installPack(packs, 'cpu', undefined, quietTask(), recipe({ tensorflow: [forged], ways })),
    ).rejects.toMatchObject({ code: 'pack-wrong' })
    await expectNothingInstalled()
    expect(await readdir(join(packs, 'downloads'))).toEqual([])
  })

  it('says when the index cannot be reached', async () => {
    process.env.COTEJO_PYPI_INDEX = 'http://127.0.0.1:9/simple'
    await expect(installPack(packs, 'cpu', undefined, quietTask(), recipe())).rejects.toMatchObject({
      code: 'download-failed',
    })
    await expectNothingInstalled()
  })

  it('says what stands in the way before anything is downloaded', async () => {
    const obstacle = async () => ({ problem: 'No card.', hint: 'Buy one.' })
    await expect(
      installPack(packs, 'cuda', undefined, quietTask(), recipe({ obstacle })),
    ).rejects.toMatchObject({ code: 'pack-unavailable', hint: 'Buy one.' })
    await expectNothingInstalled()
  })

  it('needs room before it begins', async () => {
    const huge = { ...tensorflow.wheel, bytes: 2 ** 50 }
    await expect(
      installPack(packs, 'cpu', undefined, quietTask(), recipe({ tensorflow: [huge] })),
    ).rejects.toMatchObject({ code: 'disk-full' })
    await expectNothingInstalled()
  })

  it('leaves nothing half-installed when it is cancelled', async () => {
    const file = join(packs, '..', `cancel-${process.pid}.whl`)
    await writeFile(file, tensorflow.bytes)
    const abort = new AbortController()
    const task = {
      signal: abort.signal,
      progress: ({ stage }: { stage: string }) => {
        if (stage === 'extract') abort.abort()
      },
    }
    await expect(installPack(packs, 'cpu', file, task, recipe())).rejects.toMatchObject({ code: 'cancelled' })
    await expectNothingInstalled()
    await rm(file)
  })
})

describe('removePack', () => {
  it('takes the pack away, and is content when there is none', async () => {
    const file = join(packs, 'mine.whl')
    await writeFile(file, tensorflow.bytes)
    await installPack(packs, 'cpu', file, quietTask(), recipe())
    await removePack(packs, 'cpu')
    await removePack(packs, 'cpu')
    expect(await readPack(packs, 'cpu')).toBeNull()
    expect(await readdir(packs)).toEqual(['mine.whl'])
  })
})
