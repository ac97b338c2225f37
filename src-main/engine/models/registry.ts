// The one list of architectures.
import type { ModelChoice } from '../../contract'
import type { ChainLayer } from './chain'
import { cnn } from './cnn'
import { mlp } from './mlp'

/** The layers of a chosen model for square RGB pictures of `size` pixels. */
export function layersOf(choice: ModelChoice, size: number, classes: number): ChainLayer[] {
  switch (choice.name) {
    case 'cnn':
      return cnn(choice.options, size, classes)
    case 'mlp':
      return mlp(choice.options, classes)
  }
}
