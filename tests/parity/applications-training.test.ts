// Fine-tuning MobileNetV2 with the app's own training step, on each backend: what is frozen stays as it is, what is
// not moves, a captured step gives the bits of the eager one, and all backends take the same step.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan, type TrainablePart } from '../../src-main/contract'
import { compileEagerly } from '../../src-main/engine/backends/shared/eager'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { buildTransferModel } from '../../src-main/engine/models/applications/build'
import type { ApplicationChoice } from '../../src-main/engine/models/applications/registry'
import { BatchNormalization } from '../../src-main/engine/models/layers/batchNormalization'
import { tf, type LayersModel, type Scalar, type Tensor1D, type Tensor4D } from '../../src-main/engine/tf'
import { createStep } from '../../src-main/engine/training/step'
import { preparedPack } from '../support/tensorflow'

const [size, batch, classes] = [32, 8, 3]
const adam = plan.parse({ phases: [{ epochs: 1 }] })
const descent = plan.parse({ phases: [{ epochs: 1, optimizer: { name: 'sgd', momentum: 0 } }] })

/** Values of a model's weights by layer. */
const weightsOf = (network: LayersModel) =>
  new Map(
    network.layers.map((layer) => [
      layer.name,
      layer.getWeights().map((w) => w.dataSync().slice() as Float32Array),
    ]),
  )

const bytes = (values: readonly Float32Array[]) =>
  Buffer.concat(values.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength)))
const differ = (a: readonly Float32Array[], b: readonly Float32Array[]) => !bytes(a).equals(bytes(b))

/** Trains on the same noise for some steps. */
function trained(
  compute: Compute,
  part: TrainablePart,
  steps: number,
  wanted = adam,
  choice: ApplicationChoice = { name: 'mobilenet-v2', alpha: 0.35 },
) {
  const model = buildTransferModel(choice, { size, classes, seed: 4, trainable: part })
  const before = weightsOf(model.network)
  const step = createStep({
    model,
    phase: wanted.phases[0]!,
    plan: wanted,
    preprocessing: { ...model.scaling, size, resize: 'stretch' },
    compute,
  })
  const pixels = Int32Array.from({ length: batch * size ** 2 * 3 }, (_, i) => Math.imul(i, 2654435761) >>> 24)
  const labels = Int32Array.from({ length: batch }, (_, i) => i % classes)
  const losses = Array.from({ length: steps }, (_, count) => {
    const inputs = {
      images: tf.tensor4d(pixels, [batch, size, size, 3], 'int32') as Tensor4D,
      labels: tf.tensor1d(labels, 'int32') as Tensor1D,
      learningRate: tf.scalar(1e-3) as Scalar,
      seed: tf.tensor1d([1, count], 'int32') as Tensor1D,
      classWeights: tf.ones([classes]) as Tensor1D,
    }
    const metrics = step.run(inputs)
    const loss = metrics.dataSync()[0]! / batch
    tf.dispose([metrics, ...Object.values(inputs)])
    return loss
  })
  const after = weightsOf(model.network)
  const moved = model.network.layers.filter(({ name }) => differ(before.get(name)!, after.get(name)!))
  const statisticsMoved = model.network.layers.filter(
    (layer) =>
      layer instanceof BatchNormalization &&
      differ(before.get(layer.name)!.slice(2), after.get(layer.name)!.slice(2)),
  )
  const names = (layers: LayersModel['layers']) => layers.map((layer) => layer.name)
  const result = {
    losses,
    moved: names(moved),
    statisticsMoved: names(statisticsMoved),
    weights: [...after.values()],
  }
  step.dispose()
  model.dispose()
  return result
}

/** What one step of plain gradient descent did on the first backend: loss and change of every weight. */
const reference: { loss?: number; change?: number[] } = {}

function suite(open: () => Promise<Compute>, captures: boolean) {
  let compute: Compute
  beforeAll(async () => {
    compute = await open()
  })
  afterAll(() => compute?.dispose())

  test('with the base frozen, the head alone moves and learns', () => {
    const { losses, moved } = trained(compute, 'head', 8)
    expect(moved).toEqual(['logits'])
    expect(losses.at(-1)).toBeLessThan(losses[0]!)
  })

  test('with the last 10 layers, they and their averages move', () => {
    const { moved, statisticsMoved, losses } = trained(compute, { last: 10 }, 6)
    const normalized = ['block_16_expand_BN', 'block_16_depthwise_BN', 'block_16_project_BN', 'Conv_1_bn']
    expect(statisticsMoved).toEqual(normalized)
    const weighted = ['block_16_depthwise', 'block_16_project', 'Conv_1', 'logits']
    expect([...moved].sort()).toEqual([...normalized, ...weighted].sort())
    expect(losses.at(-1)).toBeLessThan(losses[0]!)
  })

  test('with all layers, all of them move', () => {
    const { moved, statisticsMoved, losses } = trained(compute, 'all', 6)
    expect(statisticsMoved.length).toBe(52)
    expect(moved.length).toBe(52 + 52 + 1)
    expect(losses.at(-1)).toBeLessThan(losses[0]!)
  })

  // Families with layers of their own: gates, hard-swish, GELU, LayerNorm, whole blocks left out, concatenations.
  test.each<ApplicationChoice>([
    { name: 'mobilenet', alpha: 0.25 },
    { name: 'mobilenet-v3-small', alpha: 0.75 },
    { name: 'efficientnet-b0' },
    { name: 'efficientnet-v2-b0' },
    { name: 'densenet121' },
    { name: 'convnext-tiny' },
  ])('all of $name trains', (choice) => {
    const { moved, losses, weights } = trained(compute, 'all', 2, adam, choice)
    expect(moved.length).toBe(
      weights.filter((one) => one.length > 0).length - (choice.name === 'efficientnet-b0' ? 1 : 0),
    )
    expect(losses.every(Number.isFinite)).toBe(true)
  })

  test('one step of gradient descent is the same on every backend', () => {
    const flat = (weights: Float32Array[][]) => weights.flatMap((layer) => layer.flatMap((one) => [...one]))
    // Only the top: batch statistics of all 52 normalisations make of rounding a few signs at ReLU's kinks, which are
    // several per cent of a gradient, between any two backends.
    const change = (steps: number) => trained(compute, { last: 10 }, steps, descent)
    const [start, end] = [flat(change(0).weights), change(1)]
    const moved = flat(end.weights).map((value, i) => value - start[i]!)
    const [loss, before] = [(reference.loss ??= end.losses[0]!), (reference.change ??= moved)]
    const norm = (values: number[]) => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0))
    expect(Math.abs(end.losses[0]! / loss - 1)).toBeLessThan(1e-4)
    expect(norm(moved.map((v, i) => v - before[i]!)) / norm(before)).toBeLessThan(1e-4)
  })

  test.runIf(captures)('captured or eager, the same bits', () => {
    const eager = { ...compute, compile: compileEagerly }
    for (const part of ['head', { last: 10 }, 'all'] as const) {
      const [one, other] = [trained(compute, part, 3), trained(eager, part, 3)]
      expect(one.losses).toEqual(other.losses)
      expect(one.weights.some((layer, i) => differ(layer, other.weights[i]!))).toBe(false)
    }
  })
}

describe('MobileNetV2 on wasm', () => suite(openWasm, false))

const pack = await preparedPack()
describe.skipIf(pack === null)('MobileNetV2 on tensorflow', () =>
  suite(() => openTensorflow(pack!, { cpuOnly: true }), true),
)
