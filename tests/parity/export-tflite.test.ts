// TensorFlow Lite exports in TensorFlow Lite's own interpreter: each gets raw pictures of 32 photos of all sizes and
// orientations. Its analyzer, the schema's own reader and Netron read the files.
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Architecture } from '../../src-main/contract'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { interpret } from '../../src-main/engine/export/graph'
import type { Format } from '../../src-main/engine/export/format'
import { openRun, type RunPlace } from '../../src-main/engine/export/open-run'
import { tflite, tfliteF16, tfliteInt8 } from '../../src-main/engine/export/tflite'
import { quietTask } from '../../src-main/engine/task'
import { tf } from '../../src-main/engine/tf'
import { exportedModels, LABELS, largestDifference, type ExportedModel } from '../support/exportedModels'
import { fittedGraph, labelledPictures, tensorOf } from '../support/fittedGraph'
import { netronReads } from '../support/netron'
import { writePhotos } from '../support/photos'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['tensorflow-cpu', 'numpy', 'netron'])

const PROGRAM = `
import sys, json, os, io, zipfile, contextlib, warnings
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")
import numpy as np
import tensorflow as tf
from tensorflow.lite.python import schema_py_generated as schema

def said(interpreter, images):
    [given], [made] = interpreter.get_input_details(), interpreter.get_output_details()
    interpreter.resize_tensor_input(given["index"], images.shape)
    interpreter.allocate_tensors()
    interpreter.set_tensor(given["index"], images)
    interpreter.invoke()
    answer = interpreter.get_tensor(made["index"])
    scale, zero = made["quantization"]
    return answer if scale == 0 else scale * (answer.astype(np.float64) - zero)

answers = []
for one in json.load(sys.stdin):
    images = np.fromfile(one["pixels"], np.uint8).reshape(-1, one["size"], one["size"], 3)
    with open(one["file"], "rb") as file:
        data = file.read()
    model = schema.Model.GetRootAs(data, 0)
    starts = [model.Buffers(i).DataAsNumpy().__array_interface__["data"][0] - np.frombuffer(data, np.uint8).__array_interface__["data"][0]
              for i in range(model.BuffersLength()) if model.Buffers(i).DataLength() > 0]
    tree = schema.ModelT.InitFromObj(model)
    [graph] = tree.subgraphs
    types = {value: name for name, value in vars(schema.TensorType).items() if not name.startswith("_")}
    operators = {value: name for name, value in vars(schema.BuiltinOperator).items() if not name.startswith("_")}
    with contextlib.redirect_stdout(io.StringIO()) as analysis:
        tf.lite.experimental.Analyzer.analyze(model_content=data)
    interpreter = tf.lite.Interpreter(one["file"])
    alone = interpreter.get_signature_runner()(image=images[:1])["probabilities"]
    with zipfile.ZipFile(one["file"]) as files:
        lines = files.read("labels.txt").decode().splitlines()
        labels = json.loads(files.read("metadata.json"))["labels"]
        intact = files.testzip() is None
    answers.append({
        "probabilities": said(tf.lite.Interpreter(one["file"]), images).tolist(),
        "alone": alone.astype(np.float64).tolist(),
        "types": sorted({types[tensor.type] for tensor in graph.tensors}),
        "ends": [types[graph.tensors[end].type] for end in (*graph.inputs, *graph.outputs)],
        "operators": sorted({operators[code.builtinCode] for code in tree.operatorCodes}),
        "aligned": all(start % 16 == 0 for start in starts),
        "identifier": data[4:8].decode(),
        "analysis": len(analysis.getvalue()),
        "lines": lines, "labels": labels, "intact": intact,
        "bytes": len(data),
    })
json.dump(answers, sys.stdout)
`

interface Answer {
  probabilities: number[][]
  alone: number[][]
  types: string[]
  ends: [string, string]
  operators: string[]
  aligned: boolean
  identifier: string
  analysis: number
  lines: string[]
  labels: string[]
  intact: boolean
  bytes: number
}

/** What phones, boards and delegates all have. */
const COMMON = new Set(
  `ADD AVERAGE_POOL_2D CAST CONCATENATION CONV_2D DEPTHWISE_CONV_2D DEQUANTIZE ELU FULLY_CONNECTED GELU HARD_SWISH
  LOGISTIC MAX_POOL_2D MEAN MUL PAD QUANTIZE RELU RELU6 RESHAPE RSQRT SOFTMAX SUB TANH`.split(/\s+/),
)

function expectSound(answers: readonly Answer[]): void {
  for (const { operators, aligned, identifier, analysis, labels, lines, intact } of answers) {
    expect(operators.filter((one) => !COMMON.has(one))).toEqual([])
    expect({ aligned, identifier, intact }).toEqual({ aligned: true, identifier: 'TFL3', intact: true })
    expect(analysis).toBeGreaterThan(100)
    expect(labels).toEqual(LABELS)
    // A label a line, whatever is in it.
    expect(lines).toEqual(LABELS.map((label) => label.replace('\n', ' ')))
  }
}

/** Without the check: it is in the unit tests, and this asks another interpreter. */
async function write(format: Format, place: RunPlace, out: string): Promise<void> {
  const run = await openRun(place)
  await mkdir(out)
  await format.write(out, run, quietTask())
  run.dispose()
}

/** Photos of the three animals in turn. */
async function realPhotos(folder: string, count: number): Promise<{ path: string; label: number }[]> {
  const classes = ['butterfly', 'cat', 'horse']
  const files = await Promise.all(classes.map(async (name) => (await readdir(join(folder, name))).sort()))
  return Array.from({ length: count }, (_, i) => {
    const label = i % classes.length
    return { path: join(folder, classes[label]!, files[label]![Math.floor(i / classes.length)]!), label }
  })
}

