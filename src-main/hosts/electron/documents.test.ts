import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pathsAmong } from './documents'

const photos = resolve('/home/ana/mis fotos ñ')

describe('the paths among a program’s arguments', () => {
  it('come as paths, or as the addresses that Linux’s desktops hand over', () => {
    const argv = ['cotejo', photos, pathToFileURL(photos).href, 'here']
    expect(pathsAmong(argv, 1, resolve('/home/ana'))).toEqual([photos, photos, resolve('/home/ana/here')])
  })

  it('are none where they are switches, other addresses, or of another machine', () => {
    const argv = ['cotejo', '--library=/x', 'https://example.org/', 'file://server/share', 'file:%', '']
    expect(pathsAmong(argv, 1, resolve('/'))).toEqual([])
  })
})
