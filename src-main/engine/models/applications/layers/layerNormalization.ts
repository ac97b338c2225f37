// LayerNormalization over the channels (Ba, Kiros, Hinton 2016). TensorFlow.js's own copies its averages out to the
// size of the picture and goes through batch normalisation, whose gradient is then dozens of operations.
import { tf, type Shape, type Tensor } from '../../../tf'

export interface LayerNormalizationConfig {
  name?: string
  epsilon?: number
}

type Weight = InstanceType<typeof tf.LayerVariable>

export class LayerNormalization extends tf.layers.Layer {
  static className = 'LayerNormalization'
  readonly epsilon: number
  #gamma!: Weight
  #beta!: Weight

  constructor(config: LayerNormalizationConfig = {}) {
    super(config as object)
    this.epsilon = config.epsilon ?? 1e-3
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape
    const channels = [shape[shape.length - 1]!]
    this.#gamma = this.addWeight('gamma', channels, 'float32', tf.initializers.ones())
    this.#beta = this.addWeight('beta', channels, 'float32', tf.initializers.zeros())
    this.built = true
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs
    return tf.tidy(() => {
      const centred = x.sub(x.mean(-1, true))
      const inverse = centred.square().mean(-1, true).add(this.epsilon).rsqrt()
      return centred.mul(inverse).mul(this.#gamma.read()).add(this.#beta.read())
    })
  }

  override getConfig() {
    return { ...super.getConfig(), axis: -1, epsilon: this.epsilon, center: true, scale: true }
  }
}

tf.serialization.registerClass(LayerNormalization)
