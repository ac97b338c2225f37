import { describe, expect, it } from 'vitest'
import {
  hostName,
  isFetchSiteAllowed,
  isHostAllowed,
  isLoopback,
  isOriginAllowed,
  isTokenRight,
} from './guard'
import { Rate } from './rate'
import { plainPath } from '../shared/static-files'

describe('hosts', () => {
  it('are read from the header without the port', () => {
    expect(hostName('LOCALHOST:80')).toBe('localhost')
    expect(hostName('[::1]:80')).toBe('[::1]')
    for (const header of ['', 'a b', 'a@b', 'a:b', 'a:1:2', '[::1', 'a/b', 'é'])
      expect(hostName(header)).toBeNull()
  })

  it('are this machine’s; on an address of the network, any IP address but no other name', () => {
    expect(isHostAllowed('localhost:1', '127.0.0.1')).toBe(true)
    expect(isHostAllowed('10.0.0.1', '127.0.0.1')).toBe(false)
    expect(isHostAllowed('10.0.0.1', '0.0.0.0')).toBe(true)
    expect(isHostAllowed('[fe80::1]:80', '::')).toBe(true)
    expect(isHostAllowed('gpu-box', 'gpu-box')).toBe(true)
    expect(isHostAllowed('evil.example', '0.0.0.0')).toBe(false)
    expect(isHostAllowed(undefined, '0.0.0.0')).toBe(false)
  })

  it('of the loopback are known', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1'])
      expect(isLoopback(host), host).toBe(true)
    for (const host of ['0.0.0.0', '127.0.0.1.example', '10.0.0.1', '::'])
      expect(isLoopback(host), host).toBe(false)
  })
})

it('the origin is the page’s own, or none', () => {
  expect(isOriginAllowed(undefined, 'localhost:1')).toBe(true)
  expect(isOriginAllowed('http://localhost:1', 'localhost:1')).toBe(true)
  for (const origin of ['http://localhost:2', 'null', 'http://localhost', 'ftp://localhost:1']) {
    expect(isOriginAllowed(origin, 'localhost:1'), origin).toBe(false)
  }
  expect([undefined, 'none', 'same-origin'].every(isFetchSiteAllowed)).toBe(true)
  expect(['same-site', 'cross-site', ''].some(isFetchSiteAllowed)).toBe(false)
})

it('the token is right or wrong, whatever its length', () => {
  expect(isTokenRight('abc', 'abc')).toBe(true)
  for (const given of ['abd', 'ab', 'abcd', '', null, undefined])
    expect(isTokenRight(given, 'abc')).toBe(false)
})

it('a rate gives so many at once and the rest with time', () => {
  let now = 0
  const rate = new Rate(2, 10, () => now)
  expect([rate.take(), rate.take(), rate.take()]).toEqual([true, true, false])
  now = 100
  expect([rate.take(), rate.take()]).toEqual([true, false])
  now = 10_000
  expect([rate.take(), rate.take(), rate.take()]).toEqual([true, true, false])
})

it('paths are plain names all the way', () => {
  expect(plainPath('/')).toBe('index.html')
  expect(plainPath('/assets/a-b_1.js')).toBe('assets/a-b_1.js')
  for (const path of [
    '/../a',
    '/%2e%2e/a',
    '/a/..',
    '/a//b',
    '/.a',
    '/a\\b',
    '/C:/a',
    '/a%00',
    '/%zz',
    'a',
    '/a.',
  ]) {
    expect(plainPath(path), path).toBeNull()
  }
})
