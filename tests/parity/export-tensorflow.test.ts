// The SavedModel in TensorFlow itself: loaded by Python's tf.saved_model.load, raw pictures in, and the answers of the
// run's own model out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { exportedModels, LABELS, largestDifference, type ExportedModel } from '../support/exportedModels'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['tensorflow-cpu', 'numpy'])

/** Loads every model and asks it about its pictures. */
const PROGRAM = `
import sys, json, os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
answers = []
for one in json.load(sys.stdin):
    model = tf.saved_model.load(one["folder"])
    images = np.fromfile(one["pixels"], np.uint8).reshape(-1, one["size"], one["size"], 3)
    served = model.signatures["serving_default"](image=tf.constant(images))
    said = model.signatures["classify"](image=tf.constant(images))
    answers.append({
        "probabilities": served["probabilities"].numpy().tolist(),
        "same": bool(np.array_equal(served["probabilities"], said["probabilities"])),
        "labels": [text.decode("utf-8") for text in said["labels"].numpy()],
        "label": [text.decode("utf-8") for text in said["label"].numpy()],
        "score": said["score"].numpy().tolist(),
        "outputs": sorted(served),
        "one": model.signatures["serving_default"](image=tf.constant(images[:1]))["probabilities"].numpy().tolist(),
    })
json.dump(answers, sys.stdout)
`

interface Answer {
  probabilities: number[][]
  same: boolean
  labels: string[]
  label: string[]
  score: number[]
  outputs: string[]
  one: number[][]
}

describe.skipIf(python === null)('a SavedModel in TensorFlow', () => {
  let compute: Compute
  let models: ExportedModel[]
  let remove: () => Promise<void>
  let answers: Answer[]

  beforeAll(async () => {
    compute = await openWasm()
    ;({ models, remove } = await exportedModels())
    const asked = []
    for (const { pixels, size, write } of models)
      asked.push({ folder: await write('savedmodel'), pixels, size })
    answers = await askPython<Answer[]>(python!, PROGRAM, asked)
  })
  afterAll(async () => {
    await remove()
    await compute.dispose()
  })

  test('says the same, on any number of pictures', () => {
    for (const [i, { name, said }] of models.entries()) {
      expect(largestDifference(answers[i]!.probabilities, said), name).toBeLessThan(1e-5)
      expect(largestDifference(answers[i]!.one, said.slice(0, 1)), name).toBeLessThan(1e-5)
      // Nothing that says the same to every picture passes for this.
      expect(
        largestDifference(
          said,
          said.map(() => said[0]!),
        ),
        name,
      ).toBeGreaterThan(0.01)
    }
  })

  test('names its classes', () => {
    for (const { outputs, labels, label, score, same, probabilities } of answers) {
      expect(outputs).toEqual(['probabilities'])
      expect(same).toBe(true)
      expect(labels).toEqual(LABELS)
      const best = probabilities.map((row) => row.indexOf(Math.max(...row)))
      expect(label).toEqual(best.map((one) => LABELS[one]))
      expect(score).toEqual(probabilities.map((row) => Math.max(...row)))
    }
  })
})
