// A model as the bytes of a .tflite file: the tables of tensorflow/lite/schema/schema.fbs that a classifier needs.
// Comments name the fields that are written, by their places in the schema.
import { bytesOf } from '../layout'
import {
  Builder,
  bytes,
  float32s,
  int32s,
  int64s,
  offsets,
  table,
  type Field,
  type Offset,
} from './flatbuffer'
import { versionOf, type Quantization, type TfliteModel, type TfliteOperator } from './model'
import { FUSED, OPERATOR, OPTIONS, PADDING, TENSOR_TYPE } from './schema'

/** Runtimes read weights where they are. */
const ALIGNMENT = 16
/** Room for everything that is not weights, at the start: growing copies all of it. */
const ROOM = 1 << 20

/** What a file holds beside the model: `name` as runtimes look it up. */
export interface Attachment {
  readonly name: string
  readonly data: Uint8Array
}

function optionFields({ options }: TfliteOperator): Field[] {
  switch (options.kind) {
    case 'convolution': {
      const { padding, strides, dilations, multiplier, fused } = options
      // padding, stride_w, stride_h, [depth_multiplier,] fused_activation_function, dilation_w_factor, dilation_h_factor
      const next = multiplier === null ? 3 : 4
      return [
        [0, 'int8', PADDING[padding]],
        [1, 'int32', strides[1]],
        [2, 'int32', strides[0]],
        ...(multiplier === null ? [] : [[3, 'int32', multiplier] as const]),
        [next, 'int8', FUSED[fused]],
        [next + 1, 'int32', dilations[1], 1],
        [next + 2, 'int32', dilations[0], 1],
      ]
    }
    case 'pool':
      // padding, stride_w, stride_h, filter_width, filter_height
      return [
        [0, 'int8', PADDING[options.padding]],
        [1, 'int32', options.strides[1]],
        [2, 'int32', options.strides[0]],
        [3, 'int32', options.window[1]],
        [4, 'int32', options.window[0]],
      ]
    case 'fused':
      return [[0, 'int8', FUSED[options.fused]]]
    case 'concatenation':
      return [[0, 'int32', options.axis]]
    case 'reducer':
      // keep_dims
      return [[0, 'int8', options.keepDimensions ? 1 : 0]]
    case 'softmax':
      // beta
      return [[0, 'float32', 1]]
    case 'cast':
      // in_data_type, out_data_type
      return [
        [0, 'int8', TENSOR_TYPE[options.from]],
        [1, 'int8', TENSOR_TYPE[options.to]],
      ]
    case 'none':
      return []
  }
}

/** Fields of the largest options table, DepthwiseConv2DOptions. */
const OPTION_SLOTS = 7

function quantization(builder: Builder, { scale, zeroPoint, axis }: Quantization): Offset {
  const scales = float32s(builder, scale)
  const zeros = int64s(
    builder,
    Array.from(scale, () => zeroPoint),
  )
  // scale, zero_point, quantized_dimension
  return table(builder, 7, [
    [2, 'offset', scales],
    [3, 'offset', zeros],
    [6, 'int32', axis],
  ])
}

class Writer {
  readonly builder: Builder
  /** Tables Buffer; the first is empty, for tensors that are computed. */
  readonly buffers: Offset[]
  readonly #codes = new Map<string, number>()
  readonly #codeTables: Offset[] = []

  constructor(room: number) {
    this.builder = new Builder(room)
    this.buffers = [table(this.builder, 3, [])]
  }

  /** @returns the number of the buffer */
  buffer(data: Uint8Array): number {
    const vector = bytes(this.builder, data, ALIGNMENT)
    // data
    return this.buffers.push(table(this.builder, 3, [[0, 'offset', vector]])) - 1
  }

  tensors({ tensors }: TfliteModel): Offset {
    const made = tensors.map(({ name, shape, type, data, quantization: scaling }) => {
      const buffer = data ? this.buffer(bytesOf(data)) : 0
      const [sides, title] = [int32s(this.builder, shape), this.builder.createString(name)]
      // shape, type, buffer, name, quantization, has_rank
      return table(this.builder, 10, [
        [0, 'offset', sides],
        [1, 'int8', TENSOR_TYPE[type]],
        [2, 'int32', buffer],
        [3, 'offset', title],
        [4, 'offset', scaling && quantization(this.builder, scaling)],
        [8, 'int8', 1],
      ])
    })
    return offsets(this.builder, made)
  }

