// The server against who means it harm: paths in every disguise on every route, and floods. (serve.test.ts has the
// token, the Host, the Origin and single paths.)
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { serve, type ServeOptions, type Serving } from '../../src-main/hosts/serve/server'
import { Workbench } from '../support/app'

const bench = new Workbench()
let app: App
let library: string
let renderer: string
let serving: Serving

const start = async (options: Partial<ServeOptions> = {}): Promise<void> => {
  serving = await serve(app, { renderer, log: bench.log, ...options })
}
beforeEach(async () => {
  library = join(await bench.folder(), 'library')
  app = await bench.open({ library, host: 'serve' })
  renderer = join(await bench.folder(), 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Cotejo</title>')
  await writeFile(join(renderer, '..', 'secret.js'), 'the secret')
  await mkdir(join(renderer, '..', 'outside'))
  await writeFile(join(renderer, '..', 'outside', 'secret.js'), 'the secret')
  await symlink(join(renderer, '..', 'outside'), join(renderer, 'assets', 'link'))
  await start()
})
afterEach(async () => {
  await serving.close()
  await bench.close()
})

interface Answer {
  status: number
  body: string
}
/** The path as it is, and whatever comes back; 0 where the connection was cut. */
const ask = (
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> =>
  new Promise((done) => {
    const options = { host: '127.0.0.1', port: serving.port, path, method, headers, agent: false }
    const sent = request(options, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => done({ status: response.statusCode!, body: text }))
      response.on('error', () => done({ status: 0, body: text }))
    })
    sent.on('error', () => done({ status: 0, body: '' }))
    sent.end(body)
  })
const bearer = () => ({ Authorization: `Bearer ${serving.token}` })

const up = [
  '..',
  '%2e%2e',
  '%2E.',
  '%252e%252e',
  '%25252e%25252e',
  '..%00',
  '%c0%ae%c0%ae',
  '..%ef%bc%8f',
  '....',
  '.%20.',
]
const slash = ['/', '%2f', '%5c', '%252f', '%255c', '//', '/./', '%c0%af', ';/']
const disguised = [
  ...up.flatMap((one) => slash.map((two) => `/${one}${two}secret.js`)),
  ...up.flatMap((one) => slash.map((two) => `/assets${two}${one}${two}${one}${two}secret.js`)),
  '/assets/link/secret.js',
  '/assets/link%2fsecret.js',
  '/secret.js%00.html',
  '/assets/index.html%00../../secret.js',
  '/C:%5Csecret.js',
  '/C:/secret.js',
  '/%5c%5c127.0.0.1%5cshare%5csecret.js',
  '/file:///etc/hosts',
  '//etc/hosts',
  '/index.html::$DATA',
  '/index.html.',
  '/INDEX~1.HTM',
  '/con.html',
]

describe('paths outside', () => {
  it('are not served in any disguise', async () => {
    for (const path of disguised) {
      const { status, body } = await ask(path)
      expect([400, 404], path).toContain(status)
      expect(body, path).not.toContain('secret')
    }
  })

  it('are neither pictures nor downloads', async () => {
    for (const path of disguised) {
      for (const route of [
        `/thumbnail${path}`,
        `/thumbnail${path}/0`,
        `/download${path}.zip`,
        `/download${path}`,
      ]) {
        const { status, body } = await ask(route, 'GET', bearer())
        expect([400, 404], route).toContain(status)
        expect(body, route).not.toContain('the secret')
      }
    }
  })

  it('are not written to by an upload', async () => {
    const { body } = await ask('/upload', 'POST', bearer())
    const { upload } = JSON.parse(body) as { upload: string }
    const everything = async () => (await readdir(join(library, '..'), { recursive: true })).sort()
    const before = await everything()
    for (const path of disguised) {
      const { status } = await ask(`/upload/${upload}${path}`, 'PUT', bearer(), 'x')
      expect([200, 400, 404], path).toContain(status)
    }
    for (const path of disguised) {
      const { status } = await ask(`/upload/..%2f${upload}${path}`, 'PUT', bearer(), 'x')
      expect([400, 404], path).toContain(status)
    }
    // What was taken at all lies in the upload's own folder.
    const own = (one: string): boolean => one.split('/').includes(upload)
    const added = (await everything()).filter((one) => !before.includes(one) && !own(one))
    expect(added).toEqual([])
  })
})

describe('floods', () => {
  const open = (): Promise<Socket> =>
    new Promise((done) => {
      const socket = connect(serving.port, '127.0.0.1', () => done(socket))
      socket.on('error', () => {})
    })
  const works = async () => expect((await ask('/')).status).toBe(200)

  it('of connections are cut off, and others are served afterwards', async () => {
    await serving.close()
    await start({ limits: { connections: 10 } })
    const sockets = await Promise.all(Array.from({ length: 60 }, open))
    await expect
      .poll(() => sockets.filter((socket) => socket.closed || socket.readyState !== 'open').length)
      .toBeGreaterThanOrEqual(50)
    for (const socket of sockets) socket.destroy()
    await expect.poll(async () => (await ask('/')).status).toBe(200)
  })

  it('of headers are refused', async () => {
    const { status } = await ask('/', 'GET', { 'X-Long': 'x'.repeat(200_000) })
    expect([0, 431]).toContain(status)
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`X-${at}`, 'y']))
    expect([0, 200, 431]).toContain((await ask('/', 'GET', many)).status)
    await works()
  })

  it('of uploads leave no more than a few behind', async () => {
    await serving.close()
    await start({ limits: { upload: { uploads: 4 } } })
    const began = await Promise.all(Array.from({ length: 60 }, () => ask('/upload', 'POST', bearer())))
    const names = began
      .filter(({ status }) => status === 200)
      .map(({ body }) => JSON.parse(body).upload as string)
    const kept = (await readdir(library, { recursive: true })).filter((one) =>
      names.some((name) => one.endsWith(name)),
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThanOrEqual(4)
    await works()
  })

  it('of nonsense on the wire end their connections alone', async () => {
    for (const text of [
      'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '\0'.repeat(1000),
      `GET /api HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `GET ${'/a'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    ]) {
      const socket = await open()
      const closed = new Promise((done) => socket.once('close', done))
      let answer = ''
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
      socket.write(text)
      socket.end()
      await closed
      expect(answer.startsWith('HTTP/1.1 2') || answer.startsWith('HTTP/1.1 101'), text.slice(0, 60)).toBe(
        false,
      )
    }
    await works()
  })
})
