// The format `node`: a program for Node.js that says what is in pictures, with the model (ONNX) beside it.
// It decodes and resizes with the library that the training used, and gets the very same pixels.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="./raw.d.ts" />
import { ONNX_FILE } from './onnx'
import { onnxProgram } from './onnx-program'
import classify from '../../../resources/export-node/classify.mjs?raw'
import manifest from '../../../resources/export-node/package.json?raw'

const files = { 'classify.mjs': classify, 'package.json': manifest }

export const node = onnxProgram(files, () => ({
  format: 'a program for Node.js',
  tryIt:
    'In this folder, with Node.js 20.19 or later:\n\n' +
    '```sh\nnpm install\nnode classify.mjs photo.jpg\n```\n\n' +
    'It tells the likeliest classes of each picture; `--json` tells all of them.',
  usage:
    "```js\nimport { openClassifier } from './classify.mjs'\n\n" +
    "const classifier = await openClassifier()\nconst [{ label, probability }] = await classifier.classify('photo.jpg')\n```",
  inside: true,
  files: [
    ['`classify.mjs`', 'the program'],
    ['`package.json`', 'what it needs: onnxruntime-node, sharp'],
    [`\`${ONNX_FILE}\``, 'the model, as ONNX'],
  ],
}))
