// Tells versions of the kernels apart by their text, so that a change of a kernel cannot be forgotten here: what was
// measured with another text does not hold.
import { createHash } from 'node:crypto'
import { plainFeatures, type Features } from '../precision'
import { sourceOf, type Program } from '../program'
import type { Convolution } from '../programs/convolution'
import {
  depthwiseFilterGradient,
  depthwiseInputGradient,
  planDepthwiseFilter,
  planDepthwiseInput,
} from '../programs/depthwise'
import { filterGradient, planFilterGradient } from '../programs/filter-gradient'
import { forward, planForward } from '../programs/forward'
import { inputGradient, planInputGradient } from '../programs/input-gradient'
import { matMul, planMatMul } from '../programs/matmul'

const dense: Convolution = {
  batch: 64,
  inHeight: 9,
  inWidth: 9,
  inChannels: 64,
  outHeight: 5,
  outWidth: 5,
  outChannels: 64,
  filterHeight: 3,
  filterWidth: 3,
  strideHeight: 2,
  strideWidth: 2,
  padTop: 1,
  padLeft: 1,
}
const matrices = { rows: 64, columns: 512, depth: 4096, transposeA: false, transposeB: true }
const bare = { bias: false, activation: 'linear' } as const

const kinds: readonly Features[] = [
  plainFeatures,
  { ...plainFeatures, half: true },
  { half: true, subgroups: { min: 32, max: 32 }, matrices: { m: 16, n: 16, k: 16 } },
]

function* programs(): Generator<Program> {
  yield depthwiseFilterGradient(dense, planDepthwiseFilter(dense))
  yield depthwiseInputGradient(dense, planDepthwiseInput(dense))
  for (const features of kinds) {
    yield filterGradient(dense, planFilterGradient(dense, features), features)
    yield inputGradient(dense, planInputGradient(dense, features), features)
    const tile = planForward(dense, features)
    if (tile) yield forward(dense, tile, bare, features)
    const plan = planMatMul(matrices, features)
    if (plan) yield matMul(matrices, plan, bare, features)
  }
}

let made: string | null = null

/** A hash of the texts of the programs that decisions are about, for one shape, in all precisions. */
export function kernelsFingerprint(): string {
  if (made === null) {
    const hash = createHash('sha256')
    for (const program of programs()) hash.update(sourceOf(program))
    made = hash.digest('hex')
  }
  return made
}
