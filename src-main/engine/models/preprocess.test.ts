// Preprocessing: every value, every channel.
import { beforeAll, expect, test } from 'vitest'
import type { Preprocessing } from '../../contract'
import { openCpu } from '../backends/cpu'
import { tf } from '../tf'
import { preprocess } from './preprocess'

beforeAll(() => openCpu())

const plain: Preprocessing = { size: 8, resize: 'cover', scale: 1, offset: [0, 0, 0], channels: 'rgb' }
const pixels = [0, 100, 255, 10, 20, 30]

test.each<[string, Partial<Preprocessing>, number[]]>([
  ['as they are', {}, pixels],
  ['0..1', { scale: 1 / 255 }, pixels.map((v) => v / 255)],
  ['-1..1', { scale: 2 / 255, offset: [-1, -1, -1] }, pixels.map((v) => v / 127.5 - 1)],
  ['caffe', { channels: 'bgr', offset: [-103.939, -116.779, -123.68] }, [255 - 103.939, 100 - 116.779, -123.68, 30 - 103.939, 20 - 116.779, 10 - 123.68]], // prettier-ignore
])('%s', (_name, options, expected) => {
  for (const dtype of ['int32', 'float32'] as const) {
    const result = preprocess(tf.tensor4d(pixels, [1, 1, 2, 3], dtype), { ...plain, ...options })
    expect([result.dtype, result.shape]).toEqual(['float32', [1, 1, 2, 3]])
    Array.from(result.dataSync()).forEach((v, i) => expect(v).toBeCloseTo(expected[i]!, 4))
  }
})

test('the input stays the caller’s, and the result is another tensor', () => {
  const input = tf.tensor4d(pixels, [1, 1, 2, 3])
  preprocess(input, plain).dispose()
  expect(Array.from(input.dataSync())).toEqual(pixels)
})
