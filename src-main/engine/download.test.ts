import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserError, type Progress } from '../contract'
import { scratch } from './data/testing'
import { rng } from './rng'
import { downloadFile, type Download } from './download'
import { quietTask, type Task } from './task'

const random = rng(11)
const BODY = Buffer.from(new Uint8Array(300_000).map(() => random.below(256)))
const MD5 = createHash('md5').update(BODY).digest('hex')
const QUICK = { retryMs: 1, stallMs: 400 }

let folder: ReturnType<typeof scratch>
let file: string
let asked: IncomingMessage[]
let answer: (request: IncomingMessage, response: ServerResponse) => void
let close: () => Promise<void>
let base: string

beforeEach(async () => {
  folder = scratch()
  file = join(folder.path, 'deep', 'data.bin')
  asked = []
  answer = (request, response) => whole(request, response)
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () =>
    new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
})
afterEach(async () => {
  await close()
  folder.remove()
})

/** A proper server: ranges, with `If-Range` against its ETag. */
function whole(request: IncomingMessage, response: ServerResponse, etag = '"v1"', body = BODY): void {
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
  const from = range && request.headers['if-range'] === etag ? Number(range[1]) : 0
  response.setHeader('ETag', etag)
  response.setHeader('Content-Length', body.length - from)
  if (from > 0) {
    response.statusCode = 206
    response.setHeader('Content-Range', `bytes ${from}-${body.length - 1}/${body.length}`)
  }
  response.end(body.subarray(from))
}

/** Breaks the connection once `bytes` of the body have come to the disk; what is on its way then is lost. */
function broken(response: ServerResponse, bytes: number, from = 0, etag = '"v1"'): void {
  response.setHeader('ETag', etag)
  response.setHeader('Content-Length', BODY.length - from)
  if (from > 0) {
    response.statusCode = 206
    response.setHeader('Content-Range', `bytes ${from}-${BODY.length - 1}/${BODY.length}`)
  }
  response.write(BODY.subarray(from, from + bytes))
  const look = setInterval(() => {
    const came = existsSync(`${file}.part`) ? statSync(`${file}.part`).size : 0
    if (came < from + bytes && !response.destroyed) return
    clearInterval(look)
    response.destroy()
  }, 5)
}

const get = (
  more: Partial<Download> = {},
  options: Parameters<typeof downloadFile>[2] = QUICK,
  task: Task = quietTask(),
) =>
  downloadFile(
    { url: `${base}/data.bin`, file, hash: { algorithm: 'md5', hex: MD5 }, ...more },
    task,
    options,
  )
const errorOf = async (...args: Parameters<typeof get>) => {
  const error = await get(...args).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(existsSync(file)).toBe(false)
  return error as UserError
}
const left = () => readdirSync(join(folder.path, 'deep')).sort()

