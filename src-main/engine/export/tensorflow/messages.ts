// The protobuf messages of TensorFlow that a classifier needs, with the field numbers of tensorflow/core/protobuf and
// tensorflow/core/framework (graph.proto, node_def.proto, attr_value.proto, tensor.proto, meta_graph.proto,
// saved_model.proto).
import protobuf from 'protobufjs/light.js'

const field = (id: number, type: string) => ({ id, type })
const repeated = (id: number, type: string) => ({ id, type, rule: 'repeated' })
const map = (id: number, type: string) => ({ id, type, keyType: 'string' })

/** Numbers of types in TensorFlow. The one that is 0 is what a message without a type means. */
export const DataType = {
  DT_INVALID: 0,
  DT_FLOAT: 1,
  DT_INT32: 3,
  DT_UINT8: 4,
  DT_STRING: 7,
  DT_INT64: 9,
} as const
export type DataType = keyof typeof DataType

const root = protobuf.Root.fromJSON({
  nested: {
    DataType: { values: DataType },
    SavedModel: {
      fields: { savedModelSchemaVersion: field(1, 'int64'), metaGraphs: repeated(2, 'MetaGraphDef') },
    },
    MetaGraphDef: {
      fields: {
        metaInfoDef: field(1, 'MetaInfoDef'),
        graphDef: field(2, 'GraphDef'),
        signatureDef: map(5, 'SignatureDef'),
        assetFileDef: repeated(6, 'AssetFileDef'),
      },
    },
    MetaInfoDef: {
      fields: {
        metaGraphVersion: field(1, 'string'),
        tags: repeated(4, 'string'),
        tensorflowVersion: field(5, 'string'),
      },
    },
    SignatureDef: {
      fields: { inputs: map(1, 'TensorInfo'), outputs: map(2, 'TensorInfo'), methodName: field(3, 'string') },
    },
    TensorInfo: {
      fields: {
        name: field(1, 'string'),
        dtype: field(2, 'DataType'),
        tensorShape: field(3, 'TensorShapeProto'),
      },
    },
    AssetFileDef: { fields: { tensorInfo: field(1, 'TensorInfo'), filename: field(2, 'string') } },
    GraphDef: { fields: { node: repeated(1, 'NodeDef'), versions: field(4, 'VersionDef') } },
    VersionDef: { fields: { producer: field(1, 'int32'), minConsumer: field(2, 'int32') } },
    NodeDef: {
      fields: {
        name: field(1, 'string'),
        op: field(2, 'string'),
        input: repeated(3, 'string'),
        attr: map(5, 'AttrValue'),
      },
    },
    AttrValue: {
      oneofs: { value: { oneof: ['list', 's', 'i', 'f', 'b', 'type', 'shape', 'tensor'] } },
      fields: {
        list: field(1, 'ListValue'),
        s: field(2, 'bytes'),
        i: field(3, 'int64'),
        f: field(4, 'float'),
        b: field(5, 'bool'),
        type: field(6, 'DataType'),
        shape: field(7, 'TensorShapeProto'),
        tensor: field(8, 'TensorProto'),
      },
    },
    ListValue: { fields: { i: repeated(3, 'int64') } },
    TensorShapeProto: {
      fields: { dim: repeated(2, 'Dim') },
      nested: { Dim: { fields: { size: field(1, 'int64') } } },
    },
    TensorProto: {
      fields: {
        dtype: field(1, 'DataType'),
        tensorShape: field(2, 'TensorShapeProto'),
        tensorContent: field(4, 'bytes'),
        stringVal: repeated(8, 'bytes'),
      },
    },
  },
})

export const SavedModel = root.lookupType('SavedModel')
export const GraphDef = root.lookupType('GraphDef')

/** The version of graphs that TensorFlow 2.4 wrote: older programs say so instead of misreading it. */
export const PRODUCER = 561
