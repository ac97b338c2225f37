// The phases of a plan, one after the other, and what they change of a model.
import type { Plan, TrainedRun } from '../../contract'
import { classBalanceOf } from '../../contract/plan'
import type { ImageModel } from '../models/build'
import { allWeights, stepStatistics, trainableWeights } from '../models/weights'
import { tf, type Variable } from '../tf'
import { classWeights } from './classWeights'
import { trainEpoch } from './epoch'
import { PhaseWork } from './phase'
import type { TrainingSession } from './session'
import { TensorBoardLog } from './tensorboard'

export interface TrainedParts {
  /** The variables that some phase changes, in the model's order. */
  changing: Variable[]
  /** Of each phase, the number of values that its optimizer moves. */
  parameters: number[]
}

/**
 * What a plan trains. Leaves the model as the last phase has it.
 * @throws UserError `invalid-argument` where the model has no such part
 */
export function trainedParts(model: ImageModel, { phases }: Plan): TrainedParts {
  const changing = new Set<Variable>()
  const parameters = phases.map(({ trainable, baseMode }) => {
    model.setTrainable(trainable, baseMode)
    for (const one of [...trainableWeights(model.network), ...stepStatistics(model.network)])
      changing.add(one)
    return model.trainableParameters
  })
  return { changing: allWeights(model.network).filter((one) => changing.has(one)), parameters }
}

/** Tells that a phase begins; where a plan has one phase, the start of the run has told all. */
function recordPhase({ state, options, parts, writer, phaseLength }: TrainingSession): void {
  const { phases } = options.run.plan
  if (phases.length === 1) return
  const { trainable, learningRate } = phases[state.phase]!
  writer.write({
    type: 'phase',
    phase: state.phase + 1,
    phases: phases.length,
    trainable,
    trainableParameters: parts.parameters[state.phase]!,
    learningRate,
    epochs: phaseLength(state.phase),
    after: state.epochs,
  })
}

/** Weights of the loss by class, float32 [classes]. */
function lossWeights(session: TrainingSession, { plan, labels }: TrainedRun) {
  const { open } = session.options
  const trainLabels = Array.from(session.train, (index) => open.labels[index]!)
  const weighing = classBalanceOf(plan) === 'weights' ? 'balanced' : 'none'
  return tf.tensor1d(classWeights(weighing, trainLabels, labels.length))
}

/** Trains all phases that are left, each to its last epoch or to the end of its patience. */
export async function trainPhases(session: TrainingSession): Promise<void> {
  const { state, tracker, writer, options } = session
  const { run, folder, part } = options
  const log = new TensorBoardLog(folder, part?.fold)
  const weights = lossWeights(session, run)
  try {
    while (state.phase < run.plan.phases.length) {
      const phase = run.plan.phases[state.phase]!
      const length = session.phaseLength(state.phase)
      if (length > 0) {
        if (state.phaseSteps === 0) recordPhase(session)
        session.beginPhase(await PhaseWork.begin(session, phase))
      }
      while (state.phaseEpochs < length && !tracker.exhausted) {
        const epoch = await trainEpoch(session, phase, weights)
        if (writer.write(epoch)) log.epoch(epoch)
        await session.checkpointIfOlder(options.checkpointSeconds)
      }
      session.endPhase()
      if (state.phaseEpochs < length) state.stoppedEarly = true
      state.kept.push(session.keptEpochs)
      session.restoreBest()
      tracker.startPhase()
      Object.assign(state, { phase: state.phase + 1, phaseEpochs: 0, phaseSteps: 0 })
    }
  } finally {
    weights.dispose()
  }
}
