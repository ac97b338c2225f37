// How an error crosses a process boundary, and the difference between a user error and a fault.
import { z } from './zod'

/**
 * Codes that the interface translates. A *user error* has one of these and is shown with what to do next;
 * `fault` is everything else: it is logged, and ends the run with a reason.
 */
export const errorCodes = [
  'fault',
  'cancelled',
  'invalid-argument',
  'not-found',
  'folder-not-found',
  'folder-without-images',
  'one-class-only',
  'class-too-small',
  'file-unreadable',
  'file-not-an-image',
  'archive-wrong',
  'archive-damaged',
  'table-wrong',
  'download-failed',
  'disk-full',
  'no-permission',
  'library-in-use',
  'library-newer',
  'dataset-not-found',
  'dataset-source-missing',
  'run-not-found',
  'run-not-finished',
  'run-running',
  'program-ended',
  'runs-not-comparable',
  'model-unknown',
  'model-input-too-small',
  'model-unsupported',
  'labels-unmatched',
  'weights-wrong',
  'base-unknown',
  'base-not-installed',
  'backend-unknown',
  'backend-unavailable',
  'engine-stopped',
  'training-diverged',
  'out-of-memory',
  'device-lost',
  'export-exists',
  'export-differs',
  'export-needs-pictures',
  'export-unsupported',
  'format-unknown',
  'restore-taken',
  'pack-unavailable',
  'pack-wrong',
  'address-in-use',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export const errorDetail = z.record(z.string(), z.union([z.string(), z.number()]))

export const errorShape = z.object({
  code: z.enum(errorCodes),
  /** One English sentence: what happened and what it means. */
  message: z.string(),
  /** The values in the message, by name, so that the interface can say it in another language. */
  detail: errorDetail.optional(),
  /** What to do next, one English sentence. */
  hint: z.string().optional(),
})

export type ErrorShape = z.infer<typeof errorShape>

/** An expected error: the user can do something about it. Everything else that is thrown is a fault. */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly detail?: Record<string, string | number>
  readonly hint?: string

  constructor(
    code: ErrorCode,
    message: string,
    options: { detail?: Record<string, string | number>; hint?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'UserError'
    this.code = code
    this.detail = options.detail
    this.hint = options.hint
  }
}

/** Thrown by cancelled work. */
export function cancelled(): UserError {
  return new UserError('cancelled', 'Cancelled.')
}

/** What crosses the boundary for anything that was thrown. File system errors that users meet are named. */
export function toErrorShape(thrown: unknown): ErrorShape {
  if (thrown instanceof UserError) {
    const { code, message, detail, hint } = thrown
    return { code, message, ...(detail && { detail }), ...(hint && { hint }) }
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const system = (error as { code?: string; path?: string }).code
  if (system === 'ENOSPC' || system === 'EDQUOT') {
    return {
      code: 'disk-full',
      message: 'The disk is full; nothing half-written was kept.',
      hint: 'Free some space, or choose a library on another disk, and try again.',
    }
  }
  if (system === 'EACCES' || system === 'EPERM' || system === 'EROFS') {
    const path = (error as { path?: string }).path ?? ''
    return {
      code: 'no-permission',
      message: `No permission to use ${path || 'a file'}.`,
      detail: { path },
      hint: 'Check the permissions of that file or folder, or choose another one.',
    }
  }
  if (error.name === 'AbortError') return toErrorShape(cancelled())
  return {
    code: 'fault',
    message: error.message || error.name,
    hint: 'This is a fault in Cotejo, not in what you did. The log has the details.',
  }
}

/** Rebuilds on this side what was thrown on the other. */
export function fromErrorShape(shape: ErrorShape): UserError {
  return new UserError(shape.code, shape.message, { detail: shape.detail, hint: shape.hint })
}
