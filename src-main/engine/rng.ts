// Seeded random numbers in JavaScript: splits, orders, weights, the drawn sample. Not for secrets.

/** A stream of numbers that its seed alone decides. */
export interface Rng {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [low, high). */
  range(low: number, high: number): number
  /** Uniform integer in 0…n−1. */
  below(n: number): number
  pick<T>(from: readonly T[]): T
  /** Shuffles in place (Fisher–Yates) and returns the same array. */
  shuffle<T>(items: T[]): T[]
}

/** 32-bit FNV-1a of a text's UTF-8 bytes; gives streams of one seed different starts. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/**
 * A generator of the sfc32 family (Chris Doty-Humphrey's PractRand), period about 2^128.
 * @param seed any integer; its low 32 bits count
 * @param stream tells independent streams of one seed apart: a class name, the number of a drawing
 */
export function rng(seed: number, stream = ''): Rng {
  let a = seed >>> 0
  let b = hashText(stream)
  let c = 0x9e3779b9
  let counter = 1
  const bits = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 16; warmUp++) bits()
  const next = () => bits() / 2 ** 32
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    range: (low, high) => low + (high - low) * next(),
    pick: (from) => from[below(from.length)],
    shuffle: (items) => {
      for (let i = items.length - 1; i > 0; i--) {
        const j = below(i + 1)
        ;[items[i], items[j]] = [items[j], items[i]]
      }
      return items
    },
  }
}
