// A plain convolutional network in blocks: convolutions, then a 2×2 max-pool; a dense layer; the classes.
// With the defaults it is the network that beginners' CIFAR-10 courses start from: 2,122,186 parameters at 32×32×3
// and 10 classes.
import { UserError, type CnnOptions } from '../../contract'
import type { ChainLayer } from './chain'
import { classifier, normalized } from './parts'

/**
 * The layers of the network.
 * @throws UserError `model-input-too-small` where the pools would leave nothing of the picture
 */
export function cnn(options: CnnOptions, size: number, classes: number): ChainLayer[] {
  const { filters, kernel, activation, batchNorm } = options
  const smallest = 2 ** filters.length
  if (size < smallest) {
    throw new UserError(
      'model-input-too-small',
      `A network of ${filters.length} blocks needs pictures of at least ${smallest} pixels; these have ${size}.`,
      {
        detail: { blocks: filters.length, smallest, size },
        hint: `Use fewer blocks, or a size of ${smallest} pixels or more.`,
      },
    )
  }
  const chain: ChainLayer[] = []
  filters.forEach((count, block) => {
    const prefix = `block${block + 1}`
    for (let i = 1; i <= options.convolutionsPerBlock; i++) {
      const convolution = { type: 'Conv2D', name: `${prefix}_conv${i}`, filters: count, kernel } as const
      chain.push(...normalized(convolution, `${prefix}_%${i}`, batchNorm, activation))
    }
    chain.push({ type: 'MaxPooling2D', name: `${prefix}_pool` })
    if (options.blockDropout > 0) {
      chain.push({ type: 'Dropout', name: `${prefix}_dropout`, rate: options.blockDropout })
    }
  })
  chain.push(
    options.pooling === 'flatten'
      ? { type: 'Flatten', name: 'flatten' }
      : { type: 'GlobalAveragePooling2D', name: 'average' },
  )
  if (options.dense > 0) {
    chain.push({ type: 'Dense', name: 'dense', units: options.dense, activation, useBias: true })
  }
  if (options.dropout > 0) chain.push({ type: 'Dropout', name: 'dropout', rate: options.dropout })
  return [...chain, ...classifier(classes)]
}
