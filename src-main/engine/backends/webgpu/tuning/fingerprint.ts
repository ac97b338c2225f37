// Tells versions of the kernels apart by their text, so that a change of a kernel cannot be forgotten here: what was
// measured with another text does not hold.
import { createHash } from 'node:crypto'
import { sourceOf } from '../program'
import type { Convolution } from '../programs/convolution'
import {
  depthwiseFilterGradient,
  depthwiseInputGradient,
  planDepthwiseFilter,
  planDepthwiseInput,
} from '../programs/depthwise'
import { filterGradient, planFilterGradient } from '../programs/filter-gradient'
import { inputGradient, planInputGradient } from '../programs/input-gradient'

const dense: Convolution = {
  batch: 2,
  inHeight: 9,
  inWidth: 9,
  inChannels: 8,
  outHeight: 5,
  outWidth: 5,
  outChannels: 20,
  filterHeight: 3,
  filterWidth: 3,
  strideHeight: 2,
  strideWidth: 2,
  padTop: 1,
  padLeft: 1,
}
const deep: Convolution = { ...dense, outChannels: 8 }

let made: string | null = null

/** A hash of the texts of all programs that decisions are about, for one shape. */
export function kernelsFingerprint(): string {
  made ??= [
    filterGradient(dense, planFilterGradient(dense)),
    inputGradient(dense, planInputGradient(dense)),
    depthwiseFilterGradient(deep, planDepthwiseFilter(deep)),
    depthwiseInputGradient(deep, planDepthwiseInput(deep)),
  ]
    .reduce((hash, program) => hash.update(sourceOf(program)), createHash('sha256'))
    .digest('hex')
  return made
}
