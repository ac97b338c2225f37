// Core ML exports: coremltools loads and describes them on any system, and reads their programs with all types checked;
// it can run them on macOS only, so that tests/support/mil.py computes what they say.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { exportedModels, LABELS, largestDifference, type ExportedModel } from '../support/exportedModels'
import { netronReads } from '../support/netron'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['coremltools', 'numpy', 'netron'])

/** Pictures that are computed: the arithmetic is slow. */
const COUNT = 2

const PROGRAM = `
import sys, json, os, logging, warnings
logging.disable(logging.CRITICAL)
warnings.filterwarnings("ignore")
# What its native parts say goes to stderr: stdout is the answer.
answer = os.dup(1)
os.dup2(2, 1)
import numpy as np
# coremltools would load TensorFlow where it is there, to convert from it.
sys.modules["tensorflow"] = None
import coremltools
from coremltools.converters.mil.frontend.milproto.load import load
question = json.load(sys.stdin)
mil = {}
exec(question["mil"], mil)
answers = []
for one in question["models"]:
    model = coremltools.models.MLModel(one["package"], skip_model_load=True)
    spec = model.get_spec()
    program = load(spec, spec.specificationVersion, model.weights_dir)
    images = np.fromfile(one["pixels"], np.uint8).reshape(-1, one["size"], one["size"], 3)[: question["count"]]
    image = spec.description.input[0].type.imageType
    if image.colorSpace == image.BGR:
        images = images[..., ::-1]
    classify = spec.mlProgram.functions["main"].block_specializations["CoreML5"].operations[-1]
    classes = classify.inputs["classes"].arguments[0].value.immediateValue.list.values
    answers.append({
        "version": spec.specificationVersion,
        "type": spec.WhichOneof("Type"),
        "image": [image.width, image.height, image.ColorSpace.Name(image.colorSpace)],
        "outputs": [spec.description.predictedFeatureName, spec.description.predictedProbabilitiesName],
        "about": model.short_description,
        "labels": json.loads(model.user_defined_metadata["labels"]),
        "classes": [text.immediateValue.tensor.strings.values[0] for text in classes],
        "probabilities": [
            mil["run"](program.functions["main"], image.transpose(2, 0, 1)[None]).tolist() for image in images
        ],
    })
with os.fdopen(answer, "w") as stdout:
    json.dump(answers, stdout)
`

interface Answer {
  version: number
  type: string
  image: [number, number, string]
  outputs: [string, string]
  about: string
  labels: string[]
  classes: string[]
  probabilities: number[][]
}

describe.skipIf(python === null)('Core ML', () => {
  let compute: Compute
  let models: ExportedModel[]
  let remove: () => Promise<void>
  let packages: string[]
  let answers: Answer[]

  beforeAll(async () => {
    compute = await openWasm()
    ;({ models, remove } = await exportedModels())
    packages = []
    for (const { write } of models) packages.push(join(await write('coreml'), 'model.mlpackage'))
    const mil = await readFile(join(import.meta.dirname, '../support/mil.py'), 'utf8')
    const asked = models.map(({ pixels, size }, i) => ({ package: packages[i], pixels, size }))
    answers = await askPython<Answer[]>(python!, PROGRAM, { mil, count: COUNT, models: asked })
  })
  afterAll(async () => {
    await remove?.()
    await compute?.dispose()
  })

  test('the program says what the run says', () => {
    for (const [i, { name, said }] of models.entries())
      expect(largestDifference(answers[i]!.probabilities, said.slice(0, COUNT)), name).toBeLessThan(1e-5)
  })

  test('takes pictures, in the order of channels that the model was trained on', () => {
    for (const [i, { name, size }] of models.entries()) {
      const caffe = ['resnet50', 'vgg16', 'every layer'].includes(name)
      expect(answers[i]!.image, name).toEqual([size, size, caffe ? 'BGR' : 'RGB'])
    }
  })

  test('is a classifier with all its labels, whatever is in them', () => {
    for (const { version, type, outputs, labels, classes, about } of answers) {
      expect({ version, type }).toEqual({ version: 6, type: 'mlProgram' })
      expect(outputs).toEqual(['classLabel', 'classLabel_probs'])
      expect(labels).toEqual(LABELS)
      expect(classes).toEqual(LABELS)
      expect(about).toContain('image classifier')
    }
  })

  test('opens in Netron', async () => {
    const files = packages.map((one) => join(one, 'Data', 'com.apple.CoreML', 'model.mlmodel'))
    for (const [i, { format, inputs, outputs }] of (await netronReads(python!, files)).entries()) {
      const [width, height, colours] = answers[i]!.image
      expect(format).toBe('Core ML v6')
      expect(inputs).toEqual([`image: image<${colours},${width}x${height}>`])
      expect(outputs.map((one) => one.split(':')[0])).toEqual(['classLabel', 'classLabel_probs'])
    }
  })
})
