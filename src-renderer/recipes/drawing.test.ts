import { expect, it } from 'vitest'
import { runRequest, type CallInput, type TrainablePart } from '../../src-main/contract'
import { baseInfo } from '../../tests/support/recipeFacts'
import { draw } from './drawing'

const bases = new Map([['resnet50-224', baseInfo('resnet50', 'installed')]])
const drawn = (model: CallInput<'runs.start'>['model'], ...trains: TrainablePart[]) => {
  const phases = trains.map((trainable) => ({ epochs: 5, trainable }))
  return draw(runRequest.parse({ name: 'a run', dataset: 'pets', model, size: 96, plan: { phases } }), bases)
}
const onBase = (scaling: 'own' | 'unit' | 'caffe', ...trains: TrainablePart[]) =>
  drawn({ name: 'transfer', options: { base: 'resnet50-224', scaling } }, ...trains)
const learning = ({ pieces }: ReturnType<typeof draw>) => pieces.map(({ kind }) => kind)
const cnn = drawn({ name: 'cnn' }, 'all')
const head = onBase('own', 'head')
const tuned = onBase('own', 'head', { last: 10 })

it('a CNN learns as a whole, a frozen base only by its head', () => {
  expect(learning(cnn)).toEqual(['learns'])
  expect(learning(head)).toEqual(['frozen', 'learns'])
  expect(cnn).toMatchObject({ name: 'a run', size: 96, epochs: 5, phases: [{ trainable: 'all' }] })
  expect(tuned).toMatchObject({ epochs: 10, phases: [{ trainable: 'head' }, { trainable: { last: 10 } }] })
  expect(learning(onBase('own', 'head', 'all'))).toEqual(['learns'])
})

it('what is fine-tuned learns more than a head, and all networks are drawn equally long', () => {
  expect(tuned.pieces.at(-1)!.parts).toBeGreaterThan(head.pieces.at(-1)!.parts)
  const lengths = [cnn, head, tuned].map(({ pieces }) => pieces.reduce((sum, { parts }) => sum + parts, 0))
  expect(new Set(lengths).size).toBe(1)
})

it('marks what is wrong on purpose, and only that', () => {
  expect(onBase('unit', 'head').wrong).toBe(true)
  // By name, what it was trained with.
  expect(onBase('caffe', 'head').wrong).toBe(false)
  expect([head, cnn].some(({ wrong }) => wrong)).toBe(false)
})
