// What a program of a user's does with an export: TensorFlow.js as it is from npm, and the export's own files.
// node plain-tfjs.mjs FOLDER PICTURE, a picture of the model's size; prints the probabilities as JSON.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import sharp from 'sharp'

const [folder, picture] = process.argv.slice(2)
const tf = createRequire(import.meta.url)('@tensorflow/tfjs')
const text = (file) => readFile(join(folder, file), 'utf8')

const page = { Float32Array }
runInNewContext(await text('pixels.js'), page)
const { preprocessing } = JSON.parse(await text('metadata.json'))
const input = page.cotejoPixels.toInput(await sharp(picture).removeAlpha().raw().toBuffer(), preprocessing)

await tf.setBackend('cpu')
const model = await tf.loadLayersModel({
  load: async () => {
    const json = JSON.parse(await text('model.json'))
    return tf.io.getModelArtifactsForJSON(json, async (manifest) => {
      const files = manifest.flatMap((group) => group.paths)
      const parts = await Promise.all(files.map((file) => readFile(join(folder, file))))
      return [manifest.flatMap((group) => group.weights), new Uint8Array(Buffer.concat(parts)).buffer]
    })
  },
})
const { size } = preprocessing
const answer = model.predict(tf.tensor4d(input, [1, size, size, 3]))
console.log(JSON.stringify(Array.from(await answer.data())))
