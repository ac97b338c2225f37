// How the runs of a recipe are drawn: what of each network stays as it is, what learns, and what is wrong on purpose.
import { isWrongScaling, type BaseInfo, type RunRequest, type TrainablePart } from '../../src-main/contract'

/** A piece of a network, in parts of its whole length. */
export interface Piece {
  kind: 'frozen' | 'learns'
  parts: number
}

export interface Drawn {
  name: string
  pieces: Piece[]
  /** Side of the input in pixels. */
  size: number
  epochs: number
  /** A network from scratch learns as a whole. */
  phases: { trainable: TrainablePart; learningRate: number }[]
  wrong: boolean
}

/** Of ten parts of a network; how much exactly is in the numbers. */
const HEAD = 2
const BASE = 10
const TAIL = 3

/** What of the network learns at the end of the training. */
function piecesOf(trainable: TrainablePart): Piece[] {
  if (trainable === 'all') return [{ kind: 'learns', parts: BASE + HEAD }]
  if (trainable === 'head') return [{ kind: 'frozen', parts: BASE }, { kind: 'learns', parts: HEAD }] // prettier-ignore
  return [
    { kind: 'frozen', parts: BASE - TAIL },
    { kind: 'learns', parts: TAIL + HEAD },
  ]
}

/** @param bases to tell a wrong preprocessing from the base's own */
export function draw(run: RunRequest, bases: ReadonlyMap<string, Pick<BaseInfo, 'architecture'>>): Drawn {
  const { model, plan } = run
  const transfer = model.name === 'transfer' ? model.options : null
  const base = transfer && bases.get(transfer.base)
  return {
    name: run.name ?? model.name,
    pieces: piecesOf(transfer ? plan.phases.at(-1)!.trainable : 'all'),
    size: run.size ?? 0,
    epochs: plan.phases.reduce((sum, one) => sum + one.epochs, 0),
    phases: plan.phases.map(({ trainable, learningRate }) => ({
      trainable: transfer ? trainable : 'all',
      learningRate,
    })),
    wrong: !!transfer && !!base && isWrongScaling(base.architecture, transfer.scaling),
  }
}
