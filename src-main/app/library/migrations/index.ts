// Brings a library of an older version to the one that this program writes, one numbered step at a time.
import { z } from 'zod'
import { timestamp, UserError } from '../../../contract'
import { systemCode } from '../../errors'
import { readJson, writeJson } from '../files'
import type { LibraryPaths } from '../paths'
import { firstLayout } from './0001-first-layout'

/**
 * One step. `run` must do no harm when it is run again: a program that is killed between a step and the new
 * version number repeats the step.
 */
export interface Migration {
  /** The version that a library has afterwards; 1, 2, 3, … without gaps. */
  readonly to: number
  readonly name: string
  run(paths: LibraryPaths): Promise<void>
}

export const migrations: readonly Migration[] = [firstLayout]

/** library.json. Newer versions may have more in it; the number is always there. */
const libraryFile = z.looseObject({ version: z.int().min(0), created: timestamp.optional() })

/** The version of the library in this folder; 0 where there is none yet. */
export async function libraryVersion(paths: LibraryPaths): Promise<number> {
  try {
    return (await readJson(paths.version, libraryFile)).version
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return 0
    if (systemCode(thrown) !== undefined) throw thrown
    throw new UserError('file-unreadable', `${paths.version} is damaged, so the library cannot be opened.`, {
      detail: { file: paths.version },
      hint: 'Put it back from a copy, or delete that one file: datasets and runs are then found anew.',
      cause: thrown,
    })
  }
}

/**
 * Refuses what a newer program wrote.
 * @throws UserError `library-newer`
 */
export async function checkVersion(
  paths: LibraryPaths,
  steps: readonly Migration[] = migrations,
): Promise<number> {
  const version = await libraryVersion(paths)
  const known = steps.length
  if (version > known) {
    throw new UserError(
      'library-newer',
      `This library has version ${version}; this Cotejo knows versions up to ${known}.`,
      { detail: { version, known }, hint: 'Install the newest Cotejo, or choose another library.' },
    )
  }
  return version
}

/** Runs the steps that the library has not had yet; the number rises after each. Needs the lock. */
export async function migrate(
  paths: LibraryPaths,
  steps: readonly Migration[] = migrations,
  log: (message: string) => void = () => {},
): Promise<void> {
  const from = await checkVersion(paths, steps)
  const created = from === 0 ? new Date().toISOString() : (await readJson(paths.version, libraryFile)).created
  for (const step of steps) {
    if (step.to <= from) continue
    await step.run(paths)
    await writeJson(paths.version, { version: step.to, ...(created && { created }) })
    if (from > 0) log(`The library was brought to version ${step.to} (${step.name}).`)
  }
}
