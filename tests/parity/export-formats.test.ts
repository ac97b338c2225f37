// Exports in the programs that they are for: TensorFlow, Keras 3, and Keras 2 load the files, get raw pictures of 32
// photos, and say what the run's own model says.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { exportedModels, LABELS, largestDifference, type ExportedModel } from '../support/exportedModels'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['tensorflow-cpu', 'keras', 'numpy'])
// Keras 2 as a package asks for another build of TensorFlow than the one that is there.
const keras2Python = python && (await pythonWith(['tensorflow-cpu', 'tf-keras'], ['tf-keras']))

/** Loads every model of every format and asks it about its pictures. */
const PROGRAM = `
import sys, json, os, warnings
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")
import numpy as np
import tensorflow as tf
import keras

def saved_model(folder, images):
    model = tf.saved_model.load(folder)
    served = model.signatures["serving_default"](image=tf.constant(images))
    said = model.signatures["classify"](image=tf.constant(images))
    one = model.signatures["serving_default"](image=tf.constant(images[:1]))
    return {
        "probabilities": served["probabilities"].numpy().tolist(),
        "one": one["probabilities"].numpy().tolist(),
        "outputs": sorted(served),
        "same": bool(np.array_equal(served["probabilities"], said["probabilities"])),
        "labels": [text.decode("utf-8") for text in said["labels"].numpy()],
        "label": [text.decode("utf-8") for text in said["label"].numpy()],
        "score": said["score"].numpy().tolist(),
    }

def keras3(folder, images):
    model = keras.saving.load_model(folder + "/model.keras", safe_mode=True)
    import zipfile
    with zipfile.ZipFile(folder + "/model.keras") as file:
        labels = json.loads(file.read("metadata.json"))["labels"]
    again = model
    if "mobilenet" in folder:
        # Saved again by Keras itself and loaded: nothing in the file was only just good enough.
        model.save(folder + "/again.keras")
        again = keras.saving.load_model(folder + "/again.keras")
    return {
        "probabilities": model(images, training=False).numpy().tolist(),
        "one": again(images[:1].astype("float32")).numpy().tolist(),
        "labels": labels,
        "modules": sorted({type(layer).__module__.split(".")[0] for layer in model.layers}),
        "batchNormalization": [layer.name for layer in model.layers if type(layer).__name__ == "BatchNormalization"],
    }

def h5(folder, images):
    import h5py
    model = keras.models.load_model(folder + "/model.h5", compile=False)
    with h5py.File(folder + "/model.h5") as file:
        labels = json.loads(file.attrs["labels"])
    return {
        "probabilities": model.predict_on_batch(images).tolist(),
        "one": model(images[:1]).numpy().tolist(),
        "labels": labels,
    }

programs = {"savedmodel": saved_model, "keras": keras3, "h5": h5}
answers = []
for one in json.load(sys.stdin):
    images = np.fromfile(one["pixels"], np.uint8).reshape(-1, one["size"], one["size"], 3)
    answers.append(programs[one["format"]](one["folder"], images))
    keras.backend.clear_session()
json.dump(answers, sys.stdout)
`

const KERAS_2 = `
import sys, json, os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tf_keras
answers = []
for one in json.load(sys.stdin):
    images = np.fromfile(one["pixels"], np.uint8).reshape(-1, one["size"], one["size"], 3)
    model = tf_keras.models.load_model(one["folder"] + "/model.h5", compile=False)
    answers.append({"probabilities": model(images, training=False).numpy().tolist()})
json.dump(answers, sys.stdout)
`

const FORMATS = ['savedmodel', 'keras', 'h5'] as const

interface Asked {
  format: (typeof FORMATS)[number]
  folder: string
  pixels: string
  size: number
}
interface Answer {
  probabilities: number[][]
  one: number[][]
  labels: string[]
}
interface SavedModelAnswer extends Answer {
  outputs: string[]
  same: boolean
  label: string[]
  score: number[]
}
interface KerasAnswer extends Answer {
  modules: string[]
  batchNormalization: string[]
}

describe.skipIf(python === null)('exports in TensorFlow and Keras', () => {
  let compute: Compute
  let models: ExportedModel[]
  let remove: () => Promise<void>
  let asked: Asked[]
  let answers: Answer[]
  const of = (format: Asked['format']) => answers.filter((_, i) => asked[i]!.format === format)

  beforeAll(async () => {
    compute = await openWasm()
    ;({ models, remove } = await exportedModels())
    asked = []
    for (const format of FORMATS)
      for (const { pixels, size, write } of models)
        asked.push({ format, folder: await write(format), pixels, size })
    answers = await askPython<Answer[]>(python!, PROGRAM, asked)
  }, 600_000)
  afterAll(async () => {
    await remove?.()
    await compute?.dispose()
  })

  test.each(FORMATS)('%s: says the same, on any number of pictures', (format) => {
    for (const [i, { name, said }] of models.entries()) {
      const { probabilities, one } = of(format)[i]!
      expect(largestDifference(probabilities, said), name).toBeLessThan(1e-5)
      expect(largestDifference(one, said.slice(0, 1)), name).toBeLessThan(1e-5)
      // Nothing that says the same to every picture passes for this.
      expect(largestDifference(said, said.map(() => said[0]!)), name).toBeGreaterThan(0.01) // prettier-ignore
    }
  })

  test.each(FORMATS)('%s: has the names of the classes, whatever is in them', (format) => {
    for (const { labels } of of(format)) expect(labels).toEqual(LABELS)
  })

  test('the SavedModel answers in words', () => {
    for (const answer of of('savedmodel')) {
      const { outputs, label, score, same, probabilities } = answer as SavedModelAnswer
      expect(outputs).toEqual(['probabilities'])
      expect(same).toBe(true)
      const best = probabilities.map((row) => row.indexOf(Math.max(...row)))
      expect(label).toEqual(best.map((one) => LABELS[one]))
      expect(score).toEqual(probabilities.map((row) => Math.max(...row)))
    }
  })

  test('the Keras file has layers of Keras alone, by the names of the run', () => {
    const answers = of('keras') as KerasAnswer[]
    for (const { modules } of answers) expect(modules).toEqual(['keras'])
    const mobileNet = answers[models.findIndex(({ name }) => name === 'mobilenet-v2')]!
    expect(mobileNet.batchNormalization).toContain('block_3_depthwise_BN')
  })

  test.skipIf(keras2Python === null)('Keras 2 loads the HDF5 file, too', async () => {
    const some = models.filter(({ name }) => /cnn|mobilenet-v2|every/.test(name))
    const files = some.map(({ pixels, size, name }) => {
      const { folder } =
        asked[models.findIndex((one) => one.name === name) + FORMATS.indexOf('h5') * models.length]!
      return { folder, pixels, size }
    })
    const loaded = await askPython<Pick<Answer, 'probabilities'>[]>(keras2Python!, KERAS_2, files)
    for (const [i, { name, said }] of some.entries())
      expect(largestDifference(loaded[i]!.probabilities, said), name).toBeLessThan(1e-5)
  })

  test('says how it was checked', () => {
    for (const { folder } of asked) expect(existsSync(join(folder, 'check.json'))).toBe(true)
  })
})
