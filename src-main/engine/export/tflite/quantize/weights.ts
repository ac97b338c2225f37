// Kernels as 8-bit whole numbers around zero, biases as 32-bit ones.
import { type Quantization } from '../model'

const LARGEST = 127
/** What a bias may come to: a quarter of what 32 bits hold, as products are added to it. */
const LARGEST_BIAS = 2 ** 29

export interface WholeWeights {
  kernel: { data: Int8Array; quantization: Quantization }
  bias: { data: Int32Array; quantization: Quantization }
}

interface Channel {
  largest: number
  bias: number
}

/** Nothing but zeros has some scale all the same; a tiny kernel with a large bias gets one that its bias fits. */
const scaleOf = ({ largest, bias }: Channel, inputScale: number): number =>
  Math.fround(Math.max(largest / LARGEST, Math.abs(bias) / (LARGEST_BIAS * inputScale), 1e-12))

export interface KernelLayout {
  /** Of the output channels. */
  axis: number
  /** Values from one output channel to the next: 1 where they run fastest. */
  stride: number
  /** One scale for all channels. */
  alike: boolean
}

/**
 * @param kernel row by row
 * @param inputScale of what the kernel is multiplied with
 */
export function wholeWeights(
  kernel: Float32Array,
  bias: Float32Array,
  inputScale: number,
  { axis, stride, alike }: KernelLayout,
): WholeWeights {
  const channels = bias.length
  const channelOf = (i: number): number => Math.floor(i / stride) % channels
  const facts = Array.from(bias, (one): Channel => ({ largest: 0, bias: one }))
  for (let i = 0; i < kernel.length; i++) {
    const channel = facts[channelOf(i)]!
    channel.largest = Math.max(channel.largest, Math.abs(kernel[i]!))
  }
  const own = facts.map((one) => scaleOf(one, inputScale))
  const scales = alike ? own.fill(Math.max(...own)) : own
  const data = new Int8Array(kernel.length)
  for (let i = 0; i < kernel.length; i++) data[i] = Math.round(kernel[i]! / scales[channelOf(i)]!)
  const biasScales = Float32Array.from(scales, (one) => one * inputScale)
  return {
    kernel: {
      data,
      quantization: { scale: Float32Array.from(alike ? [scales[0]!] : scales), zeroPoint: 0, axis },
    },
    bias: {
      data: Int32Array.from(bias, (one, c) => Math.round(one / biasScales[c]!)),
      quantization: { scale: alike ? biasScales.slice(0, 1) : biasScales, zeroPoint: 0, axis: 0 },
    },
  }
}
