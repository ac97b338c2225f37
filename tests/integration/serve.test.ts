// The server from outside: what it serves, and above all what it refuses.
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { WebSocket, type ClientOptions } from 'ws'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { serve, type ServeOptions, type Serving } from '../../src-main/hosts/serve/server'
import { planOf, runEnded, Workbench } from '../support/app'

const bench = new Workbench()
let app: App
let serving: Serving
let renderer: string

async function start(options: Partial<ServeOptions> = {}): Promise<void> {
  serving = await serve(app, { renderer, log: bench.log, ...options })
}

beforeEach(async () => {
  app = await bench.open({ library: join(await bench.folder(), 'library'), host: 'serve' })
  renderer = join(await bench.folder(), 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Cotejo</title>')
  await writeFile(join(renderer, 'assets', 'index-AbCd1234.js'), 'export {}')
  await writeFile(join(renderer, '..', 'secret.txt'), 'secret')
  await start()
})
afterEach(async () => {
  await serving.close()
  await bench.close()
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Sends the path as it is: fetch would tidy it up. */
function ask(path: string, options: RequestOptions = {}, body?: Buffer | string): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port: serving.port, path, agent: false, ...options },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        )
        response.on('error', fail)
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}
const bearer = () => ({ Authorization: `Bearer ${serving.token}` })
const json = (answer: Answer) => JSON.parse(answer.body.toString()) as Record<string, unknown>

/** Opens the API; resolves with the socket or with the status that it was refused with. */
function open(query: string, options: ClientOptions = {}): Promise<WebSocket | number> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/api${query}`, options)
    socket.on('open', () => done(socket))
    socket.on('unexpected-response', (_request, response) => done(response.statusCode!))
    socket.on('error', fail)
  })
}
async function connected(): Promise<WebSocket> {
  const socket = await open(`?token=${serving.token}`)
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
  return socket
}
const closed = (socket: WebSocket): Promise<number> =>
  new Promise((done) => socket.on('close', (code) => done(code)))

describe('the page', () => {
  it('is served with headers that allow nothing but itself', async () => {
    const page = await ask('/')
    expect(page.status).toBe(200)
    expect(page.body.toString()).toContain('<title>Cotejo</title>')
    const policy = page.headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(page.headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(page.headers['cache-control']).toBe('no-cache')
  })

  it('keeps files with a hash in their name for ever', async () => {
    const script = await ask('/assets/index-AbCd1234.js')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
  })

  it('carries the token in the address that is printed, never in what is served', async () => {
    expect(serving.address).toBe(`http://127.0.0.1:${serving.port}/?token=${serving.token}`)
    expect(serving.token).toMatch(/^[\w-]{43}$/)
    expect((await ask('/')).body.toString()).not.toContain(serving.token)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets%00.js',
    '/%E0%A4%A',
    '//127.0.0.1/index.html',
    '/etc/passwd',
    '/.stamp',
    '/assets',
    '/assets/',
    'http://example.org/index.html',
  ])('does not leave its folder for %s', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toContain('secret')
  })

  it('does not follow a link out of its folder', async () => {
    await symlink(join(renderer, '..', 'secret.txt'), join(renderer, 'assets', 'linked.txt'))
    expect((await ask('/assets/linked.txt')).status).toBe(404)
  })

  it('answers to no method but GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']) {
      expect((await ask('/', { method })).status, method).toBe(405)
    }
    const head = await ask('/', { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([200, 0])
  })
})

