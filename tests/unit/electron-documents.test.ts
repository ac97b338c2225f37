// What the system may hand over to be opened, and the menu that it shows.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathsAmong, recognise } from '../../src-main/hosts/electron/documents'
import { menuTemplate, type MenuActions } from '../../src-main/hosts/electron/menu-template'
import { Language } from '../../src-main/hosts/electron/texts'

describe('a path', () => {
  let home: string
  let library: string
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'cotejo-documents-'))
    library = join(home, 'library')
    for (const folder of ['runs/cnn-1', 'runs/empty', 'runs/Not An Id', 'datasets/cats', 'logs'])
      mkdirSync(join(library, folder), { recursive: true })
    for (const run of ['cnn-1', 'Not An Id']) writeFileSync(join(library, 'runs', run, 'run.json'), '{}')
    mkdirSync(join(home, 'photos'))
    writeFileSync(join(home, 'photos.zip'), '')
    writeFileSync(join(home, 'program.exe'), '')
    symlinkSync(join(library, 'runs/cnn-1'), join(home, 'link-to-run'))
    symlinkSync(join(home, 'nowhere'), join(home, 'broken'))
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  const at = (...parts: string[]) => recognise(join(home, ...parts), library)

  it('of a run or a dataset of the library leads there', async () => {
    expect(await at('library/runs/cnn-1')).toEqual({ kind: 'run', run: 'cnn-1' })
    expect(await at('library/runs/cnn-1/run.json')).toEqual({ kind: 'run', run: 'cnn-1' })
    expect(await at('link-to-run')).toEqual({ kind: 'run', run: 'cnn-1' })
    expect(await at('library/datasets/cats')).toEqual({ kind: 'dataset', dataset: 'cats' })
  })

  it('of pictures is offered for import', async () => {
    expect(await at('photos')).toMatchObject({ kind: 'pictures' })
    expect(await at('photos.zip')).toMatchObject({ kind: 'pictures' })
  })

  it('of anything else is not opened', async () => {
    for (const other of [
      'library',
      'library/logs',
      'library/runs',
      'library/runs/empty',
      'library/runs/Not An Id',
      'library/runs/absent/run.json',
      'program.exe',
      'broken',
      'absent',
    ]) {
      expect(await at(other), other).toBeNull()
    }
    for (const odd of ['', 'photos', './photos', `${home}\0/photos`, `/${'x'.repeat(5000)}`, 'file:///etc'])
      expect(await recognise(odd, library), odd).toBeNull()
  })
})

it('arguments that are paths are those that are no switches and no addresses', () => {
  const argv = [
    '/opt/cotejo',
    '--library=x',
    '-psn_0_1',
    'a b',
    '/x/y',
    'https://x.example/',
    'app://x',
    '',
    'a\0b',
  ]
  expect(pathsAmong(argv, 1, resolve('/work'))).toEqual([resolve('/work/a b'), resolve('/x/y')])
  expect(pathsAmong(['electron', 'app-folder'], 2, '/')).toEqual([])
  expect(pathsAmong(['x', ...Array.from({ length: 50 }, () => 'a')], 1, '/')).toHaveLength(20)
})

describe('the menu', () => {
  const nothing = () => {}
  const actions = new Proxy({}, { get: () => nothing }) as MenuActions
  const make = (platform: NodeJS.Platform, locale = 'en', development = false, name = 'A & B') =>
    menuTemplate({
      platform,
      texts: new Language([locale]).texts,
      actions,
      recentRuns: [{ run: 'cnn-1', name }],
      development,
    })
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  const roles = (items: MenuItemConstructorOptions[]) => flat(items).map(({ role }) => role?.toLowerCase())

  it('is what each system expects', () => {
    expect(make('darwin').map(({ label }) => label)).toEqual([
      'Cotejo',
      'File',
      'Edit',
      'View',
      'Window',
      'Help',
    ])
    expect(make('win32').map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help'])
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      for (const role of ['quit', 'copy', 'paste', 'about', 'zoomin'])
        expect(roles(make(platform))).toContain(role)
    }
  })

  it('has a label of our own for everything, in each language', () => {
    for (const locale of ['en', 'es', 'pt-BR']) {
      for (const platform of ['darwin', 'linux'] as const) {
        const named = flat(make(platform, locale)).filter(({ type }) => type !== 'separator')
        expect(named.every(({ label }) => label !== undefined && label !== '')).toBe(true)
      }
    }
    expect(make('linux', 'es')[0]!.label).toBe('Archivo')
  })

  it('gives no shortcut twice', () => {
    for (const platform of ['darwin', 'linux'] as const) {
      const keys = flat(make(platform)).flatMap(({ accelerator }) => accelerator ?? [])
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('looks into the page only in development', () => {
    for (const role of ['reload', 'toggledevtools']) {
      expect(roles(make('linux'))).not.toContain(role)
      expect(roles(make('linux', 'en', true))).toContain(role)
    }
  })

  it('shows the names of runs as they are', () => {
    const recent = flat(make('linux')).find(({ id }) => id === 'recent-runs')!
    expect((recent.submenu as MenuItemConstructorOptions[])[0]!.label).toBe('A && B')
    const long = flat(make('linux', 'en', false, 'x'.repeat(500)))
    expect(long.every(({ label = '' }) => label.length <= 80)).toBe(true)
  })
})
