// Says what is in pictures, with the model in this folder:
//
//   npm install
//   node classify.mjs PICTURE… [--json]
//
// In a program:
//
//   import { openClassifier } from './classify.mjs'
//   const classifier = await openClassifier()
//   const [{ label, probability }] = await classifier.classify('photo.jpg')
import { readFile } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ort from 'onnxruntime-node'
import sharp from 'sharp'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const FIT = { cover: 'cover', fit: 'contain', stretch: 'fill' }

/**
 * The pixels that the model was trained on: upright, in sRGB, on white, at the model's size.
 * @param picture path or bytes of a picture
 * @returns size × size × 3 bytes, RGB
 * @throws Error where it is no picture, or a damaged one
 */
export async function prepare(picture, { size, resize }) {
  return await sharp(picture, { failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .resize(size, size, { fit: FIT[resize], kernel: 'lanczos3', background: '#ffffff' })
    .raw({ depth: 'uchar' })
    .toBuffer()
}

/** Loads the model and its labels. */
export async function openClassifier() {
  const { labels, preprocessing } = JSON.parse(await readFile(here('metadata.json'), 'utf8'))
  const session = await ort.InferenceSession.create(here('model.onnx'))
  const [input] = session.inputNames
  const [output] = session.outputNames
  return {
    labels,
    /** @returns label and probability of every class, the likeliest first */
    async classify(picture) {
      const { size } = preprocessing
      const pixels = await prepare(picture, preprocessing)
      const tensor = new ort.Tensor('uint8', new Uint8Array(pixels), [1, size, size, 3])
      const said = (await session.run({ [input]: tensor }))[output].data
      return labels
        .map((label, at) => ({ label, probability: said[at] }))
        .sort((a, b) => b.probability - a.probability)
    },
  }
}

async function main(given) {
  const json = given.includes('--json')
  const files = given.filter((one) => one !== '--json')
  if (files.length === 0) {
    console.error('usage: node classify.mjs PICTURE… [--json]')
    process.exitCode = 2
    return
  }
  const classifier = await openClassifier()
  for (const file of files) {
    try {
      const classes = await classifier.classify(file)
      const top = classes.slice(0, 3).map((one) => `${one.label} ${(100 * one.probability).toFixed(1)} %`)
      console.log(json ? JSON.stringify({ file, classes }) : `${file}: ${top.join(', ')}`)
    } catch (error) {
      console.error(`${file}: ${error.message}`)
      process.exitCode = 1
    }
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2))
