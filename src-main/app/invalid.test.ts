import { describe, expect, it } from 'vitest'
import { calls, type CallName } from '../contract'
import { invalidParams } from './invalid'

function wrong(call: CallName, params: unknown) {
  const checked = calls[call].params.safeParse(params)
  if (checked.success) throw new Error('these are valid')
  return invalidParams(call, checked.error)
}
const plan = { phases: [{ epochs: 1 }] }

describe('invalidParams', () => {
  it('names the field and what it should be', () => {
    const error = wrong('runs.start', { dataset: 'd', model: { name: 'cnn' }, plan, size: 4 })
    expect(error).toMatchObject({ code: 'invalid-argument', detail: { field: 'size' } })
    expect(error.message).toMatch(/runs\.start: “size” is not valid: .*8/)
    expect(wrong('data.get', null).message).toMatch(/^data\.get: /)
  })

  it('has codes of their own for an unknown model, backend and export format', () => {
    expect(wrong('runs.start', { dataset: 'd', model: { name: 'resnet9000' }, plan }).code).toBe(
      'model-unknown',
    )
    expect(wrong('runs.start', { dataset: 'd', model: { name: 'cnn' }, plan, backend: 'tpu' }).code).toBe(
      'backend-unknown',
    )
    expect(wrong('export', { run: 'r', format: 'zip' }).code).toBe('format-unknown')
    expect(wrong('runs.start', { dataset: 'd', model: 3, plan }).code).toBe('invalid-argument')
  })
})
