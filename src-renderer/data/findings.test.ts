import { describe, expect, it } from 'vitest'
import { type Decision, type Finding, type FindingGroup } from '../../src-main/contract'
import { agreeOn, canSettle, isSettled, labelsOf, lookOf, sortFindings, tidyGroup, toggled } from './findings'

const file = (index: number | null, label = 0, split: 'train' | 'validation' | 'test' = 'train') => ({
  file: `${label}/${index}.jpg`,
  index,
  label,
  split,
})
const group = (...files: ReturnType<typeof file>[]): FindingGroup => ({ files, exact: true, similarity: 1 })
const finding = (kind: Finding['kind'], rest: Partial<Finding> = {}): Finding => ({
  kind,
  severity: 'warning',
  count: 1,
  message: '',
  detail: {},
  files: [],
  ...rest,
})
const after = (...made: Decision[]) => new Map(made.map((one) => [one.index, one]))

describe('lookOf', () => {
  it('shows groups together, taken files as pictures, others by name, and the rest by class', () => {
    const pair = [file(1), file(2)]
    expect(lookOf(finding('duplicate', { files: pair, groups: [group(...pair)] }))).toBe('groups')
    expect(lookOf(finding('dark', { files: pair }))).toBe('pictures')
    expect(lookOf(finding('corrupt', { files: [file(null)] }))).toBe('files')
    expect(lookOf(finding('imbalance', { classes: ['a'] }))).toBe('classes')
  })

  it('asks nothing of a person about pictures that were repaired', () => {
    expect(canSettle(finding('exif-rotated', { files: [file(1)] }))).toBe(false)
    expect(canSettle(finding('dark', { files: [file(1)] }))).toBe(true)
    expect(canSettle(finding('corrupt', { files: [file(null)] }))).toBe(false)
  })
})

describe('tidyGroup', () => {
  it('keeps the first copy that is still there', () => {
    const copies = group(file(4), file(7), file(9))
    expect(tidyGroup('duplicate', copies, after())).toEqual([
      { index: 7, action: 'leave-out' },
      { index: 9, action: 'leave-out' },
    ])
    expect(tidyGroup('duplicate', copies, after({ index: 4, action: 'leave-out' }))).toEqual([
      { index: 9, action: 'leave-out' },
    ])
  })

  it('takes leaked copies out of the training, never out of the test', () => {
    const leak = group(file(1), file(2, 0, 'test'), file(3, 0, 'validation'))
    const done = tidyGroup('leakage', leak, after())
    expect(done.map(({ index }) => index)).toEqual([1, 3])
    expect(isSettled('leakage', leak, after(...done))).toBe(true)
  })
})

describe('a label conflict', () => {
  const conflict = group(file(1, 0), file(2, 2), file(3, 2))

  it('is settled by agreeing on one class', () => {
    expect(labelsOf(conflict)).toEqual([0, 2])
    expect(isSettled('label-conflict', conflict, after())).toBe(false)
    const agreed = agreeOn(2, conflict)
    expect(agreed).toEqual([
      { index: 1, action: 'relabel', label: 2 },
      { index: 2, action: 'keep' },
      { index: 3, action: 'keep' },
    ])
    expect(isSettled('label-conflict', conflict, after(...agreed))).toBe(true)
  })

  it('is settled where all are looked at and kept, or one is left', () => {
    const kept = [1, 2, 3].map((index): Decision => ({ index, action: 'keep' }))
    expect(isSettled('label-conflict', conflict, after(...kept))).toBe(true)
    const out = [2, 3].map((index): Decision => ({ index, action: 'leave-out' }))
    expect(isSettled('label-conflict', conflict, after(...out))).toBe(true)
  })
})

it('toggled goes there and back', () => {
  expect(toggled(5, after())).toEqual({ index: 5, action: 'leave-out' })
  expect(toggled(5, after({ index: 5, action: 'leave-out' }))).toEqual({ index: 5, action: 'keep' })
})

it('sortFindings puts the worst first and keeps the order among equals', () => {
  const kinds = (['dark', 'label-conflict', 'tiny', 'converted'] as const).map((kind) =>
    finding(kind, {
      severity: { dark: 'warning', 'label-conflict': 'error', tiny: 'warning', converted: 'info' }[
        kind
      ] as Finding['severity'],
    }),
  )
  expect(sortFindings(kinds).map(({ kind }) => kind)).toEqual(['label-conflict', 'dark', 'tiny', 'converted'])
})
