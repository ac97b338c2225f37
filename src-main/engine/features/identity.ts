// What features are kept under: everything that they depend on, by content. What is computed has one name, made of
// the layers before the cut, their present weights, the way of preparing pixels and the backend; a row has another,
// made of the picture's pixels and, under augmentation, the view of it. File names and times play no part.
import { createHash } from 'node:crypto'
import type { Augmentation, Preprocessing } from '../../contract'
import type { Compute } from '../compute'
import type { ImageReader } from '../models/inference'
import type { Tensor } from '../tf'
import type { Cut } from './cut'
import { tensorsOf, type Layer } from './graph'

/** Part of every name: raise it when features come to be computed or kept in another way. */
const VERSION = 1
/** Bytes of a row's name. */
export const ROW_NAME = 16

/** What of a layer's configuration does not change what it computes. */
const idle = /initializer|regularizer|constraint|trainable|seed|dtype/i

const configOf = (layer: Layer) =>
  Object.entries(layer.getConfig()).filter(([key]) => !idle.test(key) && key !== 'name')

/**
 * The name of what computes features.
 * @returns 32 hexadecimal digits
 */
export async function functionName(
  cut: Cut,
  preprocessing: Preprocessing,
  compute: Pick<Compute, 'name' | 'version'>,
): Promise<string> {
  const { size, scale, offset, deviation, channels } = preprocessing
  const hash = createHash('sha256')
  const order = [...new Set(cut.tensors.flatMap(tensorsOf))]
  const place = new Map(order.map((tensor, i) => [tensor, i]))
  const layers = order.map((tensor) => ({
    type: tensor.sourceLayer.getClassName(),
    inputs: tensor.inputs.map((input) => place.get(input)),
    config: configOf(tensor.sourceLayer),
  }))
  const crossing = cut.tensors.map((tensor) => place.get(tensor))
  const pixels = { size, scale, offset, deviation: deviation ?? null, channels }
  const { name, version } = compute
  hash.update(JSON.stringify({ VERSION, name, version, pixels, layers, crossing }))
  for (const { sourceLayer } of order) {
    for (const weight of sourceLayer.weights) {
      const values = await (weight.read() as Tensor).data()
      hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    }
  }
  return hash.digest('hex').slice(0, 32)
}

/** One of the augmented views of a picture; all that it is made from. */
export interface View {
  augmentation: Augmentation
  seed: number
  view: number
}

const digest = (...parts: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 2 * ROW_NAME)
}

/** Names the rows of a reader's pictures, each of which is hashed once. */
export class RowNames {
  readonly #images: ImageReader
  readonly #pixels: Uint8Array
  readonly #plain = new Map<number, string>()

  constructor(images: ImageReader) {
    this.#images = images
    this.#pixels = new Uint8Array(images.size ** 2 * 3)
  }

  /** @returns 32 hexadecimal digits: of the picture's pixels, or of a view of it */
  of(picture: number, view: View | null): string {
    let plain = this.#plain.get(picture)
    if (plain === undefined) {
      this.#images.read([picture], this.#pixels)
      plain = digest(this.#pixels)
      this.#plain.set(picture, plain)
    }
    return view ? digest(plain, JSON.stringify([view.augmentation, view.seed, picture, view.view])) : plain
  }
}
