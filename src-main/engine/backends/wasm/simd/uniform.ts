// Philox4x32-10 (see shared/philox.ts, whose numbers these are) on four counters at once.
import { type Code, type FunctionSource, type Local, f32x4, i32x4, i64x2, v128 } from './assembler'

const multipliers = [0xd2511f53, 0xcd9e8d57]
const bumps = [0x9e3779b9, 0xbb67ae85]
const rounds = 10
/** Numbers that one round of the loop writes: four words of four counters. */
export const uniformsAtOnce = 16

/** The 32-bit words of two vectors at these positions, those of the second counted from 4. */
const words = (a: Code, b: Code, ...positions: number[]) =>
  v128.shuffle(
    a,
    b,
    positions.flatMap((position) => [0, 1, 2, 3].map((byte) => 4 * position + byte)),
  )

/** Task: fills whole groups of 16 numbers. */
const uniform: FunctionSource = {
  name: 'uniform',
  // scratch (unused), result, first counter, groups, both words of the key, the stream
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  build(f, _scratch, result, first, groups, keyLow, keyHigh, stream) {
    const group = f.local('i32')
    const keys = f.locals('i32', 2)
    const counter = f.locals('v128', 4)
    const next = f.locals('v128', 2)
    const [even, odd] = f.locals('v128', 2)
    /** Upper halves of the products of all four words with a multiplier. */
    const high = (word: Local, multiplier: number) => {
      f.set(even!, i64x2.multiplyLow(word, i32x4.splat(multiplier)))
      f.set(odd!, i64x2.multiplyHigh(word, i32x4.splat(multiplier)))
      return words(even!.get, odd!.get, 1, 3, 5, 7)
    }
    const low = (word: Local, multiplier: number) => i32x4.mul(word, i32x4.splat(multiplier))
    f.for(group, 0, groups, 1, () => {
      f.set(counter[0]!, i32x4.add(i32x4.splat(first), i32x4.constant(0, 1, 2, 3)))
      f.set(counter[1]!, v128.zero)
      f.set(counter[2]!, i32x4.splat(stream))
      f.set(counter[3]!, v128.zero)
      f.set(keys[0]!, keyLow)
      f.set(keys[1]!, keyHigh)
      for (let round = 0; round < rounds; round++) {
        f.set(
          next[0]!,
          v128.xor(v128.xor(high(counter[2]!, multipliers[1]!), counter[1]!), i32x4.splat(keys[0]!)),
        )
        f.set(
          next[1]!,
          v128.xor(v128.xor(high(counter[0]!, multipliers[0]!), counter[3]!), i32x4.splat(keys[1]!)),
        )
        f.set(counter[1]!, low(counter[2]!, multipliers[1]!))
        f.set(counter[3]!, low(counter[0]!, multipliers[0]!))
        f.set(counter[0]!, next[0]!)
        f.set(counter[2]!, next[1]!)
        keys.forEach((key, i) => f.increase(key, bumps[i]!))
      }
      // From word by word to counter by counter.
      const [c0, c1, c2, c3] = counter.map((word) => word.get) as [Code, Code, Code, Code]
      const transposed = [
        [words(c0, c1, 0, 4, 1, 5), words(c2, c3, 0, 4, 1, 5)],
        [words(c0, c1, 2, 6, 3, 7), words(c2, c3, 2, 6, 3, 7)],
      ].flatMap(([a, b]) => [words(a!, b!, 0, 1, 4, 5), words(a!, b!, 2, 3, 6, 7)])
      transposed.forEach((block, i) => {
        const fraction = f32x4.mul(f32x4.fromInt(i32x4.shrU(block, 8)), f32x4.splat(twoToMinus24))
        f.do(v128.store(result, fraction, 16 * i))
      })
      f.increase(first, 4)
      f.increase(result, 4 * uniformsAtOnce)
    })
  },
}

const twoToMinus24: Code = [0x43, 0x00, 0x00, 0x80, 0x33]

export const uniformSources: FunctionSource[] = [uniform]
