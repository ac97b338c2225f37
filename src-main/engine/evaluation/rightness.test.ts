import { expect, test } from 'vitest'
import { rng } from '../rng'
import { discordant, popcount, rightBits } from './rightness'

test('bits count what lists would', () => {
  const random = rng(1)
  for (const count of [1, 31, 32, 33, 100, 1000]) {
    const label = Array.from({ length: count }, () => random.below(3))
    const [a, b] = [0, 1].map(() => ({
      index: label,
      label,
      predicted: label.map((one) => (random.next() < 0.7 ? one : 2 - one)),
      confidence: [],
    }))
    const right = (of: typeof a, i: number) => of!.predicted[i] === label[i]
    const count_ = (holds: (i: number) => boolean) => label.filter((_, i) => holds(i)).length
    expect(popcount(rightBits(a!))).toBe(count_((i) => right(a, i)))
    expect(discordant(rightBits(a!), rightBits(b!))).toEqual({
      onlyA: count_((i) => right(a, i) && !right(b, i)),
      onlyB: count_((i) => !right(a, i) && right(b, i)),
    })
  }
})
