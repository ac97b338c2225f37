// The format `python`: a program of two files that says what is in pictures, with the model (ONNX) beside it.
// It decodes and resizes as the training did: the steps of libvips, in numpy.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="./raw.d.ts" />
import { ONNX_FILE } from './onnx'
import { onnxProgram } from './onnx-program'
import classify from '../../../resources/export-python/classify.py?raw'
import pixels from '../../../resources/export-python/pixels.py?raw'
import requirements from '../../../resources/export-python/requirements.txt?raw'

const files = { 'classify.py': classify, 'pixels.py': pixels, 'requirements.txt': requirements }

export const python = onnxProgram(files, () => ({
  format: 'a Python program',
  tryIt:
    'In this folder, with Python 3.9 or later:\n\n' +
    '```sh\npip install -r requirements.txt\npython classify.py photo.jpg\n```\n\n' +
    'It tells the likeliest classes of each picture; `--json` tells all of them.',
  usage:
    '```python\nfrom classify import Classifier\n\nclassifier = Classifier()\n' +
    'label, probability = classifier.classify("photo.jpg")[0]\n```\n\n' +
    '`pixels.py` prepares a picture as described below, to within a grey level or two of the training ' +
    '(CMYK photos without a colour profile: less exactly); `classify.py` runs the model.',
  inside: true,
  files: [
    ['`classify.py`, `pixels.py`', 'the program'],
    ['`requirements.txt`', 'what it needs: numpy, onnxruntime, Pillow'],
    [`\`${ONNX_FILE}\``, 'the model, as ONNX'],
  ],
}))
