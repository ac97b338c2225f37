// The bytes of saved_model.pb: one graph with the tag `serve`, its signatures, its labels as an asset.
import { type ModelGraph } from '../graph'
import { DataType, PRODUCER, SavedModel } from './messages'
import { bool, FLOAT, shapeProto, type, type Constant, type Node, type Nodes } from './nodes'
import { graphNodes } from './operations'

const PREDICT = 'tensorflow/serving/predict'

function tensorOf({ dtype, shape, values }: Constant) {
  const about = { dtype: DataType[dtype], tensorShape: shapeProto(shape) }
  if (ArrayBuffer.isView(values)) {
    const { buffer, byteOffset, byteLength } = values as Float32Array
    return { ...about, tensorContent: new Uint8Array(buffer, byteOffset, byteLength) }
  }
  return { ...about, stringVal: (values as readonly string[]).map((one) => Buffer.from(one, 'utf8')) }
}

const withValue = (node: Node, constants: Nodes['constants']) => {
  const constant = constants.get(node.name)
  return constant ? { ...node, attr: { ...node.attr, value: { tensor: tensorOf(constant) } } } : node
}

const info = (name: string, dtype: DataType, shape: readonly number[]) => ({
  name: `${name}:0`,
  dtype: DataType[dtype],
  tensorShape: shapeProto(shape),
})

/** Nodes that say the most probable class in words. @returns outputs of the signature `classify` */
function classifyNodes(nodes: Nodes, { output, labels }: ModelGraph) {
  const names = nodes.constant({ name: 'labels', dtype: 'DT_STRING', shape: [labels.length], values: labels })
  const axis = nodes.ints('classify/axis', [], [1])
  const index = nodes.add('ArgMax', 'classify/index', [output, axis], {
    T: FLOAT,
    Tidx: type('DT_INT32'),
    output_type: type('DT_INT32'),
  })
  const first = nodes.ints('classify/first', [], [0])
  const gather = { Tparams: type('DT_STRING'), Tindices: type('DT_INT32'), Taxis: type('DT_INT32') }
  const label = nodes.add('GatherV2', 'classify/label', [names, index, first], gather)
  const over = { T: FLOAT, Tidx: type('DT_INT32'), keep_dims: bool(false) }
  const score = nodes.add('Max', 'classify/score', [output, axis], over)
  return {
    label: info(label, 'DT_STRING', [-1]),
    score: info(score, 'DT_FLOAT', [-1]),
    labels: info(names, 'DT_STRING', [labels.length]),
  }
}

/**
 * @param graph without batch normalization
 * @returns the bytes of saved_model.pb; signatures `serving_default` (image → probabilities) and `classify` (image →
 *   label, score, probabilities, labels)
 */
export function savedModel(graph: ModelGraph): Uint8Array {
  const nodes = graphNodes(graph)
  const input = graph.operations[0]!
  const probabilities = info(graph.output, 'DT_FLOAT', [-1, graph.labels.length])
  const inputs = { image: info(input.name, 'DT_UINT8', input.shape) }
  const words = classifyNodes(nodes, graph)
  const asset = nodes.constant({
    name: 'labels_file',
    dtype: 'DT_STRING',
    shape: [],
    values: ['assets/labels.txt'],
  })
  return SavedModel.encode({
    savedModelSchemaVersion: 1,
    metaGraphs: [
      {
        metaInfoDef: { tags: ['serve'], tensorflowVersion: '2.4.0' },
        graphDef: {
          node: nodes.nodes.map((node) => withValue(node, nodes.constants)),
          versions: { producer: PRODUCER, minConsumer: 12 },
        },
        signatureDef: {
          serving_default: { inputs, outputs: { probabilities }, methodName: PREDICT },
          classify: { inputs, outputs: { probabilities, ...words }, methodName: PREDICT },
        },
        assetFileDef: [{ tensorInfo: info(asset, 'DT_STRING', []), filename: 'labels.txt' }],
      },
    ],
  }).finish()
}
