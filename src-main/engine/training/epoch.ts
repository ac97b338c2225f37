// One epoch: every training picture once, in a new order, then the validation.
import type { RunRecordOf } from '../../contract'
import { classBalanceOf, type Phase } from '../../contract/plan'
import { tf, type Tensor1D } from '../tf'
import { balancedOrder, epochOrder } from './batches'
import { Clock } from './clock'
import { learningRateAt } from './schedules'
import type { TrainingSession } from './session'

/** Runs one step on the pictures that are next. */
function trainStep(session: TrainingSession, phase: Phase, order: Int32Array, classWeights: Tensor1D): void {
  const { state, batch, options } = session
  const work = session.work!
  const from = state.epochSteps * batch
  const indices = order.subarray(from, from + batch)
  const learningRate = learningRateAt(phase, state.phaseSteps, session.stepsPerEpoch)
  const seed = [options.run.seed, state.steps] as const
  if (session.piece < session.batch) {
    const load = (places: Int32Array) =>
      work.load(
        places.map((place) => indices[place]!),
        state.epochs,
      )
    const [count, most] = [indices.length, session.piece]
    const metrics = work.step.runPieces({ count, most, load, learningRate, seed, classWeights })
    session.meter.add(metrics, count, learningRate)
  } else {
    const input = tf.tidy(() => ({
      ...work.load(indices, state.epochs),
      learningRate: tf.scalar(learningRate),
      seed: tf.tensor1d([...seed], 'int32'),
    }))
    try {
      session.meter.add(work.step.run({ ...input, classWeights }), indices.length, learningRate)
    } finally {
      tf.dispose(input)
    }
  }
  state.phaseSteps++
  state.steps++
  state.epochSteps++
}

/** The steps that are left of the epoch. @returns seconds of the epoch's steps, those before a restart included */
async function trainSteps(session: TrainingSession, phase: Phase, classWeights: Tensor1D): Promise<number> {
  const { state } = session
  const { run, open } = session.options
  const order =
    classBalanceOf(run.plan) === 'sampling'
      ? balancedOrder(session.train, open.labels, run.seed, state.epochs + 1)
      : epochOrder(session.train, run.seed, state.epochs + 1)
  const before = state.epochSeconds
  const start = session.clock.seconds
  session.restartRate()
  while (state.epochSteps < session.stepsPerEpoch) {
    trainStep(session, phase, order, classWeights)
    await session.work!.step.settled()
    await session.tune()
    await session.afterStep()
    state.epochSeconds = before + session.clock.seconds - start
    await session.between()
  }
  await session.report()
  return (state.epochSeconds = before + session.clock.seconds - start)
}

/**
 * Trains one epoch, validates, records it and keeps the weights if they are the best.
 * @throws UserError `training-diverged`, `cancelled`
 */
export async function trainEpoch(
  session: TrainingSession,
  phase: Phase,
  classWeights: Tensor1D,
): Promise<Omit<RunRecordOf<'epoch'>, 'seq' | 't'>> {
  const { state, tracker, options } = session
  await session.work!.prepare(state.epochs)
  const stepSeconds = await trainSteps(session, phase, classWeights)
  const validating = new Clock()
  const validation = await session.work!.evaluator.run(session.validation, () => session.between())
  const epoch = state.epochs + 1
  const best = validation !== null && tracker.note(epoch, validation)
  if (best && options.run.plan.restoreBest) session.keepBest()

  const { loss, correct, images } = state
  state.stepSeconds += stepSeconds
  state.stepImages += images
  state.epochs = epoch
  state.phaseEpochs++
  Object.assign(state, { epochSteps: 0, loss: 0, correct: 0, images: 0, epochSeconds: 0 })
  return {
    type: 'epoch',
    epoch,
    step: state.steps,
    train: { loss: loss / images, accuracy: correct / images, count: images },
    validation,
    learningRate: learningRateAt(phase, state.phaseSteps - 1, session.stepsPerEpoch),
    seconds: stepSeconds + validating.seconds,
    imagesPerSecond: images / Math.max(1e-6, stepSeconds),
    best,
  }
}
