// TensorFlow's SavedModel: saved_model.pb, whose weights are constants of the graph, and the labels as an asset. Opened
// by tf.saved_model.load and TensorFlow Serving; `serving_default` takes raw pictures.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { labelLines } from './common-files'
import { EXACT, type Format } from './format'
import { foldBatchNormalization } from './graph'
import { type FormatText } from './readme'
import { openSavedModel } from './tensorflow/runtime'
import { savedModel } from './tensorflow/saved-model'

const about = ({ preprocessing: { size } }: ModelDescription): FormatText => ({
  format: 'a TensorFlow SavedModel',
  usage: `\`\`\`python
# pip install tensorflow
import tensorflow as tf

model = tf.saved_model.load("path/of/this/folder")
# \`images\`: uint8 [pictures, ${size}, ${size}, 3], prepared as described below
probabilities = model.signatures["serving_default"](image=tf.constant(images))["probabilities"]
# The most probable class by its name, its score, and the names of all
answer = model.signatures["classify"](image=tf.constant(images))
print(answer["label"], answer["score"])
\`\`\`

TensorFlow Serving takes the folder as one version of a model (\`models/NAME/1\`).`,
  inside: true,
  files: [
    ['`saved_model.pb`', 'the model: graph, weights and signatures'],
    ['`assets/labels.txt`', 'the labels, one a line, where TensorFlow looks for them'],
    ['`assets/model-card.json`', 'what the model card says, for programs'],
  ],
})

export const savedmodel: Format = {
  about,
  async write(folder, run) {
    const graph = await run.graph()
    await writeFile(join(folder, 'saved_model.pb'), savedModel(foldBatchNormalization(graph)))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'assets', 'labels.txt'), labelLines(graph.labels))
    await writeFile(join(folder, 'assets', 'model-card.json'), JSON.stringify(graph.facts.card, null, 2))
  },
  open: (folder, { description }) => openSavedModel(folder, description),
  tolerance: EXACT,
}
