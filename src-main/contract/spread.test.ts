import { expect, it } from 'vitest'
import { seedSpread } from './spread'

const run = (part: string, seed: number, testAccuracy: number | null) => ({
  run: `${part}-${seed}`,
  name: `${part}, seed ${seed}`,
  seed,
  recipe: { name: 'advice', set: 'set', part },
  testAccuracy,
  seconds: 2,
})

it('seedSpread takes the runs of a part together: mean and sample deviation over the seeds', () => {
  const [net, cnn] = seedSpread([
    run('net', 2, 0.9),
    run('cnn', 1, 0.6),
    run('net', 1, 1),
    run('net', 3, 0.8),
  ])
  expect(net).toMatchObject({ part: 'net', runs: ['net-1', 'net-2', 'net-3'], seeds: [1, 2, 3], seconds: 6 })
  expect(net!.mean).toBeCloseTo(0.9, 12)
  expect(net!.deviation).toBeCloseTo(0.1, 12)
  expect([net!.low, net!.high]).toEqual([0.8, 1])
  expect(cnn).toMatchObject({ part: 'cnn', mean: 0.6, deviation: null })
})

it('seedSpread counts only runs that have a result', () => {
  expect(seedSpread([run('net', 1, null)])).toMatchObject([{ mean: null, deviation: null, low: null }])
  expect(seedSpread([run('net', 1, null), run('net', 2, 0.5)])).toMatchObject([
    { accuracies: [null, 0.5], mean: 0.5, deviation: null },
  ])
})
