// Keras models, as Keras itself writes them, brought in here: the probabilities are Keras's own. Keras 3 `.keras` and
// its legacy `.h5`, and the `.h5` that Keras 2 writes.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWasm } from '../../src-main/engine/backends/wasm'
import { buildContestant } from '../../src-main/engine/contestant/build'
import { lookAt } from '../../src-main/engine/contestant/look'
import { quietTask } from '../../src-main/engine/task'
import { tf, type Tensor } from '../../src-main/engine/tf'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['tensorflow-cpu', 'keras', 'numpy'])
const keras2Python = python && (await pythonWith(['tensorflow-cpu', 'tf-keras'], ['tf-keras']))

const SIZE = 32

/** Builds models with weights that say something, saves them, and says what they say of pictures by formula. */
const PROGRAM = `
import sys, json, os, warnings
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")
asked = json.load(sys.stdin)
import numpy as np
if asked["keras"] == 2:
    import tf_keras as keras
else:
    import keras
layers, size = keras.layers, asked["size"]

def cnn():
    # A Sequential with augmentation and dropout, as tutorials have it; its end gives scores.
    return keras.Sequential([
        keras.Input((size, size, 3)),
        layers.RandomFlip("horizontal"),
        layers.Rescaling(1 / 255.0),
        layers.Conv2D(6, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.SeparableConv2D(8, 3, padding="same"),
        layers.LeakyReLU(),
        layers.Conv2DTranspose(5, 3, strides=2, padding="same", activation="elu"),
        layers.AveragePooling2D((3, 3), strides=2),
        layers.Flatten(),
        layers.Dropout(0.3),
        layers.Dense(7, activation="tanh"),
        layers.Dense(4),
    ])

def mobile():
    # A functional model around a model of its own, as in transfer learning: preparation by arithmetic, blocks with
    # depthwise convolutions, a gate with keepdims, a residual, one sigmoid at the end.
    def block(x, filters, name):
        y = layers.Conv2D(12, 1, use_bias=False, name=name + "_expand")(x)
        y = layers.BatchNormalization(epsilon=1e-3, name=name + "_expand_BN")(y)
        y = layers.ReLU(6.0)(y)
        y = layers.ZeroPadding2D(((0, 1), (0, 1)))(y)
        y = layers.DepthwiseConv2D(3, strides=2, use_bias=False, name=name + "_depthwise")(y)
        y = layers.BatchNormalization(scale=False, name=name + "_depthwise_BN")(y)
        y = layers.Activation("swish")(y)
        gate = layers.GlobalAveragePooling2D(keepdims=True)(y)
        gate = layers.Conv2D(12, 1, activation="sigmoid")(gate)
        y = layers.Multiply()([y, gate])
        return layers.Conv2D(filters, 1, padding="same", name=name + "_project")(y)
    inner = keras.Input((size, size, 3))
    x = layers.Conv2D(8, 3, strides=2, padding="same", name="Conv1")(inner)
    x = block(x, 8, "block_1")
    y = layers.Conv2D(8, 3, padding="same", activation="relu")(x)
    x = layers.Concatenate()([layers.Add()([x, y]), layers.Maximum()([x, y])])
    base = keras.Model(inner, x, name="base")
    image = keras.Input((size, size, 3))
    x = image / 127.5
    x = x - 1.0
    x = base(x, training=False)
    x = layers.GlobalAveragePooling2D()(x)
    head = keras.Sequential([keras.Input((16,)), layers.Dense(6, activation="gelu"), layers.LayerNormalization(), layers.Dropout(0.2)])
    x = head(x)
    return keras.Model(image, layers.Dense(1, activation="sigmoid")(x))

def normal():
    image = keras.Input((size, size, 3))
    x = layers.Normalization(mean=[123.7, 116.3, 103.5], variance=[3409.0, 3262.0, 3288.0])(image)
    adapted = layers.Normalization()
    adapted.adapt(np.random.default_rng(1).normal(2, 3, (8, size, size, 3)).astype("float32"))
    x = adapted(x)
    x = layers.Conv2D(4, 5, strides=3, activation="selu")(x)
    x = layers.PReLU(shared_axes=[1, 2])(x)
    x = layers.Conv2D(4, 3, padding="same", groups=4)(x)
    x = layers.Permute((2, 1, 3))(layers.Cropping2D(1)(layers.UpSampling2D()(x)))
    x = layers.GlobalMaxPooling2D()(x)
    x = layers.Dense(3)(x)
    return keras.Model(image, layers.Softmax()(x))

rng = np.random.default_rng(7)
y, x = np.meshgrid(np.arange(size), np.arange(size), indexing="ij")
pictures = np.stack([np.stack([(np.sin(x * (0.3 + k * 0.11 + c * 0.07)) + np.cos(y * (0.2 + k * 0.05))) * 63 + 127 for c in range(3)], -1) for k in range(6)]).round().astype("float32")
out = {"pictures": pictures.reshape(-1).tolist(), "models": []}
for make in (cnn, mobile, normal):
    model = make()
    def fill(layer):
        for inner in getattr(layer, "layers", []):
            fill(inner)
        if getattr(layer, "layers", None) or isinstance(layer, layers.Normalization):
            return
        names = [w.name.split("/")[-1].split(":")[0] for w in layer.weights]
        values = [rng.uniform(0.5, 1.5, w.shape) if n in ("gamma", "moving_variance") else rng.uniform(-0.9, 0.9, w.shape) for n, w in zip(names, layer.weights) if "seed" not in n]
        if values and len(values) == len(layer.weights):
            layer.set_weights([v.astype("float32") for v in values])
    fill(model)
    said = np.asarray(model(pictures, training=False))
    for kind in asked["kinds"]:
        path = os.path.join(asked["folder"], make.__name__ + "-" + str(asked["keras"]) + "." + kind)
        model.save(path)
        out["models"].append({"name": make.__name__, "path": path, "said": said.tolist()})
json.dump(out, sys.stdout)
`

