// Reads what a network needs from a Keras weight file, as numbers: whoever loads them makes tensors of them, and
// whoever only wants to know whether a file fits needs no network and no backend for it.
import { basename } from 'node:path'
import { openHdf5, unreadable } from './hdf5'
import { matchLayers, type WantedLayer } from './match'
import { savedLayers } from './saved-layers'

/**
 * The weights of all `wanted` layers, in their order, from an HDF5 file that Keras 1, 2 or 3 wrote.
 * @param path is only read
 * @throws UserError `not-found`, `file-unreadable` for damage or another kind of file, `weights-wrong` for a file of
 *   another architecture, with the layer and the shapes
 */
export async function readWeights(path: string, wanted: readonly WantedLayer[]): Promise<Float32Array[]> {
  const file = await openHdf5(path)
  try {
    const saved = savedLayers(file.outline)
    if (!saved) throw unreadable(path, 'it holds no Keras weights, or not all that it lists')
    const matched = matchLayers(basename(path), saved, wanted)
    const values = await file.read(matched.flatMap((layer) => layer.weights.map((weight) => weight.path)))
    const sizes = wanted.flatMap(({ shapes }) =>
      shapes.map((shape) => shape.reduce((all, side) => all * side, 1)),
    )
    sizes.forEach((size, i) => {
      const numbers = values[i]!
      if (numbers.length !== size) throw unreadable(path, 'it is damaged')
      if (!numbers.every(Number.isFinite)) throw unreadable(path, 'it holds values that are not numbers')
    })
    return values
  } finally {
    await file.close()
  }
}
