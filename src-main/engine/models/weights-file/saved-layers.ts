// The layers in a Keras weight file, in any of the layouts that Keras has written:
// - Keras 1 and 2, `save_weights('x.h5')`: the root's attribute `layer_names` lists the groups, each group's
//   `weight_names` its datasets; both are cut into `layer_names0`, `layer_names1` … where they are long;
// - the same inside the group `model_weights`, from `model.save('x.h5')`;
// - Keras 3, `save_weights('x.weights.h5')`: `…/vars/0`, `…/vars/1` …, the layer's name as attribute `name` of `vars`
//   (newer releases) or nowhere: then the group's own name, made of the class and a counter, is all there is.
import type { Hdf5Outline } from './hdf5'

export interface SavedWeight {
  /** Where its numbers are in the file. */
  readonly path: string
  readonly shape: readonly number[]
}

export interface SavedLayer {
  /** Null where the file does not say. */
  readonly name: string | null
  /** Keras 3's name for it: class and counter, `batch_normalization_12`. Null in older layouts. */
  readonly counted: string | null
  readonly weights: readonly SavedWeight[]
}

type Attributes = Readonly<Record<string, readonly string[]>>

/** A list that may have been cut into numbered attributes. */
function list(attributes: Attributes, name: string): readonly string[] | null {
  if (attributes[name]) return attributes[name]
  const parts: string[] = []
  for (let i = 0; attributes[`${name}${i}`]; i++) parts.push(...attributes[`${name}${i}`]!)
  return parts.length > 0 ? parts : null
}

/**
 * The layers that have weights, in the file's order.
 * @returns null where the file is in none of these layouts
 */
export function savedLayers({ groups, datasets }: Hdf5Outline): SavedLayer[] | null {
  const attributes = new Map(groups.map((group) => [group.path, group.attributes]))
  const shapes = new Map(datasets.map((dataset) => [dataset.path, dataset.shape]))

  for (const root of ['', '/model_weights']) {
    const names = list(attributes.get(root || '/') ?? {}, 'layer_names')
    if (!names) continue
    const layers: SavedLayer[] = []
    for (const name of names) {
      const own = new Map<string, SavedWeight[]>()
      for (const weight of list(attributes.get(`${root}/${name}`) ?? {}, 'weight_names') ?? []) {
        const path = `${root}/${name}/${weight}`
        const shape = shapes.get(path)
        // A listed dataset that is not there is damage, which must not look like a layer without weights.
        if (!shape) return null
        const parent = weight.split('/').at(-2) ?? name
        own.set(parent, [...(own.get(parent) ?? []), { path, shape }])
      }
      // A model within the model: its weights are those of several layers.
      const nested = own.size > 1
      for (const [parent, weights] of own)
        layers.push({ name: nested ? parent : name, counted: null, weights })
    }
    return layers
  }

  const layers: SavedLayer[] = []
  for (const { path, attributes: own } of groups) {
    if (!path.endsWith('/vars') || path.includes('/optimizer/')) continue
    const weights: SavedWeight[] = []
    for (let i = 0; shapes.has(`${path}/${i}`); i++) {
      weights.push({ path: `${path}/${i}`, shape: shapes.get(`${path}/${i}`)! })
    }
    if (weights.length === 0) continue
    layers.push({ name: own['name']?.[0] ?? null, counted: path.split('/').at(-2)!, weights })
  }
  return layers.length > 0 ? layers : null
}
