// The seed CNN (2,122,186 parameters) and a training step on it, written out with tf.variableGrads and Adam.
import { tf, type Tensor, type Variable } from '../src-main/engine/tf'

/** conv 32, pool, conv 64, pool, dense 512, dense 10 on 32×32 RGB; logits out. */
export function seedCnn() {
  const init = (seed: number) => tf.initializers.glorotUniform({ seed })
  const conv = (filters: number, seed: number, inputShape?: [number, number, number]) =>
    tf.layers.conv2d({
      filters,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: init(seed),
      inputShape,
    })
  return tf.sequential({
    layers: [
      conv(32, 1, [32, 32, 3]),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      conv(64, 2),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 512, activation: 'relu', kernelInitializer: init(3) }),
      tf.layers.dense({ units: 10, kernelInitializer: init(4) }),
    ],
  })
}

export interface Step {
  /** One step of Adam; the loss stays on the backend and is the caller's. */
  run(): Tensor
  weights: Variable[]
}

/** @param batch images a step; the images are noise, drawn once */
export function seedCnnStep(batch: number): Step {
  const network = seedCnn()
  const weights = network.trainableWeights.map((weight) => weight.read() as Variable)
  const slots = weights.map((weight) => [tf.zerosLike(weight), tf.zerosLike(weight)] as [Tensor, Tensor])
  const images = tf.randomUniform([batch, 32, 32, 3], 0, 1, 'float32', 5)
  const labels = tf.oneHot(tf.range(0, batch, 1, 'int32').mod(tf.scalar(10, 'int32')), 10)
  let steps = 0

  const run = () => {
    steps++
    const rate = (1e-3 * Math.sqrt(1 - 0.999 ** steps)) / (1 - 0.9 ** steps)
    return tf.tidy(() => {
      const { value, grads } = tf.variableGrads(
        () => tf.losses.softmaxCrossEntropy(labels, network.apply(images, { training: true }) as Tensor),
        weights,
      )
      weights.forEach((weight, i) => {
        const gradient = grads[weight.name]!
        const [first, second] = slots[i]!
        const m = tf.add(tf.mul(first, 0.9), tf.mul(gradient, 0.1))
        const v = tf.add(tf.mul(second, 0.999), tf.mul(tf.square(gradient), 0.001))
        weight.assign(tf.sub(weight, tf.mul(tf.div(m, tf.add(tf.sqrt(v), 1e-7)), rate)))
        slots[i] = [tf.keep(m), tf.keep(v)]
        tf.dispose([first, second])
      })
      return value
    })
  }
  return { run, weights }
}
