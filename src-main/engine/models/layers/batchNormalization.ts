// BatchNormalization with Keras's meaning: a layer with `trainable = false` runs in inference mode and keeps its
// averages, `scale` and `center` may be off, and the averages are outputs of the step. TensorFlow.js's own layer
// does none of the three.
import { movingAverage } from '../../fused'
import { tf, type Shape, type Tensor, type Tensor1D, type Variable } from '../../tf'
import { moveStatistic, stepContext, type StepContext } from '../stepContext'
import { normalizeByBatch } from './batchStatistics'

export interface BatchNormalizationConfig {
  name?: string
  /** Only the last axis is supported. */
  axis?: number | number[]
  momentum?: number
  epsilon?: number
  center?: boolean
  scale?: boolean
}

type Weight = InstanceType<typeof tf.LayerVariable>

export class BatchNormalization extends tf.layers.Layer {
  static className = 'BatchNormalization'
  readonly momentum: number
  readonly epsilon: number
  readonly center: boolean
  readonly scale: boolean
  /** Normalises by its averages and keeps them, also in a training step; gamma and beta may train all the same. */
  inference = false
  #gamma: Weight | null = null
  #beta: Weight | null = null
  #mean!: Weight
  #variance!: Weight

  constructor(config: BatchNormalizationConfig) {
    super(config as object)
    this.momentum = config.momentum ?? 0.99
    this.epsilon = config.epsilon ?? 1e-3
    this.center = config.center ?? true
    this.scale = config.scale ?? true
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape
    const channels = [shape[shape.length - 1]!]
    const { ones, zeros } = tf.initializers
    // The order of the weights is Keras's; weight files depend on it.
    if (this.scale) this.#gamma = this.addWeight('gamma', channels, 'float32', ones())
    if (this.center) this.#beta = this.addWeight('beta', channels, 'float32', zeros())
    this.#mean = this.addWeight('moving_mean', channels, 'float32', zeros(), undefined, false)
    this.#variance = this.addWeight('moving_variance', channels, 'float32', ones(), undefined, false)
    this.built = true
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape
  }

  get #moves(): boolean {
    return this.trainable && !this.inference
  }

  /** The variables that a training step moves, in the order mean, variance; none where the layer is frozen or at inference. */
  statistics(): Variable[] {
    return this.#moves ? [this.#mean.read() as Variable, this.#variance.read() as Variable] : []
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs
    const step = stepContext()
    return tf.tidy(() => (step && this.#moves ? this.#training(x, step) : this.#inference(x)))
  }

  #gammaOr1(like: Tensor): Tensor1D {
    return (this.#gamma?.read() ?? tf.onesLike(like)) as Tensor1D
  }

  #betaOr0(like: Tensor): Tensor1D {
    return (this.#beta?.read() ?? tf.zerosLike(like)) as Tensor1D
  }

  /** What normalising by the averages comes to: a factor and a shift for each channel. */
  factors(): { scale: Tensor1D; shift: Tensor1D } {
    const mean = this.#mean.read()
    const scale = this.#variance.read().add(this.epsilon).rsqrt().mul(this.#gammaOr1(mean)) as Tensor1D
    return { scale, shift: this.#betaOr0(mean).sub(mean.mul(scale)) }
  }

  /**
   * By the averages, as one factor and one shift a channel: two passes, and a gradient of two passes for what lies
   * below a frozen layer (tf.batchNorm is slower on wasm, and its gradient is composed of dozens of operations).
   */
  #inference(x: Tensor): Tensor {
    const { scale, shift } = this.factors()
    return x.mul(scale).add(shift)
  }

  #training(x: Tensor, step: StepContext): Tensor {
    const [mean, variance] = [this.#mean.read() as Variable, this.#variance.read() as Variable]
    return normalizeByBatch(
      x,
      this.#gammaOr1(mean),
      this.#betaOr0(mean),
      this.epsilon,
      (nowMean, nowVariance) => {
        moveStatistic(step, mean, movingAverage(mean, nowMean, this.momentum))
        moveStatistic(step, variance, movingAverage(variance, nowVariance, this.momentum))
      },
    )
  }

  override getConfig() {
    return {
      ...super.getConfig(),
      axis: -1,
      momentum: this.momentum,
      epsilon: this.epsilon,
      center: this.center,
      scale: this.scale,
    }
  }
}

tf.serialization.registerClass(BatchNormalization)
