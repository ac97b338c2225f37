// The format `web`: a page that works from a folder, offline. Drop a picture on it and see the classes.
import { tf } from '../tf'
import { EXACT, type Format } from './format'
import { artifactsOf, consumerOf, layersIdentity } from './layers-model'
import { MODEL_SCRIPT, readPageModel, writePage } from './page'
import { standardArtifacts } from './standard-layers'

/** The model as the page gets it: from the scripts, by the format's own loader. */
async function modelOfPage(folder: string) {
  const { modelTopology, weightSpecs, weights } = await readPageModel(folder)
  return await tf.loadLayersModel({
    load: async () => ({ modelTopology, weightSpecs, weightData: weights.buffer }),
  })
}

export const web: Format = {
  about: () => ({
    format: 'a web page',
    tryIt:
      'Open `index.html` in a browser and drop a picture on it. It works without a network, and no picture leaves the ' +
      'computer. To publish it, put the folder on any web server; nothing has to run there.',
    usage:
      "The page's scripts are plain files that you may build on: `pixels.js` prepares a picture, `classifier.js` runs " +
      'the model:\n\n```js\nconst { classes } = await cotejoClassifier.classify(file) // a File or a Blob\n' +
      'const [{ label, probability }] = classes\n```',
    inside: false,
    files: [
      ['`index.html`, `page.css`, `page.js`, `words.js`', 'the page, in English, Spanish and Portuguese'],
      ['`pixels.js`, `classifier.js`', 'what prepares a picture, and what runs the model'],
      [`\`${MODEL_SCRIPT}\``, 'the model, for TensorFlow.js'],
      ['`tf.min.js`', 'TensorFlow.js, Apache License 2.0'],
    ],
  }),
  async write(folder, { network, description, facts }) {
    await writePage(folder, standardArtifacts(await artifactsOf(network)), description, facts)
  },
  async identity(folder) {
    const page = await readPageModel(folder)
    return layersIdentity(page, page.weights)
  },
  open: async (folder, { description }) => consumerOf(await modelOfPage(folder), description),
  tolerance: EXACT,
}
