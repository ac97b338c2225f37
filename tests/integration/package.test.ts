// What a package holds and how it is made, without making one: `npm run check-package` does that.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire, isBuiltin } from 'node:module'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { create } from 'tar'
import { beforeAll, describe, expect, it } from 'vitest'
import { withChunks } from '../../build/package/app-files.mjs'
import { isOfficial, officialName } from '../../build/package/compare-node.mjs'
import { binaryTarget, readBinaryTarget } from '../../build/package/check/binaries.mjs'
import { foreignBinaries, missingAndForbidden, namedPlaces, sizes } from '../../build/package/check/rules.mjs'
import { missingModules, mustHave, mustNotHave, withPacks } from '../../build/package/check/rules.mjs'
import { packageOf, sharpPackages, tracedFiles } from '../../build/package/engine-packages.mjs'
import { makeIcons } from '../../build/package/icons.mjs'
import { nodeEntitlements, optionsForFile } from '../../build/package/mac/sign.mjs'
import { nodeFileName, nodePackages } from '../../build/package/node-runtime.mjs'
import { integrityOf, requireIntegrity } from '../../build/package/npm-archive.mjs'
import { targetName, targets } from '../../build/package/targets.mjs'
import { checkLists, gather, mergeLists } from '../../build/package/update-lists.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { tensorflowWheels } from '../../src-main/engine/backends/tensorflow/packs/table'
import { findNode } from '../../src-main/hosts/electron/find-node'

const require = createRequire(import.meta.url)
const folder = (): string => mkdtempSync(join(tmpdir(), 'cotejo-package-test-'))
const read = (...path: string[]): string => readFileSync(inRoot(...path), 'utf8')
const here = { platform: process.platform, arch: process.arch } as (typeof targets)[number]
const isBuilt = existsSync(inRoot('out', 'main', 'engine.js'))