interface Answer {
  pictures: number[]
  models: { name: string; path: string; said: number[][] }[]
}

/** What Keras gives, as probabilities of all classes. */
const probabilitiesOf = (outputs: string, row: readonly number[]): number[] => {
  if (outputs === 'sigmoid') return [1 - row[0]!, row[0]!]
  if (outputs === 'softmax') return [...row]
  const [most, all] = [Math.max(...row), (values: number[]) => values.reduce((sum, one) => sum + one, 0)]
  const powers = row.map((score) => Math.exp(score - most))
  return powers.map((one) => one / all(powers))
}

describe.skipIf(python === null)('a Keras model, brought in', () => {
  let folder: string
  beforeAll(async () => {
    await openWasm()
    folder = await mkdtemp(join(tmpdir(), 'cotejo-keras-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function compare(interpreter: string, keras: 2 | 3, kinds: string[]): Promise<void> {
    const answer = await askPython<Answer>(interpreter, PROGRAM, { keras, kinds, size: SIZE, folder })
    expect(answer.models).toHaveLength(3 * kinds.length)
    for (const { name, path, said } of answer.models) {
      const scratch = join(folder, `scratch-${name}-${keras}-${path.split('.').at(-1)}`)
      await mkdir(scratch)
      const contestant = await lookAt([path], scratch, quietTask())
      const { found } = contestant
      expect(found.size).toBe(SIZE)
      expect([found.preparation, found.scaling]).toEqual(['inside', 'raw'])
      expect(found.outputs).toBe({ cnn: 'logits', mobile: 'sigmoid', normal: 'softmax' }[name])
      const map = Array.from({ length: found.classes }, (_, k) => k)
      const network = await buildContestant(contestant, { size: SIZE, map })
      const input = tf.tensor4d(answer.pictures, [said.length, SIZE, SIZE, 3])
      const mine = Array.from(await (network.predict(input) as Tensor).data())
      const expected = said.flatMap((row) => probabilitiesOf(found.outputs, row))
      expect(new Set(expected.map((p) => p.toFixed(3))).size, name).toBeGreaterThan(4)
      const largest = mine.reduce((most, p, i) => Math.max(most, Math.abs(p - expected[i]!)), 0)
      expect(mine.length, path).toBe(expected.length)
      expect(largest, path).toBeLessThan(1e-5)
      network.dispose()
      await contestant.opened.weights.close()
    }
  }

  test('of Keras 3, as .keras and as .h5', () => compare(python!, 3, ['keras', 'h5']), 240_000)
  test.skipIf(keras2Python === null)('of Keras 2, as .h5', () => compare(keras2Python!, 2, ['h5']), 240_000)
})
