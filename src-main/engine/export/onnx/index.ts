// The format `onnx`: one file, model.onnx.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EXACT, type Format } from '../format'
import { type ModelGraph } from '../graph'
import { identityOf } from '../identity'
import { about } from './about'
import { onnxModel } from './model'
import { openOnnx } from './open'

export const ONNX_FILE = 'model.onnx'

/** The same bytes go into three formats. */
const made = new WeakMap<ModelGraph, Uint8Array>()

function bytesOf(graph: ModelGraph): Uint8Array {
  const bytes = made.get(graph) ?? onnxModel(graph)
  made.set(graph, bytes)
  return bytes
}

export const onnx: Format = {
  about,
  async write(folder, run) {
    await writeFile(join(folder, ONNX_FILE), bytesOf(await run.graph()))
  },
  identity: async (folder) => identityOf('onnx', await readFile(join(folder, ONNX_FILE))),
  open: (folder, { description }) => openOnnx(join(folder, ONNX_FILE), description.preprocessing.size),
  tolerance: EXACT,
}
