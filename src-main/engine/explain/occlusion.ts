// Occlusion: Zeiler, Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014 (arXiv 1311.2901),
// section 4.2. A patch is laid over each place of the picture in turn; where it lowers the probability of the class,
// there is something that speaks for the class. It knows nothing of the network's inside, so it suits any.
import { type ImageReader } from '../models/inference'

export interface Occlusion {
  /** Side of the patch in pixels. */
  patch: number
  /** Upper and left edges of the patch, ascending: the last patch ends at the picture's edge. */
  starts: number[]
}

/** A seventh of the picture at a time, moved by half a patch: about 13 × 13 places. */
export function occlusionOf(size: number): Occlusion {
  const patch = Math.max(2, 2 * Math.round(size / 14))
  const stride = patch / 2
  const starts: number[] = []
  for (let at = 0; at < size - patch; at += stride) starts.push(at)
  return { patch, starts: [...starts, size - patch] }
}

/** The picture's mean colour: a patch of it leaves the brightness of the whole as it is. */
export function meanColour(pixels: Uint8Array): [number, number, number] {
  const sums = [0, 0, 0]
  for (let i = 0; i < pixels.length; i++) sums[i % 3]! += pixels[i]!
  const count = pixels.length / 3
  return sums.map((sum) => Math.round(sum / count)) as [number, number, number]
}

/**
 * The picture with each patch in turn: picture 0 is the whole one, picture 1 + row · columns + column has that patch
 * covered. Made when they are read, batch by batch.
 */
export function occluded(pixels: Uint8Array, size: number, { patch, starts }: Occlusion): ImageReader {
  const colour = meanColour(pixels)
  return {
    size,
    read(indices, into) {
      for (let i = 0; i < indices.length; i++) {
        const picture = into.subarray(i * pixels.length, (i + 1) * pixels.length)
        picture.set(pixels)
        if (indices[i] === 0) continue
        const place = indices[i]! - 1
        const top = starts[Math.floor(place / starts.length)]!
        const left = starts[place % starts.length]!
        for (let y = top; y < top + patch; y++)
          for (let x = left; x < left + patch; x++) picture.set(colour, 3 * (y * size + x))
      }
    },
  }
}

/**
 * @param probabilities row-major, of the pictures of `occluded`
 * @returns how much each patch lowers the probability of `label`, row by row; zero where it does not
 */
export function occlusionHeat(probabilities: Float32Array, classes: number, label: number): Float32Array {
  const whole = probabilities[label]!
  const places = probabilities.length / classes - 1
  return Float32Array.from({ length: places }, (_, i) =>
    Math.max(0, whole - probabilities[(i + 1) * classes + label]!),
  )
}
