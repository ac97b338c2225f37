// A model as a Core ML image classifier: a picture in, the most probable class and all probabilities out.
import { foldBatchNormalization, foldZeroPadding, type ModelGraph } from '../graph'
import { INPUT, OUTPUT, withEndNames } from '../end-names'
import { COLOR_SPACE, encodeModel, type CoreMlModel } from './messages'
import { milShape, Writer } from './operations'
import { Program, tensorType } from './program'
import { WeightFile } from './weights'

/** Of iOS 15 and macOS 12, the first with ML Programs. */
const SPECIFICATION_VERSION = 6
const OPSET = 'CoreML5'

/** Names of the outputs, as coremltools gives them to classifiers. */
const LABEL = 'classLabel'
const PROBABILITIES = 'classLabel_probs'

function describe({ labels, preprocessing, description, facts }: ModelGraph): CoreMlModel['description'] {
  const { size: side, channels } = preprocessing
  const { base, cotejo } = description
  return {
    input: [
      {
        name: INPUT,
        shortDescription: `A picture of ${side} × ${side} pixels; the model scales its values itself`,
        type: { imageType: { width: side, height: side, colorSpace: COLOR_SPACE[channels] } },
      },
    ],
    output: [
      { name: LABEL, shortDescription: 'The most probable class', type: { stringType: {} } },
      {
        name: PROBABILITIES,
        shortDescription: 'The probability of each class',
        type: { dictionaryType: { stringKeyType: {} } },
      },
    ],
    predictedFeatureName: LABEL,
    predictedProbabilitiesName: PROBABILITIES,
    metadata: {
      shortDescription: `${facts.name}: an image classifier with ${labels.length} classes`,
      versionString: '1',
      author: `Cotejo ${cotejo}`,
      license: base?.licence ?? '',
      userDefined: {
        labels: JSON.stringify(labels),
        preprocessing: JSON.stringify(preprocessing),
        description: JSON.stringify(description),
        facts: JSON.stringify(facts),
        // Xcode lets one try it on pictures.
        'com.apple.coreml.model.preview.type': 'imageClassifier',
      },
    },
  }
}

/**
 * @returns the bytes of model.mlmodel, and of weights/weight.bin beside it
 * @throws Error for an operation that Core ML does not have
 */
export function coreMlModel(graph: ModelGraph): { model: Uint8Array; weights: Uint8Array } {
  const { operations } = withEndNames(foldZeroPadding(foldBatchNormalization(graph)))
  const weights = new WeightFile()
  const program = new Program(weights)
  const writer = new Writer(program)
  const [input, cast, ...rest] = operations
  writer.alias(input!, INPUT)
  // Core ML hands over numbers from 0 to 255, in the order of channels that the input asks for.
  writer.alias(cast!, INPUT)
  if (rest[0]?.type === 'reverseChannels') writer.alias(rest.shift()!, INPUT)
  for (const operation of rest) writer.add(operation)
  program.classify(writer.nameOf(OUTPUT), graph.labels, LABEL, PROBABILITIES)
  const block = { outputs: [LABEL, PROBABILITIES], operations: program.operations }
  const main = {
    inputs: [{ name: INPUT, type: tensorType('float32', milShape(input!.shape)) }],
    opset: OPSET,
    blockSpecializations: { [OPSET]: block },
  }
  const model = encodeModel({
    specificationVersion: SPECIFICATION_VERSION,
    description: describe(graph),
    mlProgram: { version: 1, functions: { main } },
  })
  return { model, weights: weights.bytes() }
}
