// A model as an ONNX file: pictures of 8-bit values in, probabilities out; labels and preprocessing in its metadata.
import { INPUT, OUTPUT, withEndNames } from '../end-names'
import { foldBatchNormalization, foldZeroPadding, type ModelGraph } from '../graph'
import { DATA_TYPE, encodeModel, type ValueInfoProto } from './messages'
import { Nodes } from './nodes'

/**
 * Operator set and IR version: of January 2022 (ONNX 1.11 and 1.12). Old enough for every runtime in use and for those that
 * come with phones and boards, new enough for HardSwish and LayerNormalization as operators.
 */
export const OPSET = 17
const IR_VERSION = 8

const batch = { dimParam: 'batch', denotation: 'DATA_BATCH' }

function inputInfo(size: number): ValueInfoProto {
  const feature = { dimValue: size, denotation: 'DATA_FEATURE' }
  const dim = [batch, feature, feature, { dimValue: 3, denotation: 'DATA_CHANNEL' }]
  return {
    name: INPUT,
    docString: `RGB pictures of ${size} × ${size} pixels, 8-bit values from 0 to 255, rows first, channels last`,
    type: { denotation: 'IMAGE', tensorType: { elemType: DATA_TYPE.uint8, shape: { dim } } },
  }
}

const outputInfo = (classes: number): ValueInfoProto => ({
  name: OUTPUT,
  docString: 'One probability for each label, in the order of "labels" in the metadata',
  type: { tensorType: { elemType: DATA_TYPE.float, shape: { dim: [batch, { dimValue: classes }] } } },
})

/** What travels in the file beside the graph. The `Image.` keys are those of ONNX's MetadataProps.md. */
function metadata({ labels, preprocessing, description, facts }: ModelGraph) {
  const entries = {
    labels: JSON.stringify(labels),
    preprocessing: JSON.stringify(preprocessing),
    description: JSON.stringify(description),
    facts: JSON.stringify(facts),
    'Image.BitmapPixelFormat': 'Rgb8',
    'Image.ColorSpaceGamma': 'SRGB',
    'Image.NominalPixelRange': 'NominalRange_0_255',
  }
  return Object.entries(entries).map(([key, value]) => ({ key, value }))
}

/**
 * @returns the file's bytes
 * @throws Error for an operation that ONNX does not have
 */
export function onnxModel(graph: ModelGraph): Uint8Array {
  const simple = withEndNames(foldZeroPadding(foldBatchNormalization(graph)))
  const nodes = new Nodes()
  for (const operation of simple.operations) nodes.add(operation)
  const { description, facts, labels, preprocessing } = graph
  return encodeModel({
    irVersion: IR_VERSION,
    producerName: 'Cotejo',
    producerVersion: description.cotejo,
    docString: `${facts.name}: an image classifier with ${labels.length} classes`,
    opsetImport: [{ domain: '', version: OPSET }],
    metadataProps: metadata(graph),
    graph: {
      name: 'classifier',
      node: nodes.nodes,
      initializer: nodes.initializers,
      input: [inputInfo(preprocessing.size)],
      output: [outputInfo(labels.length)],
    },
  })
}
