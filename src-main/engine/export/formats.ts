// The registry of export formats: each is one file, and one line here.
import { type ExportFormat } from '../../contract'
import { type Format } from './format'
import { node } from './node'
import { coreml } from './coreml'
import { onnx } from './onnx'
import { python } from './python'
import { savedmodel } from './savedmodel'
import { tfjs } from './tfjs'
import { tfjsGraph } from './tfjs-graph'
import { tflite, tfliteF16 } from './tflite'
import { web } from './web'

export const formats: Record<ExportFormat, Format> = {
  tfjs,
  'tfjs-graph': tfjsGraph,
  savedmodel,
  tflite,
  'tflite-f16': tfliteF16,
  onnx,
  coreml,
  web,
  python,
  node,
}