describe.skipIf(python === null)('TensorFlow Lite', () => {
  let compute: Compute
  let models: ExportedModel[]
  let work: string
  let remove: () => Promise<void>
  let files: string[]
  let answers: Answer[]

  beforeAll(async () => {
    compute = await openWasm()
    ;({ models, remove, work } = await exportedModels())
    files = []
    const asked: object[] = []
    for (const [name, format] of Object.entries({ tflite, tfliteF16 })) {
      for (const { name: run, pixels, size } of models) {
        const out = join(dirname(pixels), name)
        await write(format, { folder: dirname(pixels), run }, out)
        files.push(join(out, 'model.tflite'))
        asked.push({ file: files.at(-1), pixels, size })
      }
    }
    answers = await askPython<Answer[]>(python!, PROGRAM, asked)
  })
  afterAll(async () => {
    await remove?.()
    await compute?.dispose()
  })

  test.each([
    ['float32', 0, 1e-5],
    ['float16', 1, 1e-2],
  ] as const)('%s says what the run says, on any number of pictures', (_, part, most) => {
    for (const [i, { name, said }] of models.entries()) {
      const { probabilities, alone, ends } = answers[part * models.length + i]!
      expect(largestDifference(probabilities, said), name).toBeLessThan(most)
      expect(largestDifference(alone, said.slice(0, 1)), name).toBeLessThan(most)
      expect(ends).toEqual(['UINT8', 'FLOAT32'])
    }
  })

  test('files are sound, and carry the labels, whatever is in them', () => expectSound(answers))

  test('half precision takes half the room', () => {
    for (const i of models.keys()) {
      const [whole, half] = [answers[i]!.bytes, answers[models.length + i]!.bytes]
      if (whole > 1e6) expect(half / whole).toBeLessThan(0.55)
    }
  })

  test('opens in Netron', async () => {
    for (const [i, { format, inputs, outputs }] of (await netronReads(python!, files)).entries()) {
      const { size } = models[i % models.length]!
      expect(format).toBe('TensorFlow Lite v3')
      expect(inputs).toEqual([`image: uint8[1,${size},${size},3]`])
      expect(outputs).toEqual([`probabilities: float32[1,${LABELS.length}]`])
    }
  })

  const shared = fileURLToPath(new URL('../../../shared/data', import.meta.url))
  const weights = join(shared, 'weights', 'mobilenet_v2_1.0_224_no_top.h5')
  const animals = join(shared, 'butterfly-cat-horse')
  const fitted: { name: 'cnn' | Architecture; size: number }[] = [
    { name: 'cnn', size: 32 },
    { name: 'mobilenet-v2', size: 96 },
    { name: 'efficientnet-b0', size: 64 },
    { name: 'resnet50', size: 32 },
    { name: 'vgg16', size: 32 },
  ]

  test('in whole numbers: the same class for 95 %, and no less accurate', async () => {
    const folder = join(work, 'more')
    await mkdir(folder)
    const drawn = (await writePhotos(folder, 32 + 24)).map((path, i) => ({ path, label: i % 3 }))
    const isReal = existsSync(weights) && existsSync(animals)
    if (!isReal) console.warn('SKIPPED: real photos and weights for MobileNetV2: ../shared/data is not there')
    const real = isReal ? await realPhotos(animals, 32 + 24) : drawn
    const asked: { file: string; pixels: string; size: number }[] = []
    const said: { name: string; labels: number[]; best: number[] }[] = []
    for (const { name, size } of fitted) {
      const published = isReal && name === 'mobilenet-v2'
      const files = published ? real : drawn
      const photos = await labelledPictures(files.slice(0, 32), size, !published)
      const train = await labelledPictures(files.slice(32), size, !published)
      // Random kernels tell apart what their head was fitted to; that it does so in whole numbers is the question.
      const known = published ? train : await labelledPictures(files, size, true)
      const model = await fittedGraph(name, LABELS, size, published ? weights : null, known)
      const images = tensorOf(photos, size)
      const probabilities = interpret(model.graph, images)
      said.push({ name, labels: photos.labels, best: Array.from(probabilities.argMax(1).dataSync()) })
      tf.dispose([images, probabilities])
      const out = join(work, `${name}-int8`)
      await mkdir(out)
      const run = {
        ...model,
        facts: model.graph.facts,
        graph: async () => model.graph,
        pictures: { take: async () => train },
      }
      await tfliteInt8.write(out, run, quietTask())
      const pixels = join(out, 'pixels.u8')
      await writeFile(pixels, photos.pixels)
      asked.push({ file: join(out, 'model.tflite'), pixels, size })
      model.network.dispose()
    }
    const found = await askPython<Answer[]>(python!, PROGRAM, asked)
    expectSound(found)
    const share = (a: number[], b: number[]) => a.filter((one, i) => one === b[i]).length / a.length
    for (const [i, { name, labels, best }] of said.entries()) {
      const { probabilities, types, ends } = found[i]!
      const whole = probabilities.map((row) => row.indexOf(Math.max(...row)))
      // It has something to lose.
      expect(share(best, labels), name).toBeGreaterThan(0.9)
      expect(share(whole, best), name).toBeGreaterThanOrEqual(0.95)
      // One of 32 is more than 2 points.
      expect(share(whole, labels), name).toBeGreaterThanOrEqual(share(best, labels) - 1 / 32)
      expect(ends, name).toEqual(['UINT8', 'UINT8'])
      expect(types, name).not.toContain('FLOAT32')
    }
  })
})
