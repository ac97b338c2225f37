// Pictures of 8-bit values to float32.
import type { Program } from '../program'
import { perIndex } from './elementwise'

/** Stores the four values of `word` from `place` on, those of them that are below `end`. */
const spread = (values: number): string =>
  values % 4 === 0
    ? 'values[place / 4] = vec4<f32>(vec4<u32>(word, word >> 8u, word >> 16u, word >> 24u) & vec4<u32>(0xffu));'
    : [0, 1, 2, 3]
        .map(
          (byte) =>
            `if (at + ${byte} < ${values}) { values[place + ${byte}] = f32((word >> ${8 * byte}u) & 0xffu); }`,
        )
        .join('\n    ')

/**
 * Input: bytes of one sequence of `count` values, packed in words. Output: float32 [count].
 */
export const unpackBytes = (count: number): Program => {
  const words = Math.ceil(count / 4)
  return perIndex(words, {
    inputs: [{ name: 'bytes', element: 'u32' }],
    outputs: [{ name: 'values', element: count % 4 === 0 ? 'vec4<f32>' : 'f32' }],
    declarations: '',
    body: `let word = bytes[i];
    let at = 4 * i;
    let place = at;
    ${spread(count)}`,
    cost: { flops: 0, read: 4 * words, written: 4 * count },
  })
}

/**
 * Inputs: pictures of `bytes` bytes, each beginning with a word; the numbers of `count` of them. Output: float32
 * [count, bytes].
 */
export const gatherPictures = (count: number, bytes: number): Program => {
  const words = Math.ceil(bytes / 4)
  return perIndex(count * words, {
    inputs: [
      { name: 'pictures', element: 'u32' },
      { name: 'numbers', element: 'i32' },
    ],
    outputs: [{ name: 'values', element: bytes % 4 === 0 ? 'vec4<f32>' : 'f32' }],
    declarations: '',
    body: `let picture = i / ${words};
    let word = pictures[numbers[picture] * ${words} + i % ${words}];
    let at = 4 * (i % ${words});
    let place = picture * ${bytes} + at;
    ${spread(bytes)}`,
    cost: { flops: 0, read: 4 * count * (words + 1), written: 4 * count * bytes },
  })
}
