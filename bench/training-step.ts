// The training step of the app itself, on noise, for measurements.
import { cnnOptions, plan, type PixelScaling, type TrainablePart } from '../src-main/contract'
import type { Compute } from '../src-main/engine/compute'
import { imageTensor } from '../src-main/engine/fused'
import { buildTransferModel } from '../src-main/engine/models/applications/build'
import { buildFresh, type ImageModel } from '../src-main/engine/models/build'
import { createStep } from '../src-main/engine/training/step'
import { tf, type Scalar, type Tensor1D } from '../src-main/engine/tf'

export interface BenchStep {
  parameters: number
  trainableParameters: number
  /** What the next step starts from: all weights in the order of the layers, and the batch. */
  snapshot(): Promise<Snapshot>
  /** One step. @returns the mean loss, read back */
  run(): number
  /** One step, for devices that are read asynchronously. @returns the sum of the losses and the right answers, on the device */
  queue(): Tensor1D
  dispose(): void
}

export interface Snapshot {
  size: number
  scaling: PixelScaling
  weights: { shape: number[]; values: Float32Array }[]
  /** [batch, size, size, 3] */
  pixels: Uint8Array
  labels: Int32Array
}

const toUnit: PixelScaling = { scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' }

function convolutional(size: number, options: object): [ImageModel, PixelScaling] {
  const choice = { name: 'cnn', options: cnnOptions.parse(options) } as const
  return [buildFresh(choice, { size, classes: 10, seed: 1 }), toUnit]
}

function mobileNet(trainable: TrainablePart): [ImageModel, PixelScaling] {
  const model = buildTransferModel({ name: 'mobilenet-v2' }, { size: 96, classes: 10, seed: 1, trainable })
  return [model, model.scaling]
}

/** The models that can be measured, with names as in bench/keras-step.py. */
const models: Record<string, () => [ImageModel, PixelScaling]> = {
  /** 2,122,186 parameters on 32×32. */
  seed: () => convolutional(32, {}),
  /** The same layers with a handful of filters on 8×8. */
  tiny: () => convolutional(8, { filters: [4, 8], dense: 16 }),
  mobilenetv2: () => mobileNet('all'),
  'mobilenetv2-head': () => mobileNet('head'),
}

export const modelNames = Object.keys(models)

/** @param model one of `modelNames` */
export function trainingStep(model: string, batch: number, compute: Compute): BenchStep {
  if (!models[model]) throw new Error(`unknown model ${model}; there are ${modelNames.join(', ')}`)
  const [image, scaling] = models[model]()
  const size = image.inputSize
  const wanted = plan.parse({ phases: [{ epochs: 1 }] })
  const step = createStep({
    model: image,
    phase: wanted.phases[0]!,
    plan: wanted,
    preprocessing: { size, resize: 'cover', ...scaling },
    compute,
  })
  const pixels = Uint8Array.from({ length: batch * size * size * 3 }, (_, i) => (i * 2654435761) >>> 24)
  const labels = Int32Array.from({ length: batch }, (_, i) => i % 10)
  let count = 0

  function queue(): Tensor1D {
    const inputs = {
      images: imageTensor(pixels, [batch, size, size, 3]),
      labels: tf.tensor1d(labels, 'int32') as Tensor1D,
      learningRate: tf.scalar(1e-3) as Scalar,
      seed: tf.tensor1d([1, count++], 'int32') as Tensor1D,
      classWeights: tf.ones([10]) as Tensor1D,
    }
    const metrics = step.run(inputs)
    tf.dispose(Object.values(inputs))
    return metrics
  }

  return {
    parameters: image.parameters,
    trainableParameters: image.trainableParameters,
    async snapshot() {
      const tensors = image.network.layers.flatMap((layer) => layer.getWeights())
      const values = await Promise.all(tensors.map(async (tensor) => Float32Array.from(await tensor.data())))
      const weights = tensors.map(({ shape }, i) => ({ shape, values: values[i]! }))
      return { size, scaling, weights, pixels, labels }
    },
    queue,
    run() {
      const metrics = queue()
      const [loss] = metrics.dataSync()
      metrics.dispose()
      return loss! / batch
    },
    dispose() {
      step.dispose()
      image.dispose()
    },
  }
}
