// A TensorFlow graph as TensorFlow.js takes it: the protobuf's JSON, and constants as a list of weights of their own.
import { DataType, GraphDef, PRODUCER } from './messages'
import { shapeProto, type Nodes } from './nodes'

export interface WeightSpec {
  name: string
  shape: number[]
  dtype: 'float32' | 'int32'
}

export interface GraphJson {
  /** Of model.json; constants have their type and shape here, and no values. */
  modelTopology: object
  weightSpecs: WeightSpec[]
  /** The values, one after the other, little endian. */
  weightData: Uint8Array
}

export function graphJson({ nodes, constants }: Nodes): GraphJson {
  const node = nodes.map((one) => {
    const constant = constants.get(one.name)
    if (!constant) return one
    const tensor = { dtype: DataType[constant.dtype], tensorShape: shapeProto(constant.shape) }
    return { ...one, attr: { ...one.attr, value: { tensor } } }
  })
  const message = GraphDef.fromObject({ node, versions: { producer: PRODUCER } })
  const weightSpecs: WeightSpec[] = []
  const parts: Uint8Array[] = []
  for (const { name, shape, values } of constants.values()) {
    if (!ArrayBuffer.isView(values)) throw new Error('TensorFlow.js has no words among its weights')
    const { buffer, byteOffset, byteLength } = values as Float32Array
    parts.push(new Uint8Array(buffer, byteOffset, byteLength))
    weightSpecs.push({ name, shape: [...shape], dtype: values instanceof Int32Array ? 'int32' : 'float32' })
  }
  return {
    modelTopology: GraphDef.toObject(message, { enums: String, longs: String, bytes: String }),
    weightSpecs,
    weightData: Buffer.concat(parts),
  }
}
