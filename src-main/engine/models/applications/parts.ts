// Parts that families share.
import { layer, operator, type Node } from './graph'
import type { Border, LayerActivation, LayerSpec, NamedSpec } from './specs'

/** Applies layers one after the other. */
export const chain = (start: Node, ...layers: readonly NamedSpec[]): Node =>
  layers.reduce((node, [name, spec]) => layer(name, spec, node), start)

/** Three channels of `size` × `size`. */
export const imageInput = (size: number): Node =>
  layer('input_layer', { type: 'InputLayer', shape: [size, size, 3] })

/** Keras's names for layers that the architecture gives none: `re_lu`, `re_lu_1` … for one model alone. */
export function automaticNames(): (base: string) => string {
  const counts = new Map<string, number>()
  return (base) => {
    const count = counts.get(base) ?? 0
    counts.set(base, count + 1)
    return count === 0 ? base : `${base}_${count}`
  }
}

export const activation = (name: LayerActivation): LayerSpec => ({ type: 'Activation', activation: name })

/**
 * The number of channels of a widened or narrowed layer: the multiple of `divisor` next to `channels`, and never
 * less than nine tenths of it.
 */
export function divisible(channels: number, divisor = 8): number {
  const nearest = Math.max(divisor, Math.floor((channels + divisor / 2) / divisor) * divisor)
  return nearest < 0.9 * channels ? nearest + divisor : nearest
}

/** Rows and columns of zeros all around. */
export const border = (width: number): LayerSpec => ({
  type: 'ZeroPadding2D',
  padding: [
    [width, width],
    [width, width],
  ],
})

/** The zeros that a convolution with stride 2 and padding `valid` needs: one less in front of an even side. */
export function paddingForStride2(input: Node, kernel: number): LayerSpec {
  const around = Math.floor(kernel / 2)
  const side = (length: number) => [around - (1 - (length % 2)), around] as const
  const padding: Border = [side(input.shape[0]!), side(input.shape[1]!)]
  return { type: 'ZeroPadding2D', padding }
}

/** The mean of each channel, as 1 × 1 × channels. */
export function globalAverage(name: string, reshape: string, input: Node, keepsAxes: boolean): Node {
  const average = layer(name, { type: 'GlobalAveragePooling2D' }, input)
  const make = keepsAxes ? operator : layer
  return make(reshape, { type: 'Reshape', shape: [1, 1, input.shape[2]!] }, average)
}
