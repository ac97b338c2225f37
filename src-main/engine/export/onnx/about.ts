// What the README of an ONNX export says.
import { type ModelDescription } from '../../../contract'
import { type FormatText } from '../readme'
import { OPSET } from './model'

export const about = ({ preprocessing: { size } }: ModelDescription): FormatText => ({
  format: `ONNX (operator set ${OPSET})`,
  usage: `\`\`\`python
# pip install onnxruntime
import json
import onnxruntime

session = onnxruntime.InferenceSession('model.onnx')
labels = json.loads(session.get_modelmeta().custom_metadata_map['labels'])
# \`image\`: uint8 [1, ${size}, ${size}, 3], prepared as described below
[probabilities] = session.run(None, {'image': image})
print(labels[probabilities[0].argmax()])
\`\`\`

Any number of pictures can be given at once. Labels, preprocessing and origin are JSON texts in the file's metadata
(\`labels\`, \`preprocessing\`, \`description\`, \`facts\`).`,
  inside: true,
  files: [['`model.onnx`', 'the model, for onnxruntime and whatever reads ONNX']],
})
