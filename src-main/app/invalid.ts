// Says in one readable sentence what is wrong with the parameters of a call.
import type { z } from 'zod'
import { UserError, type CallName, type ErrorCode } from '../contract'

/** Fields whose wrong value has a name of its own, for all calls. */
const named: readonly { field: RegExp; code: ErrorCode; what: string }[] = [
  { field: /^model(\.name)?$/, code: 'model-unknown', what: 'model' },
  { field: /^backend$/, code: 'backend-unknown', what: 'backend' },
  { field: /^format$/, code: 'format-unknown', what: 'export format' },
]

type Issue = z.core.$ZodIssue

const isChoice = (issue: Issue): boolean =>
  issue.code === 'invalid_value' || (issue.code === 'invalid_union' && 'discriminator' in issue)

export function invalidParams(call: CallName, error: z.ZodError): UserError {
  const [issue] = error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  const message = issue?.message.replace(/\.$/, '') ?? 'they cannot be understood'
  const rule = issue !== undefined && isChoice(issue) ? named.find((one) => one.field.test(field)) : undefined
  if (rule !== undefined) {
    return new UserError(rule.code, `There is no such ${rule.what}: ${message}.`, {
      detail: { field },
      hint: `Choose another ${rule.what}.`,
    })
  }
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : ''
  return new UserError(
    'invalid-argument',
    field === '' ? `${call}: ${message}${more}.` : `${call}: “${field}” is not valid: ${message}${more}.`,
    { detail: { call, field }, hint: 'Change that value and try again.' },
  )
}