  /** @returns the number of the operator code, which operators of the same kind and version share */
  #code(operator: TfliteOperator, model: TfliteModel): number {
    const [code, version] = [OPERATOR[operator.name], versionOf(operator, model)]
    const key = `${code} ${version}`
    const known = this.#codes.get(key)
    if (known !== undefined) return known
    // deprecated_builtin_code (for old runtimes; 127 says: look at the new field), version, builtin_code
    const made = table(this.builder, 4, [
      [0, 'int8', Math.min(code, 127)],
      [2, 'int32', version, 1],
      [3, 'int32', code],
    ])
    this.#codes.set(key, this.#codeTables.length)
    return this.#codeTables.push(made) - 1
  }

  operators(model: TfliteModel): Offset {
    const made = model.operators.map((operator) => {
      const code = this.#code(operator, model)
      const type = OPTIONS[operator.name] ?? 0
      const options = type === 0 ? null : table(this.builder, OPTION_SLOTS, optionFields(operator))
      const [from, to] = [int32s(this.builder, operator.inputs), int32s(this.builder, [operator.output])]
      // opcode_index, inputs, outputs, builtin_options_type, builtin_options
      return table(this.builder, 9, [
        [0, 'int32', code],
        [1, 'offset', from],
        [2, 'offset', to],
        [3, 'int8', type],
        [4, 'offset', options],
      ])
    })
    return offsets(this.builder, made)
  }

  codes = (): Offset => offsets(this.builder, this.#codeTables)

  /** What programs ask for by name: input and output under their own names. */
  signature({ tensors, input, output }: TfliteModel): Offset {
    const ends = [input, output].map((number) => {
      const name = this.builder.createString(tensors[number]!.name)
      // TensorMap: name, tensor_index
      const entry: Field[] = [
        [0, 'offset', name],
        [1, 'int32', number],
      ]
      return offsets(this.builder, [table(this.builder, 2, entry)])
    })
    const key = this.builder.createString('serving_default')
    // inputs, outputs, signature_key
    const made = table(this.builder, 5, [
      [0, 'offset', ends[0]!],
      [1, 'offset', ends[1]!],
      [2, 'offset', key],
    ])
    return offsets(this.builder, [made])
  }

  metadata(attachments: readonly Attachment[]): Offset {
    const made = attachments.map(({ name, data }) => {
      const buffer = this.buffer(data)
      const title = this.builder.createString(name)
      // name, buffer
      return table(this.builder, 2, [
        [0, 'offset', title],
        [1, 'int32', buffer],
      ])
    })
    return offsets(this.builder, made)
  }
}

/** @returns the file's bytes */
export function tfliteBytes(
  model: TfliteModel,
  description: string,
  attachments: readonly Attachment[],
): Uint8Array {
  const sizes = [...model.tensors, ...attachments].map(({ data }) => (data ? data.byteLength + 64 : 0))
  const writer = new Writer(sizes.reduce((sum, size) => sum + size, ROOM))
  const { builder } = writer
  const tensors = writer.tensors(model)
  const operators = writer.operators(model)
  const [inputs, outputs] = [int32s(builder, [model.input]), int32s(builder, [model.output])]
  const name = builder.createString('main')
  // tensors, inputs, outputs, operators, name
  const subgraph = table(builder, 5, [
    [0, 'offset', tensors],
    [1, 'offset', inputs],
    [2, 'offset', outputs],
    [3, 'offset', operators],
    [4, 'offset', name],
  ])
  const subgraphs = offsets(builder, [subgraph])
  const signatures = writer.signature(model)
  const metadata = writer.metadata(attachments)
  const [codes, about] = [writer.codes(), builder.createString(description)]
  const buffers = offsets(builder, writer.buffers)
  // version, operator_codes, subgraphs, description, buffers, metadata, signature_defs
  const root = table(builder, 8, [
    [0, 'int32', 3],
    [1, 'offset', codes],
    [2, 'offset', subgraphs],
    [3, 'offset', about],
    [4, 'offset', buffers],
    [6, 'offset', metadata],
    [7, 'offset', signatures],
  ])
  builder.finish(root, 'TFL3')
  return builder.asUint8Array()
}
