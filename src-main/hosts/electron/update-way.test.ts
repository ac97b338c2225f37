import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCheckDue, updateWay, type Installation } from './update-way'

const SIGNED = 'provider: github\npublisherName:\n  - The Cotejo authors\n'
const UNSIGNED = 'provider: github\n'

function installation(files: Record<string, string>, change: Partial<Installation> = {}): Installation {
  return {
    packaged: true,
    platform: 'linux',
    resources: '/app/resources',
    env: {},
    read: (path) => files[path.replaceAll('\\', '/').replace('/app/resources/', '')] ?? null,
    ...change,
  }
}

describe('how this copy can be updated', () => {
  it('is not at all from sources, whatever lies about', () => {
    expect(updateWay(installation({ 'app-update.yml': SIGNED }, { packaged: false }))).toBe('none')
  })

  it('is not at all where the package names no place to look', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(updateWay(installation({}, { platform, env: { APPIMAGE: '/a' } }))).toBe('none')
    }
  })

  it('is by itself as an AppImage, by a notice as a deb, not at all unpacked by hand', () => {
    const files = { 'app-update.yml': UNSIGNED }
    expect(updateWay(installation(files, { env: { APPIMAGE: '/home/a/Cotejo.AppImage' } }))).toBe('install')
    expect(updateWay(installation({ ...files, 'package-type': 'deb\n' }))).toBe('tell')
    expect(updateWay(installation(files))).toBe('none')
  })

  it('is by itself on Windows only where the publisher can be verified', () => {
    expect(updateWay(installation({ 'app-update.yml': SIGNED }, { platform: 'win32' }))).toBe('install')
    expect(updateWay(installation({ 'app-update.yml': UNSIGNED }, { platform: 'win32' }))).toBe('tell')
  })

  it('is by itself on macOS, which verifies the signer', () => {
    expect(updateWay(installation({ 'app-update.yml': UNSIGNED }, { platform: 'darwin' }))).toBe('install')
  })

  it('reads the files beside the app, and no others', () => {
    const asked: string[] = []
    updateWay(installation({}, { read: (path) => (asked.push(path), null) }))
    expect(asked).toEqual([join('/app/resources', 'app-update.yml')])
  })
})

describe('when to look', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  it.each([
    ['never yet', null, true],
    ['an hour ago', new Date('2026-11-22T11:00:00Z'), false],
    ['a day ago', new Date('2026-11-21T12:00:00Z'), true],
    ['in a future that a wrong clock made up', new Date('2027-11-22T12:00:00Z'), true],
  ])('%s', (_name, checked, due) => expect(isCheckDue(checked, now)).toBe(due))
})
