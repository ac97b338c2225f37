// Parts that families share.
import { layer, type Node } from './graph'
import type { Border, LayerSpec } from './specs'

/** Applies layers one after the other. */
export const chain = (start: Node, ...layers: readonly (readonly [string, LayerSpec])[]): Node =>
  layers.reduce((node, [name, spec]) => layer(name, spec, node), start)

/** Three channels of `size` × `size`. */
export const imageInput = (size: number): Node =>
  layer('input_layer', { type: 'InputLayer', shape: [size, size, 3] })

export const add = (name: string, ...inputs: Node[]): Node => layer(name, { type: 'Add' }, ...inputs)

/**
 * The number of channels of a widened or narrowed layer: the multiple of `divisor` next to `channels`, and never
 * less than nine tenths of it.
 */
export function divisible(channels: number, divisor = 8, least = divisor): number {
  const nearest = Math.max(least, Math.floor((channels + divisor / 2) / divisor) * divisor)
  return nearest < 0.9 * channels ? nearest + divisor : nearest
}

/** The zeros that a convolution with stride 2 and padding `valid` needs: one less in front of an even side. */
export function paddingForStride2(input: Node, kernel: number): Border {
  const around = Math.floor(kernel / 2)
  const side = (length: number) => [around - (1 - (length % 2)), around] as const
  return [side(input.shape[0]!), side(input.shape[1]!)]
}
