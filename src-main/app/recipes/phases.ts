// The phases that recipes train by.
import type { Plan, TrainablePart } from '../../contract'
import type { PhaseInput } from './make'

/** A head learns at the rate of a new network; what is pretrained would be lost at it. */
export const HEAD_RATE = 1e-3

/** The base stays as it is; only what was put on it learns. */
export const headOnly = (epochs: number, learningRate = HEAD_RATE): PhaseInput => ({
  epochs,
  trainable: 'head',
  learningRate,
})

/** The head first: the errors of an untrained one would spoil the base. Then a part of the base at a small rate. */
export const headThen = (epochs: number, trainable: TrainablePart, learningRate: number): PhaseInput[] => [
  headOnly(epochs),
  { epochs, trainable, learningRate },
]

/** A network from scratch learns as a whole. */
export const fromScratch = ({ phases }: Plan): PhaseInput[] => phases.slice(0, 1)
