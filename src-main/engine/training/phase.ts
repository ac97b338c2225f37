// What one phase of a training works with. It is made when the phase begins, as what is frozen then decides what a
// step computes, and freed when it ends.
import type { Phase } from '../../contract/plan'
import type { Features } from '../features/features'
import { featureBatch } from '../features/predict'
import { inferenceBatch } from '../models/inference'
import { tf, type Tensor1D } from '../tf'
import { TABLE } from './augment/draws'
import { viewDraws, viewOf } from './augment/views'
import { labelTensor } from './batches'
import { createSetEvaluator, type SetEvaluator } from './evaluateSet'
import { forwardFromFeatures, forwardFromPictures } from './forward'
import { frozenPart, openFeatures } from './phaseFeatures'
import type { TrainingSession } from './session'
import { createStep, type TrainingStep } from './step'
import type { StepBatch } from './stepFunction'

const pictures = (count: number): string => `${count} ${count === 1 ? 'picture' : 'pictures'}`

/** How batches are loaded, and what is done with them. */
interface Way {
  step: TrainingStep
  evaluator: SetEvaluator
  load(indices: Int32Array, epoch: number): Pick<StepBatch, 'images' | 'draws'>
}

export class PhaseWork {
  readonly #session: TrainingSession
  readonly #phase: Phase
  #features: Features | null
  #way: Way

  private constructor(session: TrainingSession, phase: Phase, features: Features | null) {
    this.#session = session
    this.#phase = phase
    this.#features = features
    this.#way = features ? fromFeatures(session, phase, features) : fromPictures(session, phase)
  }

  /**
   * Freezes what the phase does not train, and makes its step, the way to its batches, and its evaluator.
   * @throws UserError `invalid-argument` where the model has no such part; `cancelled`
   */
  static async begin(session: TrainingSession, phase: Phase): Promise<PhaseWork> {
    session.model.setTrainable(phase.trainable, phase.baseMode)
    return new PhaseWork(session, phase, await openFeatures(session))
  }

  get step(): TrainingStep {
    return this.#way.step
  }

  /** Evaluates the weights as they are. */
  get evaluator(): SetEvaluator {
    return this.#way.evaluator
  }

  /**
   * Computes what an epoch needs of features, where that has not been done. Where there turns out to be no room for
   * them, the phase goes on without.
   * @param epoch of the run, from 0
   * @throws UserError `cancelled`
   */
  async prepare(epoch: number): Promise<void> {
    const features = this.#features
    if (!features) return
    const { train, validation, options, task, writer, state } = this.#session
    const ensured = await features.ensure(
      [
        { pictures: train, view: viewOf(options.run.plan, epoch) },
        { pictures: validation, view: null },
      ],
      {
        between: () => this.#session.between(),
        progress: (done, total) => task.progress({ stage: 'features', done, total, unit: 'images' }),
      },
    )
    if (!ensured) return this.#goOnWithout(features)
    const { computed, found, seconds } = ensured
    if (computed === 0) return
    const another = state.phaseEpochs > 0
    const there = found > 0 ? `; ${pictures(found)} had been before` : ''
    const view = another ? 'another view of ' : ''
    writer.write({
      type: 'note',
      message: `What is frozen was computed once for ${view}${pictures(computed)} in ${seconds.toFixed(1)} s${there}.`,
      about: { key: another ? 'features-view' : 'features', images: computed, found, seconds },
    })
  }

  #goOnWithout(features: Features): void {
    const old = this.#way
    const way = fromPictures(this.#session, this.#phase)
    way.step.restore(old.step.slots.map((slot) => slot.clone()))
    this.#way = way
    this.#features = null
    free(old)
    features.close()
    const message = 'There is no room for what is frozen: it is computed anew in each step.'
    this.#session.writer.write({ type: 'note', message, about: { key: 'features-no-room' } })
  }

  /** What `step` takes for these pictures, as an epoch shows them. The caller disposes of it. */
  load(indices: Int32Array, epoch: number): Pick<StepBatch, 'images' | 'draws'> & { labels: Tensor1D } {
    const { labels } = this.#session.options.open
    return { ...this.#way.load(indices, epoch), labels: labelTensor(labels, indices) }
  }

  /** Frees everything. @returns the features, which the caller closes */
  end(): Features | null {
    free(this.#way)
    return this.#features
  }
}

function free({ step, evaluator }: Way): void {
  step.dispose()
  evaluator.dispose()
}

function fromPictures(session: TrainingSession, phase: Phase): Way {
  const { model, options } = session
  const { run, open, images, compute, viewSeed = run.seed } = options
  const { plan, preprocessing } = run
  const forward = forwardFromPictures(model, plan.augmentation, preprocessing, frozenPart(model))
  const load = (indices: Int32Array) => session.pictures(indices)
  return {
    step: createStep({ model, phase, plan, preprocessing, compute, forward }),
    evaluator: createSetEvaluator(forward, load, inferenceBatch(images.size), open.labels, compute),
    load(indices, epoch) {
      const view = viewOf(plan, epoch)
      if (view === null) return { images: load(indices) }
      return {
        images: load(indices),
        draws: tf.tensor2d(viewDraws(viewSeed, indices, view), [indices.length, TABLE]),
      }
    },
  }
}

function fromFeatures({ model, options }: TrainingSession, phase: Phase, features: Features): Way {
  const { run, open, compute } = options
  const { plan, preprocessing } = run
  const forward = forwardFromFeatures(model, features.cut)
  const load = (indices: Int32Array) => features.tensor(indices, null)
  return {
    step: createStep({ model, phase, plan, preprocessing, compute, forward }),
    evaluator: createSetEvaluator(forward, load, featureBatch(features.cut), open.labels, compute),
    load: (indices, epoch) => ({ images: features.tensor(indices, viewOf(plan, epoch)) }),
  }
}
