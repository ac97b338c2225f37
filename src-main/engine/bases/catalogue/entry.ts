// What the catalogue says of one weights file.
import type { Architecture, BaseRecord } from '../../../contract'

export interface CatalogueBase {
  readonly id: string
  readonly title: string
  readonly architecture: Architecture
  readonly alpha: number
  /** Side in pixels that it was trained at. */
  readonly size: number
  readonly url: string
  /** Last part of the address; no two are the same. */
  readonly file: string
  /**
   * Length as Keras showed it to people who downloaded the file, or, where no such line was found, four bytes a
   * parameter and what files of the same family have on top. For display: nothing is verified by it.
   */
  readonly bytes: number
  /** As Keras's source gives it; null where it gives none. */
  readonly hash: { readonly algorithm: 'md5' | 'sha256'; readonly hex: string } | null
  readonly licence: string
  readonly accuracy: NonNullable<BaseRecord['accuracy']>
}

/** ImageNet's 50,000 validation pictures. */
const on = 'ImageNet-1k validation'

/** Keras's own table. */
export const kerasTable = (top1: number): CatalogueBase['accuracy'] => ({
  top1,
  on,
  source: 'https://keras.io/api/applications/',
})

/** Where the weights of the first two MobileNets come from, with the accuracy of each width. */
export const slimTable = (top1: number, page: string): CatalogueBase['accuracy'] => ({
  top1,
  on,
  source: `https://github.com/tensorflow/models/blob/master/research/slim/nets/${page}`,
})

export const md5 = (hex: string): CatalogueBase['hash'] => ({ algorithm: 'md5', hex })
export const sha256 = (hex: string): CatalogueBase['hash'] => ({ algorithm: 'sha256', hex })

const host = 'https://storage.googleapis.com/'

/** @param folder in the public storage, `tensorflow/keras-applications/vgg16` */
export function entry(
  folder: string,
  facts: Omit<CatalogueBase, 'id' | 'title' | 'url' | 'alpha' | 'size'> & {
    title: string
    alpha?: number
    size?: number
    /** Where the family has widths. */
    widths?: boolean
  },
): CatalogueBase {
  const { widths = false, alpha = 1, size = 224, ...rest } = facts
  const width = Number.isInteger(alpha) ? alpha.toFixed(1) : String(alpha)
  return {
    ...rest,
    alpha,
    size,
    id: `${rest.architecture}${widths ? `-${width}` : ''}-${size}`,
    title: widths ? `${rest.title} ${width}` : rest.title,
    url: `${host}${folder}/${rest.file}`,
  }
}
