// The format `onnx`: one file, model.onnx.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EXACT, type Format } from '../format'
import { about } from './about'
import { onnxModel } from './model'
import { openOnnx } from './open'

export const ONNX_FILE = 'model.onnx'

export const onnx: Format = {
  about,
  async write(folder, run) {
    await writeFile(join(folder, ONNX_FILE), onnxModel(await run.graph()))
  },
  open: (folder, { description }) => openOnnx(join(folder, ONNX_FILE), description.preprocessing.size),
  tolerance: EXACT,
}
