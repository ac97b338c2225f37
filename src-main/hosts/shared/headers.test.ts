// The policy as a whole: a directive that is loosened, left out or added is a change that someone has to mean.
import { expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from './headers'

it('allows our own files, pictures that the page made, and nothing else', () => {
  const directives = Object.fromEntries(
    CONTENT_SECURITY_POLICY.split('; ').map((one) => {
      const [name, ...sources] = one.split(' ')
      return [name, sources.join(' ')]
    }),
  )
  expect(directives).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'connect-src': "'self'",
    'font-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
})

it('keeps the page to itself', () => {
  expect(SECURITY_HEADERS).toMatchObject({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  })
  expect(SECURITY_HEADERS['Permissions-Policy']).toMatch(/camera=\(self\), microphone=\(\), geolocation=\(\)/)
})
