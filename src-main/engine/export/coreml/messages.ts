// The protobuf messages of Core ML that an image classifier as an ML Program needs, with the field numbers of the
// specification (mlmodel/format/{Model,FeatureTypes,MIL}.proto, https://github.com/apple/coremltools).
import protobuf from 'protobufjs/light.js'

const field = (id: number, type: string) => ({ id, type })
const repeated = (id: number, type: string) => ({ id, type, rule: 'repeated' })
const map = (id: number, type: string) => ({ id, type, keyType: 'string' })
const fields = <T extends object>(all: T) => ({ fields: all })

const root = protobuf.Root.fromJSON({
  nested: {
    Model: fields({
      specificationVersion: field(1, 'int32'),
      description: field(2, 'ModelDescription'),
      mlProgram: field(502, 'Program'),
    }),
    ModelDescription: fields({
      input: repeated(1, 'FeatureDescription'),
      output: repeated(10, 'FeatureDescription'),
      predictedFeatureName: field(11, 'string'),
      predictedProbabilitiesName: field(12, 'string'),
      metadata: field(100, 'Metadata'),
    }),
    FeatureDescription: fields({
      name: field(1, 'string'),
      shortDescription: field(2, 'string'),
      type: field(3, 'FeatureType'),
    }),
    FeatureType: fields({
      stringType: field(3, 'Empty'),
      imageType: field(4, 'ImageFeatureType'),
      dictionaryType: field(6, 'DictionaryFeatureType'),
    }),
    Empty: fields({}),
    ImageFeatureType: fields({
      width: field(1, 'int64'),
      height: field(2, 'int64'),
      colorSpace: field(3, 'int32'),
    }),
    DictionaryFeatureType: fields({ stringKeyType: field(2, 'Empty') }),
    Metadata: fields({
      shortDescription: field(1, 'string'),
      versionString: field(2, 'string'),
      author: field(3, 'string'),
      license: field(4, 'string'),
      userDefined: map(100, 'string'),
    }),
    Program: fields({ version: field(1, 'int64'), functions: map(2, 'Function') }),
    Function: fields({
      inputs: repeated(1, 'NamedValueType'),
      opset: field(2, 'string'),
      blockSpecializations: map(3, 'Block'),
    }),
    Block: fields({ outputs: repeated(2, 'string'), operations: repeated(3, 'Operation') }),
    Operation: fields({
      type: field(1, 'string'),
      inputs: map(2, 'Argument'),
      outputs: repeated(3, 'NamedValueType'),
      attributes: map(5, 'Value'),
    }),
    Argument: {
      ...fields({ arguments: repeated(1, 'Binding') }),
      nested: { Binding: fields({ name: field(1, 'string'), value: field(2, 'Value') }) },
    },
    NamedValueType: fields({ name: field(1, 'string'), type: field(2, 'ValueType') }),
    ValueType: fields({
      tensorType: field(1, 'TensorType'),
      listType: field(2, 'ListType'),
      dictionaryType: field(4, 'DictionaryType'),
    }),
    TensorType: fields({
      dataType: field(1, 'int32'),
      rank: field(2, 'int64'),
      dimensions: repeated(3, 'Dimension'),
    }),
    ListType: fields({ type: field(1, 'ValueType'), length: field(2, 'Dimension') }),
    DictionaryType: fields({ keyType: field(1, 'ValueType'), valueType: field(2, 'ValueType') }),
    Dimension: {
      ...fields({ constant: field(1, 'ConstantDimension') }),
      nested: { ConstantDimension: fields({ size: field(1, 'uint64') }) },
    },
    Value: {
      ...fields({
        type: field(2, 'ValueType'),
        immediateValue: field(3, 'ImmediateValue'),
        blobFileValue: field(5, 'BlobFileValue'),
      }),
      nested: {
        ImmediateValue: fields({ tensor: field(1, 'TensorValue'), list: field(3, 'ListValue') }),
        BlobFileValue: fields({ fileName: field(1, 'string'), offset: field(2, 'uint64') }),
      },
    },
    ListValue: fields({ values: repeated(1, 'Value') }),
    TensorValue: {
      ...fields({
        floats: field(1, 'Floats'),
        ints: field(2, 'Ints'),
        bools: field(3, 'Bools'),
        strings: field(4, 'Strings'),
      }),
      nested: {
        Floats: fields({ values: repeated(1, 'float') }),
        Ints: fields({ values: repeated(1, 'int32') }),
        Bools: fields({ values: repeated(1, 'bool') }),
        Strings: fields({ values: repeated(1, 'string') }),
      },
    },
  },
})

/** MILSpec.DataType */
export const DATA_TYPE = { bool: 1, string: 2, float32: 11, float64: 12, int32: 23 } as const
/** ImageFeatureType.ColorSpace */
export const COLOR_SPACE = { rgb: 20, bgr: 30 } as const

interface Dimension {
  constant: { size: number }
}

export type ValueType =
  | { tensorType: { dataType: number; rank: number; dimensions: readonly Dimension[] } }
  | { listType: { type: ValueType; length: Dimension } }
  | { dictionaryType: { keyType: ValueType; valueType: ValueType } }

export type TensorValue =
  | { floats: { values: readonly number[] } }
  | { ints: { values: readonly number[] } }
  | { bools: { values: readonly boolean[] } }
  | { strings: { values: readonly string[] } }

export type Value = { type: ValueType } & (
  | { immediateValue: { tensor: TensorValue } | { list: { values: readonly Value[] } } }
  | { blobFileValue: { fileName: string; offset: number } }
)

export interface MilOperation {
  type: string
  inputs: Record<string, { arguments: readonly ({ name: string } | { value: Value })[] }>
  outputs: readonly { name: string; type: ValueType }[]
  attributes: Record<string, Value>
}

export interface Feature {
  name: string
  shortDescription: string
  type:
    | { stringType: object }
    | { imageType: { width: number; height: number; colorSpace: number } }
    | { dictionaryType: { stringKeyType: object } }
}

export interface CoreMlModel {
  specificationVersion: number
  description: {
    input: readonly Feature[]
    output: readonly Feature[]
    predictedFeatureName: string
    predictedProbabilitiesName: string
    metadata: {
      shortDescription: string
      versionString: string
      author: string
      license: string
      userDefined: Record<string, string>
    }
  }
  mlProgram: {
    version: number
    functions: Record<
      string,
      {
        inputs: readonly { name: string; type: ValueType }[]
        opset: string
        blockSpecializations: Record<
          string,
          { outputs: readonly string[]; operations: readonly MilOperation[] }
        >
      }
    >
  }
}

/** @throws Error where a field has the wrong type */
export function encodeModel(model: CoreMlModel): Uint8Array {
  const type = root.lookupType('Model')
  const problem = type.verify(model)
  if (problem) throw new Error(`Not a Core ML model: ${problem}`)
  return type.encode(type.fromObject(model)).finish()
}
