// Projective transforms of pictures (tf.image.transform), for augmentation. The package's own reads outside of the
// picture where it should reflect it.
import { type TensorInfo } from '../../../tf'
import { type Attributes, type Inputs, type Workspace, floats, registerKernel } from './kernel'

type FillMode = 'constant' | 'reflect' | 'wrap' | 'nearest'

function transform(workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo {
  const { image, transforms } = inputs as { image: TensorInfo; transforms: TensorInfo }
  const { interpolation, fillMode, fillValue, outputShape } = attributes as {
    interpolation: 'nearest' | 'bilinear'
    fillMode: FillMode
    fillValue: number
    outputShape?: [number, number]
  }
  const [batch, height, width, channels] = image.shape as [number, number, number, number]
  const [outHeight, outWidth] = outputShape ?? [height, width]
  const result = workspace.empty([batch, outHeight, outWidth, channels])
  const matrices = floats(workspace.backend, transforms)
  const source: Pictures = { values: floats(workspace.backend, image), height, width, channels }
  const target = floats(workspace.backend, result)
  const read = interpolation === 'nearest' ? readNearest : readBilinear
  const oneForAll = transforms.shape[0] === 1
  for (let n = 0, to = 0; n < batch; n++) {
    const m = matrices.subarray(oneForAll ? 0 : 8 * n, oneForAll ? 8 : 8 * n + 8)
    for (let r = 0; r < outHeight; r++) {
      for (let c = 0; c < outWidth; c++, to += channels) {
        const k = m[6]! * c + m[7]! * r + 1
        if (k === 0) {
          target.fill(fillValue, to, to + channels)
          continue
        }
        const column = inside((m[0]! * c + m[1]! * r + m[2]!) / k, width, fillMode)
        const row = inside((m[3]! * c + m[4]! * r + m[5]!) / k, height, fillMode)
        read(source, n, row, column, fillValue, target, to)
      }
    }
  }
  return result
}

interface Pictures {
  values: Float32Array
  height: number
  width: number
  channels: number
}

type Read = (
  from: Pictures,
  n: number,
  row: number,
  column: number,
  fillValue: number,
  target: Float32Array,
  to: number,
) => void

/** A coordinate brought into the picture, as TensorFlow's ImageProjectiveTransformV3 does. */
function inside(coordinate: number, length: number, mode: FillMode): number {
  if (mode === 'constant') return coordinate
  if (coordinate < 0 || coordinate > length - 1) {
    if (mode === 'reflect') {
      // Edges are repeated: d c b a | a b c d | d c b a.
      const period = 2 * length
      const wrapped = coordinate - period * Math.floor(coordinate / period)
      coordinate = wrapped < length ? wrapped : period - wrapped - 1
    } else if (mode === 'wrap') {
      coordinate -= length * Math.floor(coordinate / length)
    }
    coordinate = Math.min(Math.max(coordinate, 0), length - 1)
  }
  return coordinate
}

const readNearest: Read = ({ values, height, width, channels }, n, row, column, fillValue, target, to) => {
  const i = Math.round(row)
  const j = Math.round(column)
  if (i < 0 || i >= height || j < 0 || j >= width) {
    target.fill(fillValue, to, to + channels)
    return
  }
  const from = ((n * height + i) * width + j) * channels
  for (let c = 0; c < channels; c++) target[to + c] = values[from + c]!
}

const readBilinear: Read = ({ values, height, width, channels }, n, row, column, fillValue, target, to) => {
  const top = Math.floor(row)
  const left = Math.floor(column)
  const below = row - top
  const right = column - left
  const hasTop = top >= 0 && top < height
  const hasBottom = top >= -1 && top < height - 1
  const hasLeft = left >= 0 && left < width
  const hasRight = left >= -1 && left < width - 1
  const from = ((n * height + top) * width + left) * channels
  const next = from + width * channels
  for (let c = 0; c < channels; c++) {
    const topLeft = hasTop && hasLeft ? values[from + c]! : fillValue
    const topRight = hasTop && hasRight ? values[from + channels + c]! : fillValue
    const bottomLeft = hasBottom && hasLeft ? values[next + c]! : fillValue
    const bottomRight = hasBottom && hasRight ? values[next + channels + c]! : fillValue
    target[to + c] =
      (1 - below) * ((1 - right) * topLeft + right * topRight) +
      below * ((1 - right) * bottomLeft + right * bottomRight)
  }
}

export const registerTransform = () => registerKernel('Transform', transform)
