// A training step whose batch does not fit into memory at once: the batch is computed in pieces, their gradients are
// added up, and the optimizer takes one step (docs/decisions/0031).
import type { CompiledFunction, Compute, TensorFunction } from '../compute'
import { deriveSeed } from '../models/seeds'
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../tf'
import { drawTable, TABLE } from './augment/draws'
import { batchGradients } from './batchGradients'
import type { BatchImages } from './forward'
import { applyOptimizer } from './optimizers'
import type { StepBatch, StepFunctionOptions } from './stepFunction'

/** A batch that is loaded piece by piece. */
export interface PiecewiseBatch {
  /** Pictures in it. */
  readonly count: number
  /** Pictures of a piece, at most. */
  readonly most: number
  /** New tensors for pictures by their places in the batch. */
  load(places: Int32Array): Pick<StepBatch, 'images' | 'labels' | 'draws'>
  readonly learningRate: number
  /** Run seed and step. */
  readonly seed: readonly [number, number]
  /** float32 [classes]. */
  readonly classWeights: Tensor1D
}

/** What a step changes. New tensors, the caller's. */
export interface StepResultTensors {
  metrics: Tensor1D
  weights: Tensor[]
  statistics: Tensor[]
  slots: Tensor[]
}

/** Where the pieces of a batch begin, and where the last one ends: as few as there can be, of lengths that differ by one at most. */
export function pieceBounds(count: number, most: number): number[] {
  const pieces = Math.ceil(count / most)
  return Array.from({ length: pieces + 1 }, (_, i) => Math.round((i * count) / pieces))
}

/**
 * What random layers of a piece draw from: each piece has numbers of its own, the first one those of an undivided step.
 * @returns int32 [2]
 */
const pieceSeed = ([run, step]: readonly [number, number], piece: number): Tensor1D =>
  tf.tensor1d([piece === 0 ? run : deriveSeed(run, 'micro-batch', piece), step], 'int32')

/**
 * Gradients of a piece, added to those of the pieces before it. Inputs: trained weights, statistics, other weights;
 * the sums so far: metrics, gradients, statistics; class weights, pictures, labels, seed, the piece's share of the
 * batch, a table of draws where there is one. Outputs: the new sums. Statistics are the mean over the pieces of what
 * each would move them to, by their shares, which moves them as far as an undivided step.
 */
function createPieceFunction({ forward, variables, labelSmoothing }: StepFunctionOptions): TensorFunction {
  const { trained, statistics, fixed } = variables
  const sumsFrom = trained.length + statistics.length + fixed.length
  const batchFrom = sumsFrom + 1 + trained.length + statistics.length
  return (inputs) => {
    const [metrics, ...sums] = inputs.slice(sumsFrom, batchFrom)
    const [classWeights, images, labels, seed, share, draws] = inputs.slice(batchFrom) as [
      Tensor1D,
      BatchImages,
      Tensor1D,
      Tensor1D,
      Scalar,
      Tensor2D?,
    ]
    const open = forward.mixes
    const piece = batchGradients(
      { forward, trained, statistics, labelSmoothing },
      { images, labels, seed, classWeights, share, draws, open },
    )
    const moved = piece.statistics.map((value) => value.mul(share))
    tf.dispose(piece.statistics)
    return [
      metrics!.add(piece.metrics),
      ...[...piece.gradients, ...moved].map((value, i) => sums[i]!.add(value)),
    ]
  }
}

/** The optimizer's step. Inputs: trained weights, their gradients, slots, learning rate. Outputs: weights, slots. */
function createUpdateFunction({ variables, optimizer }: StepFunctionOptions): TensorFunction {
  const count = variables.trained.length
  return (inputs) => {
    const slots = inputs.slice(2 * count, -1)
    const gradients = inputs.slice(count, 2 * count)
    const learningRate = inputs[inputs.length - 1] as Scalar
    const next = applyOptimizer(optimizer, learningRate, inputs.slice(0, count), gradients, slots)
    return [...next.weights, ...next.slots]
  }
}

export class MicroBatches {
  readonly #options: StepFunctionOptions
  readonly #piece: CompiledFunction
  readonly #update: CompiledFunction

  constructor(options: StepFunctionOptions, compute: Compute) {
    this.#options = options
    this.#piece = compute.compile('micro-batch', createPieceFunction(options))
    this.#update = compute.compile('update', createUpdateFunction(options))
  }

  /** One step. Of a piece, only its sums are there when the next one begins. */
  run(batch: PiecewiseBatch, slots: readonly Tensor[]): StepResultTensors {
    const { trained, statistics } = this.#options.variables
    const [metrics, ...sums] = this.#sums(batch)
    const learningRate = tf.scalar(batch.learningRate)
    const gradients = sums.slice(0, trained.length)
    try {
      const changed = this.#update.run([...trained, ...gradients, ...slots, learningRate])
      return {
        metrics: metrics as Tensor1D,
        weights: changed.slice(0, trained.length),
        statistics: sums.slice(trained.length),
        slots: changed.slice(trained.length),
      }
    } catch (error) {
      tf.dispose([metrics!, sums.slice(trained.length, trained.length + statistics.length)])
      throw error
    } finally {
      tf.dispose([gradients, learningRate])
    }
  }

  /** Metrics, gradients and statistics of the whole batch. */
  #sums(batch: PiecewiseBatch): Tensor[] {
    const { trained, statistics } = this.#options.variables
    const bounds = pieceBounds(batch.count, batch.most)
    let sums: Tensor[] = tf.tidy(() => [
      tf.zeros([2]),
      ...[...trained, ...statistics].map((one) => tf.zerosLike(one)),
    ])
    let drawn: Tensor2D | null = null
    const table = () => (drawn ??= tf.keep(this.#table(batch)))
    try {
      for (let i = 0; i + 1 < bounds.length; i++) {
        const next = this.#add(sums, batch, i, [bounds[i]!, bounds[i + 1]!], table)
        tf.dispose(sums)
        sums = next
      }
      return sums
    } catch (error) {
      tf.dispose(sums)
      throw error
    } finally {
      tf.dispose(drawn ?? [])
    }
  }

  #add(
    sums: readonly Tensor[],
    batch: PiecewiseBatch,
    piece: number,
    [from, to]: readonly [number, number],
    table: () => Tensor2D,
  ): Tensor[] {
    const { forward, variables } = this.#options
    // With the picture that is mixed into the last one: that of the first piece into the last of the batch.
    const length = to - from + (forward.mixes ? 1 : 0)
    const places = Int32Array.from({ length }, (_, i) => (from + i) % batch.count)
    const inputs = tf.tidy(() => {
      const { images, labels, draws } = batch.load(places)
      const [seed, share] = [pieceSeed(batch.seed, piece), tf.scalar((to - from) / batch.count)]
      const rows = draws ?? (forward.draws ? table().slice([from, 0], [length, TABLE]) : null)
      return [images, labels, seed, share, ...(rows ? [rows] : [])]
    })
    try {
      const { trained, statistics, fixed } = variables
      return this.#piece.run([...trained, ...statistics, ...fixed, ...sums, batch.classWeights, ...inputs])
    } finally {
      tf.dispose(inputs)
    }
  }

  /** What the augmentation of an undivided step would draw for each picture; after the last one the first again. */
  #table({ count, seed: [run, step] }: PiecewiseBatch): Tensor2D {
    return tf.tidy(() => {
      const table = drawTable(count, tf.tensor1d([run, step], 'int32'))
      return tf.concat([table, table.slice([0, 0], [1, TABLE])])
    })
  }

  dispose(): void {
    this.#piece.dispose()
    this.#update.dispose()
  }
}
