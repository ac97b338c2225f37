// A base by its id, for those who train on it.
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError, type BaseRecord } from '../../contract'
import { hashFile } from '../download'
import { quietTask, type Task } from '../task'
import { catalogue, inCatalogue } from './catalogue'
import { builtInBases, installedBases, type StoredBase } from './folder'
import { nearest } from './names'

/** Bases that are here: those that ship with Cotejo, then those in the library. */
export const storedBases = async (bases: string): Promise<StoredBase[]> => [
  ...(await builtInBases()),
  ...(await installedBases(bases)),
]

/**
 * base.json of a base that is here.
 * @throws UserError `base-not-installed` for one that could be fetched, else `base-unknown` with names like it
 */
export async function getBase(bases: string, id: string): Promise<StoredBase> {
  const stored = await storedBases(bases)
  const found = stored.find(({ record }) => record.id === id)
  if (found) return found
  const known = inCatalogue(id)
  if (known) {
    throw new UserError('base-not-installed', `The base ${known.title} is not installed.`, {
      detail: { base: id, title: known.title, bytes: known.bytes },
      hint: `Install it with “cotejo bases install ${id}”, or on the screen of the bases.`,
    })
  }
  const like = nearest(id, [...stored.map(({ record }) => record.id), ...catalogue.map((one) => one.id)])
  throw new UserError('base-unknown', `There is no base called “${id}”.`, {
    detail: { base: id, like: like.join(', ') },
    hint: `Did you mean ${like.join(', ')}? “cotejo bases list” shows all.`,
  })
}

/**
 * The record and the weights file of a base that is here, the file read wholly and compared with the hash that was
 * noted when it was installed.
 * @param bases the library's folder of bases
 * @throws UserError as `getBase` does; `file-unreadable` where the file has changed since; `cancelled`
 */
export async function findBase(
  bases: string,
  id: string,
  task: Task = quietTask(),
): Promise<{ record: BaseRecord; file: string }> {
  const { record, file } = await getBase(bases, id)
  const found = await hashFile(file, 'sha256', (await stat(file)).size, task)
  if (found === record.sha256) return { record, file }
  throw new UserError(
    'file-unreadable',
    `The weights of ${record.title} have changed since they were installed.`,
    {
      detail: { file: basename(file), base: id },
      hint: `Remove the base with “cotejo bases remove ${id}” and install it again.`,
    },
  )
}
