// A file that a user named for a result: nothing that is there is ever written over.
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UserError } from '../contract'

/** @throws UserError `export-exists` where there is something at `path`, `folder-not-found` where its folder is not there */
export async function requireNewFile(path: string): Promise<void> {
  if (await stat(path).catch(() => null))
    throw new UserError('export-exists', `${path} is there already.`, {
      detail: { path },
      hint: 'Choose another name, or remove it first.',
    })
  const folder = dirname(path)
  if (!(await stat(folder).catch(() => null))?.isDirectory())
    throw new UserError('folder-not-found', `There is no folder ${folder}.`, {
      detail: { folder },
      hint: 'Make it first, or choose another one.',
    })
}
