import { beforeEach, describe, expect, it } from 'vitest'
import { takeToken } from './token'

const stored = new Map<string, string>()
beforeEach(() => stored.clear())

/** As much of a window as a token needs. */
function page(address: string) {
  const shown = { href: address }
  return {
    location: { href: address },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    },
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, href: string) => (shown.href = href),
    },
    shown,
  }
}
const take = (address: string) => {
  const window = page(address)
  return [takeToken(window as unknown as Window), window.shown.href]
}

describe('takeToken', () => {
  it('takes the token out of the address and keeps the rest of it', () => {
    expect(take('http://127.0.0.1:8000/?token=s3cret&x=1#/runs/a')).toEqual([
      's3cret',
      'http://127.0.0.1:8000/?x=1#/runs/a',
    ])
    expect(take('http://127.0.0.1:8000/#token=s3cret')[0]).toBe('s3cret')
  })

  it('remembers it for the next load of the page', () => {
    take('http://127.0.0.1:8000/?token=s3cret')
    expect(take('http://127.0.0.1:8000/#/data')).toEqual(['s3cret', 'http://127.0.0.1:8000/#/data'])
  })

  it('prefers a new one, and is empty where there is none', () => {
    expect(take('http://127.0.0.1:8000/')[0]).toBe('')
    take('http://127.0.0.1:8000/?token=old')
    expect(take('http://127.0.0.1:8000/?token=new')[0]).toBe('new')
  })
})
