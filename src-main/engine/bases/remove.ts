// Takes a base out of the library, or what a download that broke off has left behind.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../contract'
import type { Task } from '../task'
import { inCatalogue } from './catalogue'
import { getBase } from './find'
import { downloadsFolder, removeFolder } from './folder'
import { partialBytes } from './list'
import { inTurn } from './turns'

/**
 * Runs that are trained keep their weights; whether one that is to be trained needs the base, app looks.
 * @throws UserError `base-unknown`, `base-not-installed`, `invalid-argument` for one that ships with Cotejo
 */
export async function removeBase(
  { bases, base }: { bases: string; base: string },
  task: Task,
): Promise<Record<string, never>> {
  return inTurn(`${bases} ${base}`, task, async () => {
    const one = inCatalogue(base)
    const broken = one && (await partialBytes(bases, one)) > 0
    if (one && broken) {
      const file = join(downloadsFolder(bases), one.file)
      for (const path of [file, `${file}.part`, `${file}.part.json`]) await rm(path, { force: true })
    }
    const found = await getBase(bases, base).catch((error: unknown) => {
      if (broken) return null
      throw error
    })
    if (found?.record.origin === 'box') {
      throw new UserError('invalid-argument', `${found.record.title} ships with Cotejo and stays.`, {
        detail: { base },
        hint: 'Only bases that were installed or imported can be removed.',
      })
    }
    if (found) await removeFolder(bases, found.folder)
    return {}
  })
}
