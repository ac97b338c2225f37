// A format that is a program beside an ONNX model: the model is written, opened and judged as that of the format `onnx`.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Format } from './format'
import { onnx } from './onnx'

/** @param files the program's own files, by name */
export const onnxProgram = (files: Readonly<Record<string, string>>, about: Format['about']): Format => ({
  ...onnx,
  about,
  async write(folder, run, task) {
    await onnx.write(folder, run, task)
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  },
})
