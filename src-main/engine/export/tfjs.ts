// Export for the browser and Node: a TensorFlow.js layers model, and a page that uses it.
import { type ModelDescription } from '../../contract'
import { throwIfCancelled } from '../task'
import { EXACT, type Format } from './format'
import { artifactsOf, identityOfLayersModel, openLayersModel, writeLayersModel } from './layers-model'
import { writePage } from './page'
import { type FormatText } from './readme'
import { standardArtifacts } from './standard-layers'

const about = ({ preprocessing: { size } }: ModelDescription): FormatText => ({
  format: 'a TensorFlow.js layers model',
  tryIt: `Open \`index.html\` in a browser and drop a picture on it. It works without a network, and no picture leaves the
computer.`,
  usage: `\`\`\`js
// npm install @tensorflow/tfjs
import * as tf from '@tensorflow/tfjs'

const model = await tf.loadLayersModel('https://example.org/path/model.json')
const { labels } = model.getUserDefinedMetadata()
// \`input\`: float32 [1, ${size}, ${size}, 3], prepared as described below
const probabilities = await model.predict(input).data()
console.log(labels[probabilities.indexOf(Math.max(...probabilities))])
\`\`\`

In Node, \`@tensorflow/tfjs-node\` loads it with \`file://path/model.json\`. The page's own scripts are plain files
that you may build on: \`pixels.js\` prepares a picture, \`classifier.js\` runs the model.`,
  inside: false,
  files: [
    ['`model.json`, `weights.bin`', "the model, in TensorFlow.js's layers format"],
    ['`index.html` and the other files', 'the page; `model.js` is the same model once more, for it'],
    ['`tf.min.js`', 'TensorFlow.js, Apache License 2.0'],
  ],
})

/** Writes model.json, weights.bin, and the page: index.html with its files. */
export const tfjs: Format = {
  about,

  async write(folder, { network, description, facts }, task) {
    const artifacts = standardArtifacts(await artifactsOf(network))
    await writeLayersModel(folder, artifacts, description, facts)
    throwIfCancelled(task)
    await writePage(folder, artifacts, description, facts)
  },
  identity: identityOfLayersModel,
  open: (folder, { description }) => openLayersModel(folder, description),
  tolerance: EXACT,
}
