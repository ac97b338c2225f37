// The one list of architectures that are trained from scratch; those with pretrained weights are in applications/.
import type { ModelChoice } from '../../contract'
import type { ChainLayer } from './chain'
import { cnn } from './cnn'
import { mlp } from './mlp'

/** A model that stands on no base. */
export type ChainChoice = Exclude<ModelChoice, { name: 'transfer' }>

/** The layers of a chosen model for square RGB pictures of `size` pixels. */
export function layersOf(choice: ChainChoice, size: number, classes: number): ChainLayer[] {
  switch (choice.name) {
    case 'cnn':
      return cnn(choice.options, size, classes)
    case 'mlp':
      return mlp(choice.options, classes)
  }
}
