// Random messages for the ends of the contract, the same for the same seed: nonsense of every type, frames with wrong
// parts, and calls that exist with parameters that are almost right, made from the contract's own shapes.
import type { z } from 'zod'

export type Random = () => number

/** Mulberry32: small, seeded, good enough to be surprising. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const of = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!

const texts = [
  '',
  'a',
  'cnn-1',
  '../../etc/passwd',
  '..\\..\\x',
  '/etc/passwd',
  'C:\\Windows',
  '\\\\server\\share',
  'file:///etc/passwd',
  '%2e%2e%2f',
  'a\0b',
  '__proto__',
  'constructor',
  'toString',
  '${7*7}',
  '<script>alert(1)</script>',
  '\u202e\ud800',
  'x'.repeat(5000),
]
const numbers = [0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 160, 32]

/** Anything at all. */
export function nonsense(random: Random, depth = 0): unknown {
  const kind = Math.floor(random() * (depth > 3 ? 5 : 9))
  if (kind === 0) return of(random, texts)
  if (kind === 1) return of(random, numbers)
  if (kind === 2) return of(random, [null, undefined, true, false])
  if (kind === 3) return of(random, [[], {}, new Date(0), 10n])
  if (kind === 4) return random()
  const size = Math.floor(random() * 4)
  if (kind < 7) return Array.from({ length: size }, () => nonsense(random, depth + 1))
  return Object.fromEntries(
    Array.from({ length: size }, () => [of(random, texts).slice(0, 40), nonsense(random, depth + 1)]),
  )
}

type Calls = Record<string, { params: z.ZodType }>
/** Names of a call's parameters. */
const keysOf = (params: z.ZodType): string[] => Object.keys((params as { shape?: object }).shape ?? {})

/** Parameters with the right names and, mostly, the wrong values. */
function almost(
  random: Random,
  params: z.ZodType,
  value: (random: Random) => unknown,
): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const key of keysOf(params)) if (random() < 0.8) made[key] = value(random)
  if (random() < 0.2)
    Object.defineProperty(made, '__proto__', { value: { polluted: true }, enumerable: true })
  return made
}

/**
 * One frame: mostly almost a call, sometimes nothing of the kind.
 * @param value makes the values of parameters
 */
export function frame(random: Random, calls: Calls, value: (random: Random) => unknown = nonsense): unknown {
  const kind = random()
  if (kind < 0.2) return nonsense(random)
  const names = Object.keys(calls)
  const call = random() < 0.85 ? of(random, names) : of(random, texts)
  const shape = calls[call]?.params
  const params = shape && random() < 0.85 ? almost(random, shape, value) : nonsense(random)
  // Ids come out of order, twice, and as what they should not be.
  const id = random() < 0.9 ? Math.floor(random() * 50) : nonsense(random)
  if (kind < 0.3) return { id, call: 'cancel', params: { id: Math.floor(random() * 50) } }
  if (kind < 0.35) return { cancel: id }
  if (kind < 0.4) return { id, result: params }
  return { id, call, params, ...(random() < 0.1 ? { event: 'ready', stop: nonsense(random) } : {}) }
}

/** What goes over a line of text: JSON, JSON that was cut, and what is none. */
export function line(random: Random, message: unknown): string {
  let text: string | undefined
  try {
    text = JSON.stringify(message)
  } catch {
    // Whole numbers of any size have no JSON.
  }
  text ??= of(random, texts)
  const kind = random()
  if (kind < 0.1) return text.slice(0, Math.floor(random() * text.length))
  if (kind < 0.13) return '['.repeat(5000)
  if (kind < 0.16) return `${text}${text}`
  return text
}
