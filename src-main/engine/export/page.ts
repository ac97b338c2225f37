// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="./raw.d.ts" />
// The page in an export: drop a picture, see the classes. It works from a folder on the disk, where a page may load
// scripts but fetch nothing, so the model comes to it inside a script.
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { tf } from '../tf'
import { type RunFacts } from './facts'
import { type Artifacts } from './layers-model'
// The page's own files, taken into the engine's bundle: they need no place on the user's disk.
import html from '../../../resources/export-page/index.html?raw'
import css from '../../../resources/export-page/page.css?raw'
import classifier from '../../../resources/export-page/classifier.js?raw'
import page from '../../../resources/export-page/page.js?raw'
import pixels from '../../../resources/export-page/pixels.js?raw'
import words from '../../../resources/export-page/words.js?raw'

/** The script that holds the model, and those that hold more of its weights where they are large. */
export const MODEL_SCRIPT = 'model.js'
const partScript = (part: number): string => (part === 0 ? MODEL_SCRIPT : `model-${part + 1}.js`)

/** No text may be longer than half a gigabyte, in Node as in browsers. Divisible by three, as base64 wants it. */
const PART_BYTES = 3 * 2 ** 25

const files = {
  'index.html': html,
  'page.css': css,
  'words.js': words,
  'pixels.js': pixels,
  'classifier.js': classifier,
  'page.js': page,
}

/** TensorFlow.js for browsers, in one file; the build for ES2017, as the older one evaluates text as code. */
function browserLibrary(): string {
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs/package.json')
  return join(dirname(main), 'dist', 'tf.es2017.min.js')
}

const MODEL_TAG = '<script src="model.js"></script>'

/** The weights as texts, each small enough for a script. */
function textsOf(weights: Buffer, partBytes: number): string[] {
  const count = Math.max(1, Math.ceil(weights.length / partBytes))
  return Array.from({ length: count }, (_, part) =>
    weights.subarray(part * partBytes, (part + 1) * partBytes).toString('base64'),
  )
}

/** What `writePage` wrote of the model, from the disk. */
export async function readPageModel(
  folder: string,
): Promise<Pick<Artifacts, 'modelTopology' | 'weightSpecs'> & { weights: Uint8Array<ArrayBuffer> }> {
  const read = (part: number) => readFile(join(folder, partScript(part)), 'utf8')
  const script = await read(0)
  const { modelTopology, weightSpecs, weights, parts } = JSON.parse(
    script.slice(script.indexOf('{')),
  ) as Artifacts & { weights: string[]; parts: number }
  for (let part = 1; part < parts; part++) {
    const text = await read(part)
    weights.push(text.slice(text.indexOf('"') + 1, text.lastIndexOf('"')))
  }
  const bytes = Buffer.concat(weights.map((text) => Buffer.from(text, 'base64')))
  return { modelTopology, weightSpecs, weights: new Uint8Array(bytes) }
}

/**
 * Writes index.html and the scripts that it loads. Labels and names are data to it, never markup: they are in
 * model.js as JSON, and the page sets them as text.
 *
 * @param partBytes of weights in a script; divisible by three
 */
export async function writePage(
  folder: string,
  artifacts: Artifacts,
  description: ModelDescription,
  facts: RunFacts,
  partBytes = PART_BYTES,
): Promise<void> {
  const [first, ...more] = textsOf(
    Buffer.from(tf.io.CompositeArrayBuffer.join(artifacts.weightData)),
    partBytes,
  )
  const model = {
    description,
    facts,
    modelTopology: artifacts.modelTopology,
    weightSpecs: artifacts.weightSpecs,
    weights: [first],
    parts: 1 + more.length,
  }
  const script = `// The model, for a page that is opened from a folder. Programs read model.json instead.\nglobalThis.cotejoModel = ${JSON.stringify(model)}\n`
  await writeFile(join(folder, MODEL_SCRIPT), script)
  for (const [i, text] of more.entries())
    await writeFile(join(folder, partScript(i + 1)), `globalThis.cotejoModel.weights.push("${text}")\n`)
  const tags = [0, ...more.keys()].map((_, part) => MODEL_TAG.replace(MODEL_SCRIPT, partScript(part)))
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, name), text.replace(MODEL_TAG, tags.join('\n    ')))
  await copyFile(browserLibrary(), join(folder, 'tf.min.js'))
}
