// A multilayer perceptron on the pixels: the baseline that knows nothing of pictures.
import type { MlpOptions } from '../../contract'
import type { ChainLayer } from './chain'
import { classifier, normalized } from './parts'

/** The layers of the network. */
export function mlp(options: MlpOptions, classes: number): ChainLayer[] {
  const chain: ChainLayer[] = [{ type: 'Flatten', name: 'flatten' }]
  options.hidden.forEach((units, index) => {
    const dense = { type: 'Dense', name: `dense${index + 1}`, units } as const
    chain.push(...normalized(dense, `dense${index + 1}_%`, options.batchNorm, options.activation))
    if (options.dropout > 0) {
      chain.push({ type: 'Dropout', name: `dropout${index + 1}`, rate: options.dropout })
    }
  })
  return [...chain, ...classifier(classes)]
}
