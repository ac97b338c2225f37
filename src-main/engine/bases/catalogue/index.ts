// The catalogue: the weights that Keras publishes for ImageNet, without the top, of every architecture here.
import { classics } from './classics'
import { efficientNets } from './efficientnets'
import type { CatalogueBase } from './entry'
import { mobileNets } from './mobilenets'

export type { CatalogueBase } from './entry'

export const catalogue: readonly CatalogueBase[] = [...mobileNets, ...efficientNets, ...classics]

export const inCatalogue = (id: string): CatalogueBase | null =>
  catalogue.find((one) => one.id === id) ?? null

/** Where a file is fetched: from Keras's storage, or from the folder of a mirror that COTEJO_BASES_URL names. */
export function addressOf({ url, file }: CatalogueBase): string {
  const mirror = process.env['COTEJO_BASES_URL']
  return mirror ? new URL(file, mirror.endsWith('/') ? mirror : `${mirror}/`).href : url
}
