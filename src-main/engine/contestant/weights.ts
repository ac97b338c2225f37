// The numbers of a foreign model, wherever its format keeps them, by layer.
import { type FlatLayer } from './topology'
import { damaged } from './unsupported'

export interface SavedWeight {
  /** What the file calls it: `kernel`, or a number. */
  readonly name: string
  readonly shape: readonly number[]
  /** Where its values are; for the source alone. */
  readonly at: string
}

export interface SavedWeights {
  /** Those of a layer, in the file's order. */
  of(layer: FlatLayer): readonly SavedWeight[]
  /** Values, row by row, in the order asked for. */
  read(weights: readonly SavedWeight[]): Promise<Float32Array[]>
  close(): Promise<void>
}

/** A weight that a layer of ours needs. */
export interface WantedWeight {
  readonly name: string
  readonly shape: readonly number[]
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((all, side) => all * side, 1)
const sides = (shape: readonly number[]): string => (shape.length === 0 ? 'one number' : shape.join('×'))

/** Keras 3 calls a depthwise kernel `kernel` too. */
const sameName = (a: string, b: string): boolean => a === b || a.replace('depthwise_', '') === b.replace('depthwise_', '') // prettier-ignore

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((side, i) => side === b[i])

/**
 * The saved weight of each one that is wanted: by name where all names are there, else by their order.
 * @returns null for one that has no use for its values (`count` of a normalisation)
 */
export function matchWeights(
  layer: FlatLayer,
  saved: readonly SavedWeight[],
  wanted: readonly WantedWeight[],
): (SavedWeight | null)[] {
  const needed = wanted.filter(({ name }) => name !== 'count')
  const exact = (name: string) => saved.find((one) => one.name === name)
  const byName = needed.map(({ name }) => exact(name) ?? saved.find((one) => sameName(one.name, name)))
  const named = byName.every(Boolean) && new Set(byName).size === needed.length
  const usable = saved.filter(({ name, shape }) => name !== 'count' && !(shape.length === 0 && needed.length < saved.length)) // prettier-ignore
  const label = layer.place.join('/')
  if (!named && usable.length !== needed.length)
    throw damaged('the model', `its layer ${label} has ${usable.length} weights, and needs ${needed.length}`)
  const found = named ? (byName as SavedWeight[]) : usable
  return wanted.map((one) => {
    const place = needed.indexOf(one)
    if (place === -1) return null
    const match = found[place]!
    // A list of one number a channel may have been saved with sides of 1 around it; so may a kernel a channel.
    const alike =
      layer.type === 'Normalization' || (layer.type === 'Conv2D' && one.name === 'depthwise_kernel')
    const fits = same(match.shape, one.shape) || (alike && sizeOf(match.shape) === sizeOf(one.shape))
    if (!fits)
      throw damaged('the model', `in its layer ${label}, ${one.name} is ${sides(match.shape)}, and should be ${sides(one.shape)}`) // prettier-ignore
    return match
  })
}