describe('who is asking', () => {
  const forged = [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil@127.0.0.1',
    '192.168.1.7',
  ]
  it.each(forged)('refuses the host name %j', async (host) => {
    for (const path of ['/', `/thumbnail/a/0?token=${serving.token}`]) {
      expect((await ask(path, { headers: { Host: host } })).status, path).toBe(403)
    }
    expect(await open(`?token=${serving.token}`, { headers: { Host: host } })).toBe(403)
  })

  it('lets the names of this machine through, whatever the port: an SSH tunnel has another', async () => {
    for (const host of ['localhost:9000', '127.0.0.1', '[::1]:80']) {
      expect((await ask('/', { headers: { Host: host } })).status, host).toBe(200)
    }
  })

  it('refuses other pages, those of other ports of this machine included', async () => {
    const own = `127.0.0.1:${serving.port}`
    for (const origin of [
      'http://evil.example',
      'http://127.0.0.1:3000',
      `http://localhost:${serving.port}`,
      'null',
    ]) {
      const headers = { ...bearer(), Origin: origin, Host: own }
      expect((await ask('/upload', { method: 'POST', headers })).status, origin).toBe(403)
      expect(await open(`?token=${serving.token}`, { origin }), origin).toBe(403)
    }
    const same = { ...bearer(), Origin: `http://${own}`, Host: own }
    expect((await ask('/upload', { method: 'POST', headers: same })).status).toBe(200)
    const image = { ...bearer(), 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }
    expect((await ask('/thumbnail/a/0', { headers: image })).status).toBe(403)
    expect((await ask('/assets/index-AbCd1234.js', { headers: image })).status).toBe(403)
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
    expect((await ask('/', { headers: link })).status).toBe(200)
  })

  it('asks for the token everywhere but on the page', async () => {
    const places = [
      ['GET', '/thumbnail/a/0'],
      ['POST', '/upload'],
      ['PUT', '/upload/abcdefgh/a.jpg'],
      ['GET', '/download/abc.zip'],
      ['GET', '/api'],
    ] as const
    for (const [method, path] of places) {
      expect((await ask(path, { method })).status, path).toBe(401)
      expect((await ask(`${path}?token=${serving.token.slice(1)}`, { method })).status, path).toBe(401)
    }
    expect(await open('')).toBe(401)
    expect(await open('?token=wrong')).toBe(401)
  })

  it('stops listening to whoever guesses', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 30; n++) statuses.push((await ask(`/upload?token=${n}`, { method: 'POST' })).status)
    expect(statuses[0]).toBe(401)
    expect(statuses.at(-1)).toBe(429)
    expect((await ask('/upload', { method: 'POST', headers: bearer() })).status).toBe(200)
  })

  it('listens on loopback only unless told otherwise', () => {
    expect(serving.host).toBe('127.0.0.1')
  })

  it('with a host of one’s own lets its IP addresses through and still no other name', async () => {
    await serving.close()
    await start({ host: '0.0.0.0' })
    expect(serving.address).toContain('http://127.0.0.1:')
    expect((await ask('/', { headers: { Host: '192.168.1.7:80' } })).status).toBe(200)
    expect((await ask('/', { headers: { Host: 'evil.example' } })).status).toBe(403)
  })

  it('says when the port is taken, and when the address is not of this machine', async () => {
    const again = serve(app, { renderer, log: bench.log, port: serving.port })
    await expect(again).rejects.toMatchObject({ code: 'address-in-use', detail: { port: serving.port } })
    const elsewhere = serve(app, { renderer, log: bench.log, host: '203.0.113.9' })
    await expect(elsewhere).rejects.toMatchObject({ code: 'invalid-argument' })
  })
})

describe('uploads', () => {
  const begin = async () =>
    json(await ask('/upload', { method: 'POST', headers: bearer() }))['upload'] as string
  const put = (upload: string, path: string, body: Buffer | string, headers = {}) =>
    ask(`/upload/${upload}/${path}`, { method: 'PUT', headers: { ...bearer(), ...headers } }, body)

  it('stores files, which can then be imported', async () => {
    const upload = await begin()
    for (const name of ['gato%20%C3%A1/1.jpg', 'gato%20%C3%A1/2.jpg', 'perro%2F1.jpg', 'perro/2.jpg']) {
      expect((await put(upload, `fotos/${name}`, `content of ${name}`)).status).toBe(200)
    }
    const { dataset } = await app.call('data.import', { source: { kind: 'upload', upload } })
    expect(dataset.classes.map((one) => one.name)).toEqual(['gato á', 'perro'])
    expect(dataset.images.total).toBe(4)
  })

  it.each([
    '..%2F..%2Fescaped.jpg',
    '%2Fetc%2Fescaped.jpg',
    'a/%2e%2e/%2e%2e/escaped.jpg',
    'C%3A%5Cescaped.jpg',
    'a%00.jpg',
  ])('refuses the path %s and goes on', async (path) => {
    const upload = await begin()
    const refused = await put(upload, path, 'x')
    expect(refused.status).toBe(400)
    expect(json(refused)['error']).toMatchObject({ code: 'invalid-argument' })
    expect((await put(upload, 'a/1.jpg', 'x')).status).toBe(200)
  })

  it('knows only uploads that it opened', async () => {
    expect((await put('abcdefgh12345678', 'a/1.jpg', 'x')).status).toBe(404)
  })

  it('refuses what is too large, announced or not, and keeps nothing of it', async () => {
    await serving.close()
    await start({ limits: { upload: { fileBytes: 1000, totalBytes: 3000, files: 4 } } })
    const upload = await begin()
    expect((await put(upload, 'a/1.jpg', Buffer.alloc(1001))).status).toBe(413)
    const unannounced = put(upload, 'a/2.jpg', Buffer.alloc(5000), { 'Transfer-Encoding': 'chunked' })
    expect(
      await unannounced.then(
        (answer) => answer.status,
        () => 'cut off',
      ),
    ).not.toBe(200)
    expect((await put(upload, 'a/3.jpg', Buffer.alloc(900))).status).toBe(200)
    expect((await put(upload, 'b/3.jpg', Buffer.alloc(900))).status).toBe(200)
    expect((await put(upload, 'b/4.jpg', Buffer.alloc(900))).status).toBe(200)
    expect((await put(upload, 'b/5.jpg', Buffer.alloc(900))).status).toBe(413)
  })

  it('drops a file that breaks off', async () => {
    const upload = await begin()
    await new Promise<void>((done) => {
      const socket = connect(serving.port, '127.0.0.1', () => {
        socket.write(
          `PUT /upload/${upload}/a/1.jpg HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${serving.token}\r\n` +
            'Content-Length: 1000\r\n\r\nonly this much',
        )
        setTimeout(() => socket.destroy(), 50)
      })
      socket.on('close', () => done())
    })
    for (const name of ['a/2.jpg', 'b/1.jpg']) expect((await put(upload, name, 'x')).status).toBe(200)
    const { dataset } = await app.call('data.import', { source: { kind: 'upload', upload } })
    expect(dataset.images.total).toBe(2)
  })
})

