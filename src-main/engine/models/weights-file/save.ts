// Writes a network's weights as a Keras weight file (the layout of Keras 2's `save_weights('x.h5')`): what loadWeights
// reads, and Keras's own `load_weights` by the layers' names.
import { rename, rm, writeFile } from 'node:fs/promises'
import type { LayersModel } from '../../tf'

/**
 * Writes the weights of all layers, by their names.
 * @param path appears whole or not at all
 */
export async function saveWeights(network: LayersModel, path: string): Promise<void> {
  // Only when it is needed: the library is a WebAssembly program of some megabytes.
  const { File, ready } = await import('h5wasm')
  const { FS } = await ready
  // The library's files are in memory; this one is gone again when the bytes are read.
  const inMemory = '/saved.h5'
  const file = new File(inMemory, 'w')
  try {
    const layers = network.layers.filter((layer) => layer.weights.length > 0)
    file.create_attribute(
      'layer_names',
      layers.map((layer) => layer.name),
    )
    for (const layer of layers) {
      const group = file.create_group(layer.name)
      const names = layer.weights.map((weight) => `${weight.originalName.split('/').at(-1)!}:0`)
      group.create_attribute(
        'weight_names',
        names.map((name) => `${layer.name}/${name}`),
      )
      const inner = group.create_group(layer.name)
      for (const [i, weight] of layer.weights.entries()) {
        const data = (await weight.read().data()) as Float32Array
        inner.create_dataset({ name: names[i]!, data, shape: weight.shape as number[] })
      }
    }
  } finally {
    file.close()
  }
  const bytes = FS.readFile(inMemory)
  FS.unlink(inMemory)
  const partial = `${path}.partial`
  try {
    await writeFile(partial, bytes)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
