// Turns whatever was thrown on the main side into the one kind of error that interfaces get.
import { fromErrorShape, toErrorShape, UserError } from '../contract'

/** The `code` of a file system error ('ENOENT', 'ENOSPC', …), if it is one. */
export const systemCode = (thrown: unknown): string | undefined =>
  thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined

/** A UserError as it is; a file system error that users meet by its name; anything else as a fault. */
export function asUserError(thrown: unknown): UserError {
  if (thrown instanceof UserError) return thrown
  const error = fromErrorShape(toErrorShape(thrown))
  error.cause = thrown
  return error
}

/** For the log: everything that is known. */
export function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const own = thrown.stack ?? `${thrown.name}: ${thrown.message}`
  return thrown.cause === undefined ? own : `${own}\ncaused by: ${describe(thrown.cause)}`
}
