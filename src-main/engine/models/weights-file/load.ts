// Loads a Keras weight file into a network: everything or nothing.
import { basename } from 'node:path'
import { tf, type LayersModel, type Variable } from '../../tf'
import { openHdf5, unreadable } from './hdf5'
import { matchLayers } from './match'
import { savedLayers } from './saved-layers'

type Layer = LayersModel['layers'][number]

/** Layers, with those of models within the model in their place. */
const innermost = (layers: readonly Layer[]): Layer[] =>
  layers.flatMap((layer) => ('layers' in layer ? innermost((layer as LayersModel).layers) : [layer]))

/**
 * Reads the weights of all layers of `network` from an HDF5 file that Keras 1, 2 or 3 wrote, by the layers' names.
 * The network is left alone where anything does not fit.
 * @param path is only read
 * @throws UserError `not-found`, `file-unreadable` for damage or another kind of file, `weights-wrong` for a file of
 *   another architecture, with the layer and the shapes
 */
export async function loadWeights(network: LayersModel, path: string): Promise<void> {
  const layers = innermost(network.layers).filter((layer) => layer.weights.length > 0)
  const wanted = layers.map((layer) => ({
    name: layer.name,
    className: layer.getClassName(),
    shapes: layer.weights.map((weight) => weight.shape as number[]),
  }))
  const file = await openHdf5(path)
  try {
    const saved = savedLayers(file.outline)
    if (!saved) throw unreadable(path, 'it holds no Keras weights, or not all that it lists')
    const matched = matchLayers(basename(path), saved, wanted)
    const values = await file.read(matched.flatMap((layer) => layer.weights.map((weight) => weight.path)))
    const variables = layers.flatMap((layer) => layer.weights.map((weight) => weight.read() as Variable))
    variables.forEach((variable, i) => {
      const numbers = values[i]!
      if (numbers.length !== variable.size) throw unreadable(path, 'it is damaged')
      if (!numbers.every(Number.isFinite)) throw unreadable(path, 'it holds values that are not numbers')
    })
    variables.forEach((variable, i) => {
      const value = tf.tensor(values[i]!, variable.shape, 'float32')
      variable.assign(value)
      value.dispose()
    })
  } finally {
    await file.close()
  }
}
