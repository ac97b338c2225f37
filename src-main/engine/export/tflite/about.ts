// What the README of a TensorFlow Lite export says.
import { type ModelDescription } from '../../../contract'
import { type FormatText } from '../readme'

export type Precision = 'float32' | 'float16' | 'int8'

const FORMATS: Record<Precision, string> = {
  float32: 'TensorFlow Lite (LiteRT)',
  float16: 'TensorFlow Lite (LiteRT) with weights at half precision',
  int8: 'TensorFlow Lite (LiteRT) in whole numbers of 8 bits',
}

const WHAT: Record<Precision, string> = {
  float32: 'the model, for LiteRT on phones, boards and computers',
  float16: 'the model, half as large, for LiteRT on phones, boards and computers',
  int8: 'the model, a quarter as large, for LiteRT on phones, boards and accelerators that compute in whole numbers',
}

const WHOLE_NUMBERS = `
A probability comes as a whole number from 0 to 255, in steps of 1/256. Weights have a scale for each channel (a dense
layer has one), activations one for each tensor; it was found on pictures of the training set. Answers differ a
little from those of the run: \`check.json\` says how much.
`

export const about =
  (precision: Precision) =>
  ({ preprocessing: { size } }: ModelDescription): FormatText => ({
    format: FORMATS[precision],
    usage: `\`\`\`python
# pip install ai-edge-litert
import json, zipfile
from ai_edge_litert.interpreter import Interpreter

classify = Interpreter('model.tflite').get_signature_runner()
labels = json.loads(zipfile.ZipFile('model.tflite').read('metadata.json'))['labels']
# \`image\`: uint8 [1, ${size}, ${size}, 3], prepared as described below
probabilities = classify(image=image)['probabilities'][0]${precision === 'int8' ? ' / 256' : ''}
print(labels[probabilities.argmax()])
\`\`\`

The labels are in the model's metadata, where the image classifiers of MediaPipe and Android find them.
${precision === 'int8' ? WHOLE_NUMBERS : ''}`.trimEnd(),
    inside: true,
    files: [['`model.tflite`', WHAT[precision]]],
  })
