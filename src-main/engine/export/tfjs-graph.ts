// TensorFlow.js's graph model: pictures as they are in, probabilities out, preprocessing inside. Opened by
// tf.loadGraphModel in browsers and Node.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { tf, type Tensor } from '../tf'
import { EXACT, type Consumer, type Format } from './format'
import { foldBatchNormalization, type ModelGraph } from './graph'
import { type FormatText } from './readme'
import { graphJson } from './tensorflow/graph-json'
import { graphNodes } from './tensorflow/operations'

const MODEL_FILE = 'model.json'
const WEIGHTS_FILE = 'weights.bin'

const about = ({ preprocessing: { size } }: ModelDescription): FormatText => ({
  format: 'a TensorFlow.js graph model',
  usage: `\`\`\`js
// npm install @tensorflow/tfjs
import * as tf from '@tensorflow/tfjs'

const model = await tf.loadGraphModel('https://example.org/path/model.json')
const { labels } = model.metadata
// \`input\`: int32 [1, ${size}, ${size}, 3], for instance tf.browser.fromPixels(canvas).expandDims()
const probabilities = await model.predict(input).data()
console.log(labels[probabilities.indexOf(Math.max(...probabilities))])
\`\`\`

In Node, \`@tensorflow/tfjs-node\` loads it with \`file://path/model.json\`.`,
  inside: true,
  files: [['`model.json`, `weights.bin`', "the model, in TensorFlow.js's graph format"]],
})

const tensorInfo = (name: string, dtype: string, shape: readonly number[]) => ({
  name: `${name}:0`,
  dtype,
  tensorShape: { dim: shape.map((size) => ({ size: String(size) })) },
})

function signatureOf({ operations, output, labels }: ModelGraph) {
  const input = operations[0]!
  return {
    inputs: { [input.name]: tensorInfo(input.name, 'DT_UINT8', input.shape) },
    outputs: { [output]: tensorInfo(output, 'DT_FLOAT', [-1, labels.length]) },
  }
}

async function open(folder: string, { preprocessing: { size } }: ModelDescription): Promise<Consumer> {
  const model = await tf.loadGraphModel({
    load: async () => {
      const json = JSON.parse(await readFile(join(folder, MODEL_FILE), 'utf8'))
      return await tf.io.getModelArtifactsForJSON(json, async (manifest) => {
        const { buffer } = new Uint8Array(await readFile(join(folder, WEIGHTS_FILE)))
        return [manifest.flatMap((group) => group.weights), buffer]
      })
    },
  })
  return {
    runtime: `TensorFlow.js ${tf.version.tfjs}`,
    async predict(pixels, count) {
      const images = tf.tensor4d(Int32Array.from(pixels), [count, size, size, 3], 'int32')
      const said = model.predict(images) as Tensor
      try {
        return (await said.data()) as Float32Array
      } finally {
        tf.dispose([images, said])
      }
    },
    dispose: () => model.dispose(),
  }
}

/** Writes model.json and weights.bin. Labels travel in `userDefinedMetadata`, which is `model.metadata`. */
export const tfjsGraph: Format = {
  about,
  async write(folder, run) {
    const graph = await run.graph()
    const { modelTopology, weightSpecs, weightData } = graphJson(graphNodes(foldBatchNormalization(graph)))
    const model = {
      format: 'graph-model',
      generatedBy: 'TensorFlow 2.4.0',
      convertedBy: `Cotejo ${graph.description.cotejo}`,
      signature: signatureOf(graph),
      modelTopology,
      weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }],
      userDefinedMetadata: { ...graph.description, facts: graph.facts },
    }
    await writeFile(join(folder, WEIGHTS_FILE), weightData)
    await writeFile(join(folder, MODEL_FILE), JSON.stringify(model))
  },
  open: (folder, { description }) => open(folder, description),
  tolerance: EXACT,
}
