// A TensorFlow Lite model as plain values, as it stands in the file: tensors by number, operators over them.
import { type Fused, type OperatorName, type TensorType } from './schema'

/** real = scale · (stored − zeroPoint); one scale, or one for each index of `axis` (zero points are 0 then). */
export interface Quantization {
  readonly scale: Float32Array
  readonly zeroPoint: number
  readonly axis: number
}

export interface TfliteTensor {
  readonly name: string
  /** The batch is 1: runtimes that can take more resize the input. */
  readonly shape: readonly number[]
  readonly type: TensorType
  /** Of a constant; null where it is computed. */
  readonly data: Float32Array | Uint16Array | Int32Array | Int8Array | null
  readonly quantization: Quantization | null
}

/** [height, width] */
export type Pair = readonly [number, number]

/** What an operator is told beside its inputs. */
export type Options =
  | {
      kind: 'convolution'
      padding: 'same' | 'valid'
      strides: Pair
      dilations: Pair
      /** Of a depthwise one. */
      multiplier: number | null
      fused: Fused
    }
  | { kind: 'pool'; padding: 'same' | 'valid'; strides: Pair; window: Pair }
  | { kind: 'fused'; fused: Fused }
  | { kind: 'concatenation'; axis: number }
  | { kind: 'reducer'; keepDimensions: boolean }
  | { kind: 'softmax' }
  | { kind: 'cast'; from: TensorType; to: TensorType }
  | { kind: 'none' }

export interface TfliteOperator {
  readonly name: OperatorName
  /** Numbers of tensors. */
  readonly inputs: readonly number[]
  readonly output: number
  readonly options: Options
  /** Stays in floating point where everything else becomes integers: it would lose too much. */
  readonly float?: boolean
}

export interface TfliteModel {
  readonly tensors: readonly TfliteTensor[]
  readonly operators: readonly TfliteOperator[]
  readonly input: number
  readonly output: number
}

/**
 * The version of an operator: the lowest that has what is used of it, so that old runtimes take the model. The
 * converter's own table is tensorflow/lite/tools/versioning/op_version.cc.
 */
export function versionOf(
  { name, inputs, output, options }: TfliteOperator,
  { tensors }: TfliteModel,
): number {
  const [x, y, z] = [tensors[inputs[0]!]!, tensors[inputs[1] ?? 0]!, tensors[output]!]
  const int8 = x.type === 'int8'
  const scale = (tensor: TfliteTensor) => tensor.quantization?.scale[0] ?? 0
  switch (name) {
    case 'CONV_2D':
      return int8 ? 3 : 1
    case 'DEPTHWISE_CONV_2D':
      if (int8) return 3
      return options.kind === 'convolution' && options.dilations.some((one) => one > 1) ? 2 : 1
    case 'FULLY_CONNECTED':
      return int8 ? 4 : 1
    case 'MUL':
      if (!int8) return 1
      return scale(x) * scale(y) >= scale(z) ? 3 : 2
    case 'DEQUANTIZE':
      return x.type === 'float16' ? 3 : 2
    case 'CAST':
    case 'ELU':
    case 'HARD_SWISH':
    case 'QUANTIZE':
    case 'RESHAPE':
      return 1
    default:
      return int8 ? 2 : 1
  }
}
