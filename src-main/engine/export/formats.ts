// The registry of export formats: each is one file, and one line here.
import { type ExportFormat } from '../../contract'
import { type Format } from './format'
import { h5 } from './h5'
import { keras } from './keras'
import { node } from './node'
import { coreml } from './coreml'
import { onnx } from './onnx'
import { python } from './python'
import { savedmodel } from './savedmodel'
import { tfjs } from './tfjs'
import { tfjsGraph } from './tfjs-graph'
import { tflite, tfliteF16, tfliteInt8 } from './tflite'
import { web } from './web'

export const formats: Record<ExportFormat, Format> = {
  tfjs,
  'tfjs-graph': tfjsGraph,
  keras,
  h5,
  savedmodel,
  tflite,
  'tflite-f16': tfliteF16,
  'tflite-int8': tfliteInt8,
  onnx,
  coreml,
  web,
  python,
  node,
}
