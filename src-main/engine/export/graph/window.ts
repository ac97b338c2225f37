// Borders of windows that move over a picture, by TensorFlow's rules.
import { type Border, type Window } from './types'

const NONE = [0, 0] as const

/** What SAME adds before and after one side: the output has ⌈side / stride⌉ places, and an odd one goes to the end. */
function same(side: number, window: number, stride: number): readonly [number, number] {
  const all = Math.max(0, (Math.ceil(side / stride) - 1) * stride + window - side)
  return [Math.floor(all / 2), Math.ceil(all / 2)]
}

/**
 * @param input height and width of what the window moves over
 * @param window as the kernel has it, without the gaps of a dilation
 */
export function windowOf(
  input: readonly [number, number],
  window: readonly [number, number],
  strides: readonly [number, number],
  padding: 'valid' | 'same',
  dilations: readonly [number, number] = [1, 1],
): Window {
  const side = (axis: 0 | 1) =>
    padding === 'valid' ? NONE : same(input[axis], (window[axis] - 1) * dilations[axis] + 1, strides[axis])
  const [[top, bottom], [left, right]] = [side(0), side(1)]
  const border: Border = { top, bottom, left, right }
  return { window, strides, padding, border }
}
