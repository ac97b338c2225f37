// The weights that a run starts from.
import { UserError, type Run } from '../../contract'
import type { Task } from '../task'
import { findBase } from './find'

/**
 * The weights file of the base that a run was made with.
 * @param bases the library's folder of bases
 * @returns undefined for a run that loads no weights
 * @throws UserError as `findBase` does; `weights-wrong` where the base of that name has other weights now
 */
export async function baseWeights(
  bases: string,
  { model, base }: Pick<Run, 'model' | 'base'>,
  task: Task,
): Promise<string | undefined> {
  if (model.name !== 'transfer' || model.options.weights === 'random') return undefined
  const { record, file } = await findBase(bases, model.options.base, task)
  if (!base || record.sha256 === base.sha256) return file
  throw new UserError(
    'weights-wrong',
    `The base ${record.id} has other weights now than when this run was made.`,
    {
      detail: { base: record.id },
      hint: 'Start a new run, or put the weights back that this one began with.',
    },
  )
}
