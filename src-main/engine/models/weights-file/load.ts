// Loads a Keras weight file into a network: everything or nothing.
import { tf, type LayersModel, type Variable } from '../../tf'
import { innermostLayers } from '../weights'
import { readWeights } from './read'

/**
 * Reads the weights of all layers of `network` from an HDF5 file that Keras 1, 2 or 3 wrote, by the layers' names.
 * The network is left alone where anything does not fit.
 * @param path is only read
 * @throws UserError `not-found`, `file-unreadable` for damage or another kind of file, `weights-wrong` for a file of
 *   another architecture, with the layer and the shapes
 */
export async function loadWeights(network: LayersModel, path: string): Promise<void> {
  const layers = innermostLayers(network).filter((layer) => layer.weights.length > 0)
  const wanted = layers.map((layer) => ({
    name: layer.name,
    className: layer.getClassName(),
    shapes: layer.weights.map((weight) => weight.shape as number[]),
  }))
  const values = await readWeights(path, wanted)
  const variables = layers.flatMap((layer) => layer.weights.map((weight) => weight.read() as Variable))
  variables.forEach((variable, i) => {
    const value = tf.tensor(values[i]!, variable.shape, 'float32')
    variable.assign(value)
    value.dispose()
  })
}
