// Dropout (Srivastava et al. 2014) whose mask is a function of the step's seed tensor. TensorFlow.js's own layer
// draws its mask in JavaScript: a captured step would replay one mask for ever, and a resumed run would differ.
import { statelessUniform } from '../../random'
import { tf, type Shape, type Tensor } from '../../tf'
import { stepContext } from '../stepContext'

export interface DropoutConfig {
  name?: string
  /** Fraction of the inputs that is set to zero in training, in [0, 1). */
  rate: number
  /** Tells this layer's masks from those of the other layers of the same step. Saved as Keras's `seed`. */
  seed?: number | null
  /** The mask's shape where one draw stands for several values; null is the input's side. Keras's `noise_shape`. */
  noiseShape?: readonly (number | null)[] | null
}

export class Dropout extends tf.layers.Layer {
  static className = 'Dropout'
  readonly rate: number
  readonly seed: number
  readonly noiseShape: readonly (number | null)[] | null
  /** Lets its input through, also in a training step. */
  inference = false

  constructor(config: DropoutConfig) {
    super(config as object)
    this.rate = config.rate
    this.seed = config.seed ?? 0
    this.noiseShape = config.noiseShape ?? null
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape
  }

  /**
   * Training: zero with probability `rate`, else x / (1 - rate). Inference, and in a frozen part of a network: the
   * input unchanged.
   */
  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs
    const step = stepContext()
    if (!step || this.rate === 0 || !this.trainable || this.inference) return x
    const shape = this.noiseShape?.map((side, axis) => side ?? x.shape[axis]!) ?? x.shape
    return tf.tidy(() => {
      const kept = statelessUniform(shape, step.seed, this.seed).greaterEqual(this.rate)
      return x.mul(kept.cast('float32').mul(1 / (1 - this.rate)))
    })
  }

  override getConfig() {
    return {
      ...super.getConfig(),
      rate: this.rate,
      noiseShape: this.noiseShape && [...this.noiseShape],
      seed: this.seed,
    }
  }
}

tf.serialization.registerClass(Dropout)
