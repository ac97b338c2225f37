// More pictures for a dataset that is there.
import { type EngineCallParams, type EngineCallResult } from '../../contract'
import { type Task } from '../task'

export async function addPictures(
  _params: EngineCallParams<'data.add'>,
  _task: Task,
): Promise<EngineCallResult<'data.add'>> {
  throw new Error('Adding pictures: being built.')
}
