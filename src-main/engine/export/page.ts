// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="./raw.d.ts" />
// The page in an export: drop a picture, see the classes. It works from a folder on the disk, where a page may load
// scripts but fetch nothing, so the model comes to it inside a script.
import { copyFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { tf } from '../tf'
import { type RunFacts } from './facts'
import { type artifactsOf } from './layers-model'
// The page's own files, taken into the engine's bundle: they need no place on the user's disk.
import html from '../../../resources/export-page/index.html?raw'
import css from '../../../resources/export-page/page.css?raw'
import classifier from '../../../resources/export-page/classifier.js?raw'
import page from '../../../resources/export-page/page.js?raw'
import pixels from '../../../resources/export-page/pixels.js?raw'
import words from '../../../resources/export-page/words.js?raw'

/** The script that holds the model. */
export const MODEL_SCRIPT = 'model.js'

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

/**
 * Writes index.html and the scripts that it loads. Labels and names are data to it, never markup: they are in
 * model.js as JSON, and the page sets them as text.
 */
export async function writePage(
  folder: string,
  artifacts: Awaited<ReturnType<typeof artifactsOf>>,
  description: ModelDescription,
  facts: RunFacts,
): Promise<void> {
  const weights = Buffer.from(tf.io.CompositeArrayBuffer.join(artifacts.weightData))
  const model = {
    description,
    facts,
    modelTopology: artifacts.modelTopology,
    weightSpecs: artifacts.weightSpecs,
    weights: weights.toString('base64'),
  }
  const script = `// The model, for a page that is opened from a folder. Programs read model.json instead.\nglobalThis.cotejoModel = ${JSON.stringify(model)}\n`
  await writeFile(join(folder, MODEL_SCRIPT), script)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await copyFile(browserLibrary(), join(folder, 'tf.min.js'))
}
