// The phases that recipes train by.
import { defaultRate, type Plan, type TrainablePart } from '../../contract'
import type { PhaseInput } from './make'

/** The base stays as it is; only what was put on it learns. */
export const headOnly = (epochs: number): PhaseInput => ({
  epochs,
  trainable: 'head',
  learningRate: defaultRate('head'),
})

/** The head first: the errors of an untrained one would spoil the base. Then a part of the base at a small rate. */
export const headThen = (epochs: number, trainable: TrainablePart, learningRate: number): PhaseInput[] => [
  headOnly(epochs),
  { epochs, trainable, learningRate },
]

/** A network from scratch learns as a whole. */
export const fromScratch = ({ phases }: Plan): PhaseInput[] => phases.slice(0, 1)
