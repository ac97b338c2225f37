// The registry of export formats: each is one file, and one line here.
import { type ExportFormat } from '../../contract'
import { type Format } from './format'
import { node } from './node'
import { onnx } from './onnx'
import { python } from './python'
import { savedmodel } from './savedmodel'
import { tfjs } from './tfjs'
import { tflite, tfliteF16 } from './tflite'
import { web } from './web'

export const formats: Record<ExportFormat, Format> = {
  tfjs,
  savedmodel,
  tflite,
  'tflite-f16': tfliteF16,
  onnx,
  web,
  python,
  node,
}
