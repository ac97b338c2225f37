import { describe, expect, it } from 'vitest'
import { augmentation, plan } from '../../../contract/plan'
import { cpuCompute } from '../../../../tests/support/cpuCompute'
import { tf, type Tensor4D } from '../../tf'
import { augment } from '../augment'
import { salt, TABLE } from './draws'
import { augments, checkViews, viewDraws, viewOf } from './views'

await cpuCompute()

const all = augmentation.parse({
  flip: true,
  shift: 0.2,
  rotation: 20,
  zoom: 0.2,
  brightness: 0.2,
  contrast: 0.2,
  saturation: 0.2,
  hue: 0.1,
  randAugment: 9,
  erasing: 0.5,
})
const planOf = (views: number | null, augmentation: object = {}) =>
  plan.parse({ phases: [{ epochs: 1 }], views, augmentation })

/** Views of pictures of noise; picture n is the same in every batch. */
function shown(pictures: number[], view: number, seed = 1): number[][] {
  const size = 8
  const pixels = pictures.map((n) =>
    Array.from({ length: size * size * 3 }, (_, i) => (i * 37 + n * 101) % 256),
  )
  return tf.tidy(() => {
    const images = tf.tensor(pixels.flat(), [pictures.length, size, size, 3]) as Tensor4D
    const draws = tf.tensor2d(viewDraws(seed, pictures, view), [pictures.length, TABLE])
    return augment(images, all, draws).images.reshape([pictures.length, -1]).arraySync() as number[][]
  })
}

describe('views', () => {
  it('are the same whatever batch a picture comes in', () => {
    const [, second, third] = shown([4, 9, 2], 1)
    expect(shown([9], 1)).toEqual([second])
    expect(shown([2, 7], 1)[0]).toEqual(third)
  })

  it('differ by picture, view and seed', () => {
    const [own] = shown([3], 0)
    expect(shown([3], 1)[0]).not.toEqual(own)
    expect(shown([3], 0, 2)[0]).not.toEqual(own)
    const draws = (picture: number) => [...viewDraws(1, [picture], 0)]
    expect(draws(3)).not.toEqual(draws(4))
    expect(new Set(draws(3)).size).toBe(TABLE)
  })

  it('have a column for every draw', () => {
    const columns = Object.values(salt).map((one) => one - salt.flip)
    // RandAugment's second change is 8 further.
    expect(Math.max(...columns) + 8).toBeLessThan(TABLE)
  })

  it('draw evenly between 0 and 1', () => {
    const table = viewDraws(5, [...Array(500).keys()], 3)
    const mean = table.reduce((sum, x) => sum + x, 0) / table.length
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
    expect(Math.min(...table)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...table)).toBeLessThan(1)
  })

  it('come in turn, and only where something is changed', () => {
    expect([0, 1, 2, 3, 4].map((epoch) => viewOf(planOf(3, { flip: true }), epoch))).toEqual([0, 1, 2, 0, 1])
    expect(viewOf(planOf(3), 1)).toBeNull()
    expect(viewOf(planOf(null, { flip: true }), 1)).toBeNull()
    expect(augments(augmentation.parse({}))).toBe(false)
    expect(augments(augmentation.parse({ hue: 0.1 }))).toBe(true)
  })

  it('are refused for pictures that are mixed', () => {
    expect(() => checkViews(planOf(2, { mixUp: 0.2 }))).toThrow(/MixUp and CutMix/)
    expect(() => checkViews(planOf(2, { cutMix: 1 }))).toThrow(/MixUp and CutMix/)
    expect(() => checkViews(planOf(null, { mixUp: 0.2 }))).not.toThrow()
    expect(() => checkViews(planOf(2, { flip: true }))).not.toThrow()
  })
})
