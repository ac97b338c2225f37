// All bases: the one in the box, the catalogue's, and those that a user imported.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { architecture, type BaseInfo } from '../../contract'
import { catalogue, type CatalogueBase } from './catalogue'
import { availableInfo, infoOf } from './facts'
import { storedBases } from './find'
import { downloadsFolder } from './folder'

/** Bytes that a download that broke off has left behind. */
export async function partialBytes(bases: string, { file }: CatalogueBase): Promise<number> {
  const whole = join(downloadsFolder(bases), file)
  for (const path of [whole, `${whole}.part`]) {
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) return found.size
  }
  return 0
}

/** By architecture, then by width; what a user imported comes after what the catalogue has. */
export async function listBases(bases: string): Promise<BaseInfo[]> {
  const stored = await storedBases(bases)
  const here = new Set(stored.map(({ record }) => record.id))
  const missing = catalogue.filter(({ id }) => !here.has(id))
  const infos = [
    ...stored.map(({ record }) => infoOf(record)),
    ...(await Promise.all(missing.map(async (one) => availableInfo(one, await partialBytes(bases, one))))),
  ]
  const place = (one: BaseInfo) => architecture.options.indexOf(one.architecture)
  const imported = (one: BaseInfo) => Number(one.origin === 'file')
  return infos.sort((a, b) => place(a) - place(b) || imported(a) - imported(b) || a.alpha - b.alpha)
}
