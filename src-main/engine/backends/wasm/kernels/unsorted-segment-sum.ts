// Sums rows by the segment that each belongs to: the gradient of gather.
import { tf, type TensorInfo } from '../../../tf'
import { type Attributes, type Inputs, type Workspace, floats, registerKernel } from './kernel'

/** Rows whose segment is negative or too large are left out, as in TensorFlow. */
function unsortedSegmentSum(workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo {
  const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo }
  const segments = attributes.numSegments as number
  const rest = x.shape.slice(segmentIds.shape.length)
  const width = tf.util.sizeFromShape(rest)
  const sums = workspace.empty([segments, ...rest], x.dtype)
  const into = floats(workspace.backend, sums)
  const values = floats(workspace.backend, x)
  into.fill(0)
  workspace.backend.typedArrayFromHeap(segmentIds).forEach((segment, row) => {
    if (segment < 0 || segment >= segments) return
    for (let i = 0; i < width; i++) into[segment * width + i]! += values[row * width + i]!
  })
  return sums
}

export const registerUnsortedSegmentSum = () => registerKernel('UnsortedSegmentSum', unsortedSegmentSum)
