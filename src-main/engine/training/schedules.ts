// The learning rate of each step of a phase.
import type { Phase } from '../../contract/plan'

/**
 * The rate at a step.
 *
 * Warm-up rises linearly and reaches the full rate with its last step; the schedule begins after it. Cosine falls
 * from the rate to floor × rate over the rest of the phase (Loshchilov & Hutter 2017, one cycle); step multiplies by
 * `factor` every `everyEpochs`.
 * @param step steps taken in this phase so far, from 0
 */
export function learningRateAt(phase: Phase, step: number, stepsPerEpoch: number): number {
  const { schedule, learningRate } = phase
  const warmup = Math.round(schedule.warmupEpochs * stepsPerEpoch)
  if (step < warmup) return (learningRate * (step + 1)) / warmup
  const since = step - warmup
  switch (schedule.name) {
    case 'constant':
      return learningRate
    case 'cosine': {
      const length = Math.max(1, phase.epochs * stepsPerEpoch - warmup)
      const fall = (1 + Math.cos(Math.PI * Math.min(1, since / length))) / 2
      return learningRate * (schedule.floor + (1 - schedule.floor) * fall)
    }
    case 'step': {
      const every = Math.max(1, Math.round(schedule.everyEpochs * stepsPerEpoch))
      return learningRate * schedule.factor ** Math.floor(since / every)
    }
  }
}
