// The protobuf messages of ONNX that a classifier needs, with the field numbers of the specification
// (onnx/onnx.proto, https://github.com/onnx/onnx). They have not changed since IR version 3.
import protobuf from 'protobufjs/light.js'

const field = (id: number, type: string) => ({ id, type })
const repeated = (id: number, type: string) => ({ id, type, rule: 'repeated' })

const root = protobuf.Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        irVersion: field(1, 'int64'),
        producerName: field(2, 'string'),
        producerVersion: field(3, 'string'),
        docString: field(6, 'string'),
        graph: field(7, 'GraphProto'),
        opsetImport: repeated(8, 'OperatorSetIdProto'),
        metadataProps: repeated(14, 'StringStringEntryProto'),
      },
    },
    OperatorSetIdProto: { fields: { domain: field(1, 'string'), version: field(2, 'int64') } },
    StringStringEntryProto: { fields: { key: field(1, 'string'), value: field(2, 'string') } },
    GraphProto: {
      fields: {
        node: repeated(1, 'NodeProto'),
        name: field(2, 'string'),
        initializer: repeated(5, 'TensorProto'),
        input: repeated(11, 'ValueInfoProto'),
        output: repeated(12, 'ValueInfoProto'),
      },
    },
    NodeProto: {
      fields: {
        input: repeated(1, 'string'),
        output: repeated(2, 'string'),
        name: field(3, 'string'),
        opType: field(4, 'string'),
        attribute: repeated(5, 'AttributeProto'),
      },
    },
    AttributeProto: {
      fields: {
        name: field(1, 'string'),
        f: field(2, 'float'),
        i: field(3, 'int64'),
        ints: { ...repeated(8, 'int64'), options: { packed: false } },
        type: field(20, 'int32'),
      },
    },
    TensorProto: {
      fields: {
        dims: { ...repeated(1, 'int64'), options: { packed: false } },
        dataType: field(2, 'int32'),
        name: field(8, 'string'),
        rawData: field(9, 'bytes'),
      },
    },
    ValueInfoProto: {
      fields: { name: field(1, 'string'), type: field(2, 'TypeProto'), docString: field(3, 'string') },
    },
    TypeProto: {
      fields: { tensorType: field(1, 'Tensor'), denotation: field(6, 'string') },
      nested: {
        Tensor: { fields: { elemType: field(1, 'int32'), shape: field(2, 'TensorShapeProto') } },
      },
    },
    TensorShapeProto: {
      fields: { dim: repeated(1, 'Dimension') },
      nested: {
        Dimension: {
          fields: {
            dimValue: field(1, 'int64'),
            dimParam: field(2, 'string'),
            denotation: field(3, 'string'),
          },
        },
      },
    },
  },
})

/** TensorProto.DataType */
export const DATA_TYPE = { float: 1, uint8: 2, int64: 7 } as const
/** AttributeProto.AttributeType */
export const ATTRIBUTE_TYPE = { float: 1, int: 2, ints: 7 } as const

export interface AttributeProto {
  name: string
  type: number
  f?: number
  i?: number
  ints?: readonly number[]
}

export interface NodeProto {
  opType: string
  name: string
  input: readonly string[]
  output: readonly string[]
  attribute: readonly AttributeProto[]
}

export interface TensorProto {
  name: string
  dims: readonly number[]
  dataType: number
  rawData: Uint8Array
}

export interface ValueInfoProto {
  name: string
  docString?: string
  type: {
    denotation?: string
    tensorType: {
      elemType: number
      shape: { dim: readonly { dimValue?: number; dimParam?: string; denotation?: string }[] }
    }
  }
}

export interface ModelProto {
  irVersion: number
  producerName: string
  producerVersion: string
  docString: string
  opsetImport: readonly { domain: string; version: number }[]
  metadataProps: readonly { key: string; value: string }[]
  graph: {
    name: string
    node: readonly NodeProto[]
    initializer: readonly TensorProto[]
    input: readonly ValueInfoProto[]
    output: readonly ValueInfoProto[]
  }
}

/** @throws Error where a field has the wrong type */
export function encodeModel(model: ModelProto): Uint8Array {
  const type = root.lookupType('ModelProto')
  const problem = type.verify(model)
  if (problem) throw new Error(`Not an ONNX model: ${problem}`)
  return type.encode(type.fromObject(model)).finish()
}
