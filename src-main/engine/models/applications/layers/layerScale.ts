// LayerScale (Touvron et al. 2021, "Going deeper with image transformers"): each channel times a learnt factor.
import { tf, type Shape, type Tensor } from '../../../tf'

export interface LayerScaleConfig {
  name?: string
  initValues: number
  projectionDim: number
}

export class LayerScale extends tf.layers.Layer {
  static className = 'LayerScale'
  readonly initValues: number
  readonly projectionDim: number
  #gamma!: InstanceType<typeof tf.LayerVariable>

  constructor(config: LayerScaleConfig) {
    super(config as object)
    this.initValues = config.initValues
    this.projectionDim = config.projectionDim
  }

  override build(): void {
    const initial = tf.initializers.constant({ value: this.initValues })
    this.#gamma = this.addWeight('gamma', [this.projectionDim], 'float32', initial)
    this.built = true
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs
    return x.mul(this.#gamma.read())
  }

  override getConfig() {
    return { ...super.getConfig(), initValues: this.initValues, projectionDim: this.projectionDim }
  }
}

tf.serialization.registerClass(LayerScale)
