// The export formats as a person chooses among them: by what they want to do with the model.
import { exportFormat, type ExportFormat } from '../../src-main/contract'

/** Names that are the same in every language; the page, and the programs, are named by the interface. */
export const formatNames: Partial<Record<ExportFormat, string>> = {
  tfjs: 'TensorFlow.js layers',
  'tfjs-graph': 'TensorFlow.js graph',
  keras: 'Keras 3 (.keras)',
  h5: 'Keras 2 (.h5)',
  savedmodel: 'TensorFlow SavedModel',
  tflite: 'TensorFlow Lite',
  'tflite-f16': 'TensorFlow Lite, float16',
  'tflite-int8': 'TensorFlow Lite, int8',
  onnx: 'ONNX',
  coreml: 'Core ML',
}

const groups: { name: 'ready' | 'programs' | 'devices'; formats: readonly string[] }[] = [
  { name: 'ready', formats: ['web', 'python', 'node'] },
  { name: 'programs', formats: ['keras', 'h5', 'savedmodel', 'onnx', 'tfjs', 'tfjs-graph'] },
  { name: 'devices', formats: ['tflite', 'tflite-f16', 'tflite-int8', 'coreml'] },
]

const known = new Set<string>(exportFormat.options)

export const isFormat = (name: string): name is ExportFormat => known.has(name)

/** Every format that the contract has, in its group. */
export const formatGroups = groups.map(({ name, formats }) => ({
  name,
  formats: formats.filter(isFormat),
}))
