// ReLU with an upper limit. TensorFlow.js's own layer cuts off with a second operation, and knows nothing of the one
// operation that backends have for ReLU6 (Krizhevsky 2010) and its gradient.
import { tf, type Shape, type Tensor } from '../../../tf'

export interface ReLUConfig {
  name?: string
  /** The largest output; none where it is left out. */
  maxValue?: number | null
}

export class ReLU extends tf.layers.Layer {
  static className = 'ReLU'
  readonly maxValue: number | null

  constructor(config: ReLUConfig = {}) {
    super(config as object)
    this.maxValue = config.maxValue ?? null
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs
    if (this.maxValue === null) return x.relu()
    return this.maxValue === 6 ? x.relu6() : tf.tidy(() => x.clipByValue(0, this.maxValue!))
  }

  override getConfig() {
    return { ...super.getConfig(), maxValue: this.maxValue }
  }
}

tf.serialization.registerClass(ReLU)
