// A model that resizes pictures itself, as its first layer: Cotejo does it instead, to the same size.
import { type ResizeMode } from '../../contract'
import { isPassing } from './layers'
import { INPUT, type FlatLayer, type FlatModel } from './topology'
import { unsupportedSetting } from './unsupported'

export interface Resizing {
  flat: FlatModel
  /** Null where the model leaves it to others. */
  resize: ResizeMode | null
}

const modeOf = ({ config }: FlatLayer): ResizeMode =>
  config.crop_to_aspect_ratio === true ? 'cover' : config.pad_to_aspect_ratio === true ? 'fit' : 'stretch'

/** Takes the first layer off where it resizes; what is left has the size that it made. */
export function withoutResizing(flat: FlatModel): Resizing {
  const places = new Map(flat.layers.map((layer) => [layer.name, layer]))
  const isFirst = ({ inputs }: FlatLayer): boolean =>
    inputs.every((name) => {
      if (name === INPUT) return true
      const before = places.get(name)
      return before !== undefined && isPassing(before.type) && isFirst(before)
    })
  const found = flat.layers.find((layer) => layer.type === 'Resizing' && isFirst(layer))
  if (!found) return { flat, resize: null }
  const { height, width } = found.config
  if (height !== width || !Number.isInteger(height))
    throw unsupportedSetting('no square', found.place.at(-1)!)
  const side = height as number
  const [from] = found.inputs
  const layers = flat.layers
    .filter((layer) => layer !== found)
    .map((layer) => ({ ...layer, inputs: layer.inputs.map((name) => (name === found.name ? from! : name)) }))
  const shape = [null, side, side, flat.shape[3] ?? null]
  return { flat: { ...flat, layers, shape }, resize: modeOf(found) }
}
