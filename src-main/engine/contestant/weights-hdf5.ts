// Weights in HDF5: those of Keras 3's file, by the place of a layer among those of its class, and those of Keras 2's, by
// the names of layers.
import { type Hdf5File } from '../models/weights-file/hdf5'
import { type SavedWeight, type SavedWeights } from './weights'
import { type FlatLayer } from './topology'

const last = (path: string): string => path.split('/').at(-1)!.replace(/:\d+$/, '')

const source = (file: Hdf5File, of: SavedWeights['of']): SavedWeights => ({
  of,
  read: (weights) => file.read(weights.map(({ at }) => at)),
  close: () => file.close(),
})

/** `/layers/functional/layers/conv2d_1/vars/0`; the first releases of the format called `layers` otherwise. */
export function keras3Weights(file: Hdf5File): SavedWeights {
  const byLayer = new Map<string, SavedWeight[]>()
  for (const { path, shape } of file.outline.datasets) {
    const at = /^\/(.*\/)vars\/(\d+)$/.exec(path.replaceAll('\\', '/'))
    if (!at) continue
    const key = at[1]!.replaceAll('_layer_checkpoint_dependencies/', 'layers/')
    byLayer.set(key, [...(byLayer.get(key) ?? []), { name: at[2]!, shape, at: path }])
  }
  for (const weights of byLayer.values()) weights.sort((a, b) => Number(a.name) - Number(b.name))
  return source(file, (layer) => byLayer.get(layer.counted) ?? [])
}

/** A list that may have been cut into numbered attributes. */
function list(attributes: Readonly<Record<string, readonly string[]>>, name: string): readonly string[] {
  if (attributes[name]) return attributes[name]
  const parts: string[] = []
  for (let i = 0; attributes[`${name}${i}`]; i++) parts.push(...attributes[`${name}${i}`]!)
  return parts
}

/** `/model_weights/<layer>`, whose attribute `weight_names` lists datasets: `<layer>/kernel:0`, `<model>/<layer>/kernel:0`. */
export function keras2Weights(file: Hdf5File): SavedWeights {
  const attributes = new Map(file.outline.groups.map((group) => [group.path, group.attributes]))
  const shapes = new Map(file.outline.datasets.map(({ path, shape }) => [path, shape]))
  const of = (layer: FlatLayer): SavedWeight[] => {
    const [top] = layer.place
    const group = `/model_weights/${top!}`
    const names = list(attributes.get(group) ?? {}, 'weight_names')
    const all = names.flatMap((name) => {
      const at = `${group}/${name}`
      const shape = shapes.get(at)
      return shape ? [{ name: last(name), shape, at }] : []
    })
    if (layer.place.length === 1) return all
    // Of a model within the model: by the layer's name, and by those around it where that is not enough.
    const own = `/${layer.place.at(-1)!}/`
    const mine = all.filter(({ at }) => at.slice(0, at.lastIndexOf('/') + 1).endsWith(own))
    const around = layer.place.slice(1).join('/')
    const nearer = mine.filter(({ at }) => at.includes(`/${around}/`))
    const duplicate = new Set(mine.map(({ name }) => name)).size < mine.length
    return duplicate && nearer.length > 0 ? nearer : mine
  }
  return source(file, of)
}
