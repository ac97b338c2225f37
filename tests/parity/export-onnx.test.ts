// ONNX exports in the programs that they are for: onnx's own checker, onnxruntime for Python, Netron's reader. Each gets
// raw pictures of 32 photos of all sizes and orientations.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { exportedModels, LABELS, largestDifference, type ExportedModel } from '../support/exportedModels'
import { netronReads } from '../support/netron'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['onnx', 'onnxruntime', 'numpy', 'netron'])

const PROGRAM = `
import sys, json
import numpy as np, onnx, onnxruntime
answers = []
for one in json.load(sys.stdin):
    onnx.checker.check_model(one["file"], full_check=True)
    model = onnx.load(one["file"])
    inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
    known = {value.name for value in inferred.graph.value_info} | {value.name for value in inferred.graph.output}
    images = np.fromfile(one["pixels"], np.uint8).reshape(-1, one["size"], one["size"], 3)
    session = onnxruntime.InferenceSession(one["file"])
    [probabilities] = session.run(["probabilities"], {"image": images})
    [alone] = session.run(None, {"image": images[:1]})
    properties = session.get_modelmeta().custom_metadata_map
    answers.append({
        "opset": [entry.version for entry in model.opset_import],
        "operators": sorted({node.op_type for node in model.graph.node}),
        "unknown": [node.output[0] for node in model.graph.node if node.output[0] not in known],
        "output": [side.dim_param or side.dim_value for side in inferred.graph.output[0].type.tensor_type.shape.dim],
        "probabilities": probabilities.tolist(),
        "alone": alone.tolist(),
        "labels": json.loads(properties["labels"]),
        "preprocessing": json.loads(properties["preprocessing"]),
    })
json.dump(answers, sys.stdout)
`

interface Answer {
  opset: number[]
  operators: string[]
  unknown: string[]
  output: (string | number)[]
  probabilities: number[][]
  alone: number[][]
  labels: string[]
  preprocessing: { size: number }
}

describe.skipIf(python === null)('ONNX', () => {
  let compute: Compute
  let models: ExportedModel[]
  let remove: () => Promise<void>
  let files: string[]
  let answers: Answer[]

  beforeAll(async () => {
    compute = await openWasm()
    ;({ models, remove } = await exportedModels())
    files = []
    for (const { write } of models) files.push(join(await write('onnx'), 'model.onnx'))
    const asked = models.map(({ pixels, size }, i) => ({ file: files[i], pixels, size }))
    answers = await askPython<Answer[]>(python!, PROGRAM, asked)
  })
  afterAll(async () => {
    await remove?.()
    await compute?.dispose()
  })

  test('says what the run says, on any number of pictures', () => {
    for (const [i, { name, said }] of models.entries()) {
      const { probabilities, alone } = answers[i]!
      expect(largestDifference(probabilities, said), name).toBeLessThan(1e-5)
      expect(largestDifference(alone, said.slice(0, 1)), name).toBeLessThan(1e-5)
      // Nothing that says the same to every picture passes for this.
      expect(largestDifference(said, said.map(() => said[0]!)), name).toBeGreaterThan(0.01) // prettier-ignore
    }
  })

  test('has passed the checker, and the shape of everything in it follows from its input', () => {
    for (const { opset, unknown, output } of answers) {
      expect(opset).toEqual([17])
      expect(unknown).toEqual([])
      expect(output).toEqual(['batch', LABELS.length])
    }
  })

  test('batch normalization is folded', () => {
    for (const { operators } of answers) expect(operators).not.toContain('BatchNormalization')
  })

  test('carries labels and preprocessing, whatever is in the names', () => {
    for (const [i, { labels, preprocessing }] of answers.entries()) {
      expect(labels).toEqual(LABELS)
      expect(preprocessing.size).toBe(models[i]!.size)
    }
  })

  test('opens in Netron', async () => {
    for (const [i, read] of (await netronReads(python!, files)).entries()) {
      expect(read.format).toBe('ONNX v8')
      expect(read.inputs).toEqual([`image: uint8[batch,${models[i]!.size},${models[i]!.size},3]`])
      expect(read.outputs).toEqual([`probabilities: float32[batch,${LABELS.length}]`])
    }
  })
})
