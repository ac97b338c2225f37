// One handler a call. Parameters are validated before a handler sees them, results after.
import type { CallName, CallParams, CallResult } from '../../contract'
import type { Services } from '../services'
import type { CallContext } from '../types'
import { aboutHandlers } from './about'
import { baseHandlers } from './bases'
import { contestantHandlers } from './contestants'
import { dataHandlers } from './data'
import { explainHandlers } from './explain'
import { predictFilesHandlers } from './predict-files'
import { queueHandlers } from './queue'
import { recipeHandlers } from './recipes'
import { reportHandlers } from './report'
import { resultHandlers } from './results'
import { runHandlers } from './runs'
import { trashHandlers } from './trash'

/** `cancel` ends a call of the same connection, so the transport's session does it. */
type HandledName = Exclude<CallName, 'cancel'>

export type Handlers = {
  [N in HandledName]: (params: CallParams<N>, context: CallContext) => Promise<CallResult<N>>
}

export function createHandlers(services: Services): Handlers {
  const bases = baseHandlers(services)
  const runs = runHandlers(services)
  return {
    ...aboutHandlers(services),
    ...bases,
    ...dataHandlers(services),
    ...runs,
    ...queueHandlers(services),
    ...trashHandlers(services),
    ...recipeHandlers(services, { ...bases, ...runs }),
    ...resultHandlers(services),
    ...reportHandlers(services),
    ...explainHandlers(services),
    ...predictFilesHandlers(services),
    ...contestantHandlers(services),
  }
}