describe('the files of a package', () => {
  const linux = { platform: 'linux', arch: 'x64' } as const
  const packed = (path: string, bytes = 1, content = '') => ({
    path,
    bytes,
    file: null,
    read: () => Promise.resolve(Buffer.from(content)),
  })
  /** A path that each rule is content with. */
  const complete = mustHave(linux, { addon: true, updates: true }).map(({ test }) =>
    packed(
      typeof test === 'string'
        ? test
        : test.source
            .replace(/^\^|\$$/g, '')
            .replaceAll('\\.', '.')
            .replaceAll('\\/', '/')
            .replaceAll('(lib)?', 'lib')
            .replaceAll('(.cmd)?', '')
            .replaceAll('.+.(node|so\\S*|dylib|dll)', 'one.node'),
    ),
  )
  const problems = (files: typeof complete) =>
    missingAndForbidden(files, linux, { addon: true, updates: true })

  it('are complete, or what is missing is named', () => {
    expect(problems(complete)).toEqual([])
    for (const [index, { path }] of complete.entries()) {
      const without = complete.toSpliced(index, 1).filter((one) => one.path !== path)
      expect(problems(without), path).toHaveLength(1)
    }
  })

  it.each([
    'app.asar/out/main/electron.js.map',
    'app.asar/node_modules/zod/index.js',
    'app.asar/src-main/app/open.ts',
    'engine/.env',
    'engine/node_modules/h5wasm/test/test.mjs',
    'engine/node_modules/vitest/index.js',
    'engine/node_modules/@tensorflow/tfjs-node-gpu/deps/lib/libtensorflow.so',
    'engine/cotejo_tensorflow_sanitized.node',
    'engine/node_modules/zod/index.d.ts',
  ])('must not have %s', (path) => {
    expect(problems([...complete, packed(path)]).length).toBeGreaterThan(0)
  })

  it('have each module that the engine imports, with its binaries', async () => {
    const engine = packed(
      'engine/engine.js',
      1,
      'import { readFile } from "node:fs"\nimport x from "@a/b/c.js"\nconst d = import("webgpu")\nimport "./chunks/e.js"',
    )
    const missing = ['node_modules/@a/b', 'node_modules/webgpu', 'node_modules/webgpu/dist/linux-x64']
    const says = (paths: string[]) => paths.map((path) => `missing: ${path}, which the engine imports`)
    expect(await missingModules([engine], linux)).toEqual(says(missing))
    const there = ['@a/b/package.json', 'webgpu/package.json', 'webgpu/dist/linux-x64/dawn.node']
    const files = [engine, ...there.map((path) => packed(`engine/node_modules/${path}`))]
    expect(await missingModules(files, linux)).toEqual([])
  })

  it('do not name the folder they were built in', async () => {
    const files = [
      packed('engine/engine.js', 1, `const a = "${inRoot('out')}"`),
      packed('other', 1, 'nothing'),
    ]
    expect(await namedPlaces(files)).toEqual(['names the folder it was built in: engine/engine.js'])
  })

  it('have a part each, and the parts a limit', () => {
    const all = sizes([packed('engine/engine.js', 5), packed('node/node', 7), packed('what.ever', 3)])
    expect(all.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(15)
    expect(all.find(({ name }) => name === 'everything else')).toMatchObject({ bytes: 3, files: 1 })
  })
})

describe('binaries', () => {
  const head = (fill: (buffer: Buffer) => void): Buffer => {
    const buffer = Buffer.alloc(512)
    fill(buffer)
    return buffer
  }
  const elf = (machine: number) =>
    head((b) => (b.write('\x7fELF', 'latin1'), void b.writeUInt16LE(machine, 18)))
  const mach = (type: number) => head((b) => (b.writeUInt32LE(0xfeedfacf, 0), void b.writeUInt32LE(type, 4)))
  const pe = (machine: number) =>
    head((b) => {
      b.write('MZ', 'latin1')
      b.writeUInt32LE(0x80, 0x3c)
      b.write('PE\0\0', 0x80, 'latin1')
      b.writeUInt16LE(machine, 0x84)
    })

  it.each([
    [elf(0x3e), 'linux-x64'],
    [elf(0xb7), 'linux-arm64'],
    [mach(0x01000007), 'darwin-x64'],
    [mach(0x0100000c), 'darwin-arm64'],
    [pe(0x8664), 'win32-x64'],
    [pe(0xaa64), 'win32-arm64'],
    [Buffer.from('#!/bin/sh\n'.padEnd(512)), null],
    [Buffer.from('short'), null],
  ])('are told apart by their headers (%#)', (bytes, expected) => expect(binaryTarget(bytes)).toBe(expected))

  it('of another target are found, among them a program of this machine', async () => {
    expect(await readBinaryTarget(process.execPath)).toBe(targetName(here))
    const files = [{ path: 'node/node', file: process.execPath }]
    expect(await foreignBinaries(files, here)).toEqual([])
    const other = targets.find((one) => targetName(one) !== targetName(here))!
    expect(await foreignBinaries(files, other)).toEqual([`made for ${targetName(here)}: node/node`])
  })
})

describe.skipIf(!isBuilt)('the built programs', () => {
  it('in the archive import nothing that is not in the archive', () => {
    const files = withChunks('out/main/electron.js')
    expect(files.some((path) => path.includes('update-source-'))).toBe(true)
    for (const path of files) {
      const text = read(path)
      const named = [
        ...text.matchAll(/^(?:import|export)\b[^'"\n]*["']([^."'][^"']*)["'];?$/gm),
        ...text.matchAll(/\b(?:require|import)\(["']([^."'][^"']*)["']\)/g),
      ].map(([, name]) => name!)
      expect(named.filter((name) => name !== 'electron' && !isBuiltin(name))).toEqual([])
    }
  })

  describe('of the engine', () => {
    let traced: { files: string[]; programs: string[] }
    beforeAll(async () => {
      traced = await tracedFiles(['out/main/engine.js', 'out/main/cli.js'])
    })

    it('come with their chunks and with every module that they need', () => {
      expect(traced.programs).toContain('out/main/engine.js')
      const packed = [
        ...traced.files.map((path) => `engine/${path}`),
        ...traced.programs.map((path) => path.replace('out/main/', 'engine/')),
      ]
      const forbidden = mustNotHave.flatMap(({ test }) => packed.filter((path) => test.test(path)))
      expect(forbidden).toEqual([])
      // Natives, Node and what is not the engine's are placed by hand.
      const elsewhere = /^missing: (ONNX Runtime: |@img\/)/
      const missing = missingAndForbidden(
        packed.map((path) => ({ path })),
        here,
        { addon: false, updates: false },
      ).filter((problem) => problem.includes('@') || problem.includes('ONNX'))
      expect(missing.filter((problem) => !elsewhere.test(problem))).toEqual([])
    })

    it('come with the licence of each module that has one', () => {
      for (const name of new Set(traced.files.map(packageOf))) {
        const has = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE'].find((one) =>
          existsSync(inRoot(name!, one)),
        )
        if (has) expect(traced.files).toContain(`${name}/${has}`)
      }
    })
  })
})

describe('what is native', () => {
  it('has sharp’s binaries for every target in package-lock.json, with their hashes', () => {
    for (const target of targets) {
      const found = sharpPackages(target)
      expect(
        found.some(({ name }) => name === `@img/sharp-${targetName(target)}`),
        targetName(target),
      ).toBe(true)
      for (const { version, integrity } of found) {
        expect(version).toMatch(/^\d+\.\d+\.\d+/)
        expect(integrity).toMatch(/^sha512-/)
      }
    }
  })

  it('has a Node for every target, pinned by hash, where the app looks for it', () => {
    for (const target of targets) {
      expect(nodePackages[targetName(target) as keyof typeof nodePackages].integrity).toMatch(
        /^sha512-[\w+/]{86}==$/,
      )
      const { platform } = target
      const resources = '/app/resources'
      const program = findNode({ packaged: true, resources, env: {}, platform, isProgram: () => true })
      expect(program).toBe(join(resources, 'node', nodeFileName(target)))
    }
  })

  it('is refused where its hash is another', async () => {
    const file = join(folder(), 'archive.tgz')
    writeFileSync(file, 'what was meant')
    const integrity = await integrityOf(file)
    await requireIntegrity(file, integrity, 'a')
    writeFileSync(file, 'what came')
    await expect(requireIntegrity(file, integrity, 'a@1.0.0')).rejects.toThrow(/^a@1\.0\.0 is not the file/)
  })

  it('is compared with the Node that nodejs.org publishes', async () => {
    const official = folder()
    await mkdir(join(official, 'node-v0', 'bin'), { recursive: true })
    writeFileSync(join(official, 'node-v0', 'bin', 'node'), 'the official one')
    const linux = { platform: 'linux', arch: 'x64' } as const
    const windows = { platform: 'win32', arch: 'arm64' } as const
    await create({ file: join(official, 'linux'), cwd: official, gzip: true }, ['node-v0/bin/node'])
    const published: Record<string, Buffer> = {
      [officialName(linux)]: readFileSync(join(official, 'linux')),
      [officialName(windows)]: Buffer.from('the official one'),
    }
    const line = (name: string, bytes: Buffer) =>
      `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`
    let sums = Object.entries(published).map(([name, bytes]) => line(name, bytes))
    const server = createServer((request, response) => {
      const name = request.url!.slice(1)
      response.end(name === 'SHASUMS256.txt' ? sums.join('') : published[name])
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const place = (text: string) => async (_target: unknown, to: string) => {
      await mkdir(to, { recursive: true })
      writeFileSync(join(to, 'node'), text)
      return join(to, 'node')
    }
    try {
      for (const target of [linux, windows]) {
        expect(await isOfficial(target, { base, place: place('the official one') })).toBe(true)
        expect(await isOfficial(target, { base, place: place('another one') })).toBe(false)
      }
      sums = [line(officialName(linux), Buffer.from('something else'))]
      const late = isOfficial(linux, { base, place: place('the official one') })
      await expect(late).rejects.toThrow('is not the file of SHASUMS256.txt')
    } finally {
      server.close()
    }
  })

  it('needs the addon just where there are engine packs', () => {
    const known = new Set(Object.values(tensorflowWheels).flatMap((wheels) => Object.keys(wheels)))
    expect([...withPacks].sort()).toEqual([...known].sort())
  })
})

describe('the icons', () => {
  it('are made of the drawing, in the formats of all systems', async () => {
    const made = await makeIcons(folder())
    expect(await sharp(join(made, 'icon.png')).metadata()).toMatchObject({ width: 1024, height: 1024 })
    const ico = readFileSync(join(made, 'icon.ico'))
    const count = ico.readUInt16LE(4)
    for (let index = 0; index < count; index++) {
      const at = 6 + 16 * index
      const [size, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)]
      const { width } = await sharp(ico.subarray(offset, offset + size)).metadata()
      expect(width).toBe(ico[at] === 0 ? 256 : ico[at])
    }
    const icns = readFileSync(join(made, 'icon.icns'))
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const widths: number[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      widths.push((await sharp(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))).metadata()).width)
    }
    expect(Math.max(...widths)).toBe(1024)
    const { data } = await sharp(join(made, 'linux', '512x512.png'))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(new Set(data).size, 'is not empty').toBeGreaterThan(20)
  })
})

describe('macOS', () => {
  it('gives only the engine’s Node leave to load libraries of others', () => {
    const options = optionsForFile(() => ({ entitlements: 'ours', hardenedRuntime: true }))
    expect(options('/a/Cotejo.app/Contents/Resources/node/node')).toEqual({
      entitlements: nodeEntitlements,
      hardenedRuntime: true,
    })
    expect(options('/a/Cotejo.app')).toMatchObject({ entitlements: 'ours' })
    expect(readFileSync(nodeEntitlements, 'utf8')).toContain('disable-library-validation')
    for (const name of ['app', 'helper']) {
      const plist = read('build', 'package', 'mac', `${name}.entitlements.plist`)
      expect(plist).toContain('com.apple.security.device.camera')
      expect(plist).not.toContain('disable-library-validation')
    }
  })

  it('says in each language what the camera is for', () => {
    const texts = ['en', 'es', 'pt_BR'].map((name) =>
      read('build', 'package', 'mac', `${name}.lproj`, 'InfoPlist.strings'),
    )
    for (const text of texts) expect(text).toMatch(/^"NSCameraUsageDescription" = ".{20,}";\n$/)
    expect(new Set(texts).size).toBe(3)
  })
})

describe('the lists of a release', () => {
  const list = (url: string, version = '1.2.0') =>
    `version: ${version}\nfiles:\n  - url: ${url}\n    sha512: ${url}-hash\n    size: 1\npath: ${url}\nsha512: ${url}-hash\nreleaseDate: '2026-11-22T00:00:00.000Z'\n`

  it('become one, of which electron-updater takes the file of its own processor', () => {
    const { parseUpdateInfo, findFile } = require('electron-updater/out/providers/Provider')
    const { version, files, path } = parseUpdateInfo(
      mergeLists([list('Cotejo-win-arm64.exe'), list('Cotejo-win-x64.exe')]),
      'latest.yml',
      'http://localhost/latest.yml',
    )
    expect([version, path]).toEqual(['1.2.0', 'Cotejo-win-x64.exe'])
    const resolved = files.map((info: { url: string }) => ({
      info,
      url: new URL(info.url, 'http://localhost/'),
    }))
    expect(findFile(resolved, 'exe').info.url).toBe(`Cotejo-win-${process.arch}.exe`)
  })

  it('must be of one version', () => {
    expect(() => mergeLists([list('a.exe'), list('b.exe', '1.3.0')])).toThrow('several versions')
  })

  it('are checked against the files that they name', async () => {
    const from = folder()
    const to = folder()
    for (const machine of ['one', 'two']) await mkdir(join(from, machine))
    writeFileSync(join(from, 'one', 'latest.yml'), list('a.exe'))
    writeFileSync(join(from, 'one', 'a.exe'), 'a')
    writeFileSync(join(from, 'two', 'latest.yml'), list('b.exe'))
    expect(await gather(from, to)).toEqual([
      'latest.yml has another hash for a.exe',
      'latest.yml names b.exe, which is not there',
    ])
    expect(readFileSync(join(to, 'SHA256SUMS.txt'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}a\.exe\n/)
    expect(await checkLists(to)).toHaveLength(2)
  })
})
