import { expect, it } from 'vitest'
import { numberedName, reportPurpose } from './useReport'

it('numbers the names that are taken', () => {
  expect([1, 2, 3].map((number) => numberedName('informe', number, 'pdf'))).toEqual([
    'informe.pdf',
    'informe-2.pdf',
    'informe-3.pdf',
  ])
})

it('finds its task by the runs', () => {
  expect(reportPurpose(['a', 'b'])).toBe('report:a,b')
})