describe('pictures and downloads', () => {
  async function trained() {
    const source = { kind: 'folder' as const, path: await bench.pictures() }
    const { dataset } = await app.call('data.import', { source })
    const { run } = await app.call('runs.start', {
      dataset: dataset.id,
      model: { name: 'cnn' },
      plan: planOf(2),
    })
    await runEnded(app, run)
    return { dataset: dataset.id, run }
  }

  it('serves thumbnails', async () => {
    const { dataset } = await trained()
    const answer = await ask(`/thumbnail/${dataset}/0?side=64&token=${serving.token}`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(answer.body.toString()).toContain('picture 0')
    for (const path of [
      `${dataset}/9999`,
      `${dataset}/-1`,
      `${dataset}/1e3`,
      '..%2F..%2Fetc/0',
      'absent/0',
    ]) {
      const { status } = await ask(`/thumbnail/${path}`, { headers: bearer() })
      expect([400, 404], path).toContain(status)
    }
    expect((await ask(`/thumbnail/${dataset}/0?side=100000`, { headers: bearer() })).status).toBe(400)
  })

  it('sends an export as a .zip that opens', async () => {
    const { run } = await trained()
    const exported = await app.call('export', { run, format: 'tfjs' })
    const answer = await ask(`/download/${exported.download!}.zip?token=${serving.token}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.zip"$/)
    const files = unzipSync(answer.body)
    expect(Object.keys(files)).toEqual(['model.json'])
    expect(Buffer.from(files['model.json']!)).toEqual(await readFile(join(exported.folder, 'model.json')))
    expect((await ask(`/download/unknown.zip?token=${serving.token}`)).status).toBe(404)
  })
})

describe('the API', () => {
  const reply = (socket: WebSocket, id: number): Promise<Record<string, unknown>> =>
    new Promise((done) => {
      socket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as Record<string, unknown>
        if (frame['id'] === id && !('progress' in frame)) done(frame)
      })
    })

  it('answers calls and passes events on', async () => {
    const socket = await connected()
    const events: unknown[] = []
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as { event?: string }
      if (frame.event) events.push(frame.event)
    })
    const source = { kind: 'folder', path: await bench.pictures() }
    const answer = reply(socket, 7)
    socket.send(JSON.stringify({ id: 7, call: 'data.import', params: { source } }))
    expect(await answer).toMatchObject({ result: { dataset: { images: { total: 16 } } } })
    expect(events).toContain('data.changed')
    socket.close()
  })

  it('survives nonsense on a connection', async () => {
    const socket = await connected()
    for (const text of ['', 'x', '[]', 'null', '{"id":1}', '{"id":"a","call":1}', '{"__proto__":{"id":1}}']) {
      socket.send(text)
    }
    const answer = reply(socket, 2)
    socket.send('{"id":2,"call":"constructor","params":{}}')
    expect(await answer).toMatchObject({ error: { code: 'invalid-argument' } })
    socket.close()
  })

  it('closes a connection that sends what is no text, or too much at once', async () => {
    const binary = await connected()
    binary.send(Buffer.from([1, 2, 3]))
    expect(await closed(binary)).toBe(1003)

    const flood = await connected()
    for (let id = 0; id < 5000; id++) flood.send(`{"id":${id},"call":"app.info","params":{}}`)
    expect(await closed(flood)).toBe(1013)
    const next = await connected()
    const answer = reply(next, 1)
    next.send('{"id":1,"call":"app.info","params":{}}')
    expect(await answer).toMatchObject({ result: { host: 'serve' } })
    next.close()
  })

  it('bounds frames and connections', async () => {
    await serving.close()
    await start({ limits: { socket: { frameBytes: 1000, connections: 2 } } })
    const first = await connected()
    const second = await connected()
    const third = await connected()
    expect(await closed(third)).toBe(1013)
    first.send(`{"id":1,"call":"app.info","params":{"x":"${'x'.repeat(2000)}"}}`)
    expect(await closed(first)).toBe(1009)
    second.close()
  })

  it('notices a page that does not answer any more', async () => {
    await serving.close()
    await start({ limits: { socket: { pingMs: 40 } } })
    const alive = await connected()
    const gone = await open(`?token=${serving.token}`, { autoPong: false })
    expect(await closed(gone as WebSocket)).toBe(1006)
    expect(alive.readyState).toBe(WebSocket.OPEN)
    alive.close()
  })

  it('ends with its server, whose port is free again', async () => {
    const socket = await connected()
    const { port } = serving
    const end = closed(socket)
    await serving.close()
    expect(await end).toBe(1001)
    await start({ port })
    expect(serving.port).toBe(port)
  })
})
