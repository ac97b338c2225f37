// cotejo train --like RUN: the model, plan, size, seed and folds of another run, or of a file that a report has.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { z } from 'zod'
import {
  modelChoice,
  needTrained,
  pixels,
  plan,
  runRequest,
  UserError,
  type RunRequest,
} from '../../../contract'
import type { Work } from '../session'
import { findRun } from './runs-found'

/** As a report has it, or run.json of a run's folder. */
const file = z.object({
  model: modelChoice,
  plan,
  size: pixels.optional(),
  preprocessing: z.object({ size: pixels }).optional(),
  seed: runRequest.shape.seed,
  folds: runRequest.shape.folds,
})

export type Likeness = Omit<RunRequest, 'dataset' | 'name' | 'backend' | 'recipe'>

const LARGEST = 1024 * 1024

/** What decides about a run: it is taken whole, but for the seed. */
export function addLikeFlag(train: Command): void {
  const kept = new Set(['data', 'seed', 'seeds', 'backend', 'name'])
  const others = train.options.map((one) => one.attributeName()).filter((name) => !kept.has(name))
  train.addOption(
    new Option(
      '--like <run|file>',
      'model, plan, size, seed and folds of another run, or of its .json file in a report',
    ).conflicts(others),
  )
}

/** @throws UserError where it is not the settings of a run */
export function likenessFrom(text: string, name: string): Likeness {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = null
  }
  const read = file.safeParse(json)
  if (!read.success) {
    throw new UserError('invalid-argument', `${name} does not have the settings of a run.`, {
      detail: { file: name },
      hint: 'Use a file as a report shows it, or run.json of a run.',
    })
  }
  const { preprocessing, size = preprocessing?.size, ...rest } = read.data
  return { ...rest, ...(size === undefined ? {} : { size }) }
}

/** The settings of a run of the library, or of a file. */
export async function likenessOf({ call }: Work, given: string, cwd: string): Promise<Likeness> {
  if (!/\.json$/i.test(given)) {
    const { run } = findRun(await call('runs.list', {}), given)
    const { model, plan, preprocessing, seed, folds } = needTrained((await call('runs.get', { run })).run)
    return { model, plan, size: preprocessing.size, seed, folds }
  }
  const path = resolve(cwd, given)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError('not-found', `${path} cannot be read (${error.code ?? error.message}).`, {
      detail: { file: path },
      hint: 'Save the settings that the report shows under this name.',
    })
  })
  if (text.length > LARGEST) return likenessFrom('', given)
  return likenessFrom(text, given)
}
