// Keras's Normalization: (x - mean) / sqrt(variance), a channel each, by numbers that are given or that are weights.
import { tf, type Shape, type Tensor } from '../../../tf'

export interface NormalizationConfig {
  name?: string
  /** Given together, or both among the weights. */
  mean?: readonly number[] | null
  variance?: readonly number[] | null
}

/** What Keras divides by at least. */
const smallest = 1e-7

export class Normalization extends tf.layers.Layer {
  static className = 'Normalization'
  readonly mean: readonly number[] | null
  readonly variance: readonly number[] | null

  constructor(config: NormalizationConfig = {}) {
    super(config as object)
    this.mean = config.mean ?? null
    this.variance = config.variance ?? null
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape
    if (!this.mean) {
      const { ones, zeros } = tf.initializers
      const channels = [shape[shape.length - 1]!]
      this.addWeight('mean', channels, 'float32', zeros(), undefined, false)
      this.addWeight('variance', channels, 'float32', ones(), undefined, false)
      // How many values Keras's `adapt` has seen. Nothing uses it; weight files have it.
      this.addWeight('count', [], 'float32', zeros(), undefined, false)
    }
    this.built = true
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs
    return tf.tidy(() => {
      const [mean, variance] = this.mean
        ? [tf.tensor1d([...this.mean]), tf.tensor1d([...this.variance!])]
        : [this.weights[0]!.read(), this.weights[1]!.read()]
      return x.sub(mean).div(variance.sqrt().maximum(smallest))
    })
  }

  override getConfig() {
    const [mean, variance] = [this.mean && [...this.mean], this.variance && [...this.variance]]
    return { ...super.getConfig(), axis: -1, mean, variance, invert: false }
  }
}

tf.serialization.registerClass(Normalization)