describe('downloadFile', () => {
  it('brings the whole file, with progress, and leaves nothing beside it', async () => {
    const seen: Progress[] = []
    const task = { ...quietTask(), progress: (now: Progress) => void seen.push(now) }
    expect(await get({}, QUICK, task)).toEqual({ fetched: true })
    expect(readFileSync(file).equals(BODY)).toBe(true)
    expect(left()).toEqual(['data.bin'])
    expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(['connect', 'download', 'verify'])
    expect(seen.filter(({ stage }) => stage === 'download').at(-1)).toEqual({
      stage: 'download',
      done: BODY.length,
      total: BODY.length,
      unit: 'bytes',
      item: 'data.bin',
    })
    expect(asked[0].headers['accept-encoding']).toBe('identity')
  })

  it('does nothing when the right file is there, and replaces a wrong one', async () => {
    await get()
    expect(await get()).toEqual({ fetched: false })
    expect(asked).toHaveLength(1)
    writeFileSync(file, 'something else')
    expect(await get()).toEqual({ fetched: true })
    expect(readFileSync(file).equals(BODY)).toBe(true)
  })

  it('goes on by itself after a broken connection, with Range and If-Range', async () => {
    answer = (request, response) =>
      asked.length === 1 ? broken(response, 100_000) : whole(request, response)
    await get()
    expect(readFileSync(file).equals(BODY)).toBe(true)
    expect(asked[1].headers.range).toBe('bytes=100000-')
    expect(asked[1].headers['if-range']).toBe('"v1"')
  })

  it('gives up after a few tries, keeps what came, and goes on from there the next time', async () => {
    answer = (request, response) => {
      const from = Number(/\d+/.exec(request.headers.range ?? '0')![0])
      broken(response, 20_000, from)
    }
    const error = await errorOf({}, { ...QUICK, retries: 2 })
    expect(error.code).toBe('download-failed')
    expect(error.hint).toContain('goes on where it stopped')
    expect(left()).toEqual(['data.bin.part', 'data.bin.part.json'])
    answer = whole
    await get()
    expect(readFileSync(file).equals(BODY)).toBe(true)
    expect(asked.at(-1)!.headers.range).toBe('bytes=60000-')
    expect(left()).toEqual(['data.bin'])
  })

  it('goes on after a cancel', async () => {
    const controller = new AbortController()
    answer = (_, response) => {
      response.setHeader('ETag', '"v1"')
      response.setHeader('Content-Length', BODY.length)
      response.write(BODY.subarray(0, 50_000)) // and then nothing more
    }
    const task = {
      signal: controller.signal,
      progress: ({ done }: Progress) => void (done > 0 && controller.abort()),
    }
    await expect(get({}, QUICK, task)).rejects.toMatchObject({ code: 'cancelled' })
    expect(existsSync(file)).toBe(false)
    answer = whole
    await get()
    expect(Number(/\d+/.exec(asked.at(-1)!.headers.range!)![0])).toBeGreaterThan(0)
    expect(readFileSync(file).equals(BODY)).toBe(true)
  })

  it('starts again when the server has another version now', async () => {
    answer = (_, response) => broken(response, 100_000, 0, '"old"')
    await errorOf({}, { ...QUICK, retries: 0 })
    answer = whole
    await get()
    expect(asked.at(-1)!.headers['if-range']).toBe('"old"')
    expect(readFileSync(file).equals(BODY)).toBe(true)
  })

  it('starts again with a server that knows no ranges, or gives no validator', async () => {
    const plain = (response: ServerResponse, bytes: number) => {
      response.setHeader('Content-Length', BODY.length)
      if (bytes === BODY.length) response.end(BODY)
      else response.write(BODY.subarray(0, bytes), () => response.socket!.end())
    }
    answer = (_, response) => plain(response, asked.length === 1 ? 100_000 : BODY.length)
    await get()
    expect(asked[1].headers.range).toBeUndefined()
    expect(readFileSync(file).equals(BODY)).toBe(true)
  })

  it('starts again when the server cannot give the range', async () => {
    answer = (request, response) => {
      if (asked.length === 1) return broken(response, 100_000)
      if (!request.headers.range) return whole(request, response)
      response.statusCode = 416
      response.end()
    }
    await get()
    expect(readFileSync(file).equals(BODY)).toBe(true)
  })

  it('asks for nothing again when only the check was missing', async () => {
    await get()
    renameSync(file, `${file}.part`)
    writeFileSync(`${file}.part.json`, JSON.stringify({ url: `${base}/data.bin`, validator: '"v1"' }))
    answer = (_, response) => {
      response.statusCode = 416
      response.setHeader('Content-Range', `bytes */${BODY.length}`)
      response.end()
    }
    await get()
    expect(readFileSync(file).equals(BODY)).toBe(true)
    expect(asked).toHaveLength(2)
  })

  it('refuses another part than it asked for', async () => {
    answer = (_, response) => {
      if (asked.length === 1) return broken(response, 100_000)
      response.statusCode = 206
      response.setHeader('Content-Range', `bytes 5-${BODY.length - 1}/${BODY.length}`)
      response.end(BODY.subarray(5))
    }
    expect((await errorOf()).message).toContain('another part')
  })

  it('refuses a file with the wrong checksum and keeps nothing of it', async () => {
    answer = (request, response) => whole(request, response, '"x"', Buffer.from('<html>Please log in</html>'))
    const error = await errorOf()
    expect(error.code).toBe('download-failed')
    expect(error.message).toContain('not the right file')
    expect(error.hint).toContain('with a browser')
    expect(left()).toEqual([])
    expect(asked).toHaveLength(1)
  })

  it('refuses a file of the wrong length before it comes', async () => {
    expect((await errorOf({ bytes: 12 })).message).toContain('the right one has 12')
    expect((await errorOf({ hash: undefined, maxBytes: 1000 })).message).toContain('too large')
  })

  it('refuses more than the server said, or than is allowed', async () => {
    answer = (_, response) => {
      response.setHeader('Transfer-Encoding', 'chunked')
      response.end(BODY)
    }
    expect((await errorOf({ hash: undefined, maxBytes: 1000 })).code).toBe('download-failed')
    await get()
    expect(readFileSync(file).equals(BODY)).toBe(true)
  })

  it('does not unpack what the server calls packed', async () => {
    const packed = gzipSync(BODY)
    answer = (_, response) => {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(packed)
    }
    await get({ hash: { algorithm: 'md5', hex: createHash('md5').update(packed).digest('hex') } })
    expect(readFileSync(file).equals(packed)).toBe(true)
  })

  it('says what the server answered, and tries again only where that helps', async () => {
    answer = (_, response) => {
      response.statusCode = 404
      response.end()
    }
    expect((await errorOf()).message).toContain('404')
    expect(asked).toHaveLength(1)
    answer = (request, response) => {
      if (asked.length > 3) return whole(request, response)
      response.statusCode = 503
      response.end()
    }
    await get()
    expect(asked).toHaveLength(4)
  })

  it('follows redirects, but not forever and not from https to http', async () => {
    answer = (request, response) => {
      if (request.url === '/there') return whole(request, response)
      response.statusCode = 302
      response.setHeader('Location', '/there')
      response.end()
    }
    await get()
    expect(readFileSync(file).equals(BODY)).toBe(true)
    answer = (_, response) => {
      response.statusCode = 302
      response.setHeader('Location', '/round')
      response.end()
    }
    const error = await get({ file: join(folder.path, 'x.bin') }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'download-failed' })
  })

  it('gives up a connection on which nothing comes', async () => {
    answer = (_, response) => {
      response.setHeader('Content-Length', BODY.length)
      response.write(BODY.subarray(0, 10))
    }
    const error = await errorOf({}, { retries: 1, retryMs: 1, stallMs: 150 })
    expect(error.message).toContain('nothing for')
    expect(asked).toHaveLength(2)
  })

  it('says when there is no server', async () => {
    await close()
    const error = await errorOf()
    expect(error.code).toBe('download-failed')
    expect(error.message).toContain('refuses the connection')
  })

  it.skipIf(!existsSync('/dev/full'))('leaves a full disk to be named as one', async () => {
    const { symlinkSync, mkdirSync } = await import('node:fs')
    mkdirSync(join(folder.path, 'deep'))
    symlinkSync('/dev/full', `${file}.part`)
    await expect(get()).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})
