// What a comparison says of models on a base: what they stand on, what trains when, how pixels are prepared.
import { expect, test } from 'vitest'
import { modelChoice, plan, pixelScalings, type ModelChoice } from '../../contract'
import { compareConditions, type JudgedRun } from './conditions'
import { rightWrong, testRun } from './testing'

const transfer = (options: object = {}) =>
  modelChoice.parse({ name: 'transfer', options: { base: 'densenet121-224', ...options } })
const phases = [
  { epochs: 5, trainable: 'head' },
  { epochs: 5, trainable: { last: 10 }, learningRate: 1e-5 },
]
const judged = (id: string, model: ModelChoice, plans: object, preprocessing: object = {}): JudgedRun => {
  const made = testRun({ id, model, plan: plan.parse({ phases, ...plans }), right: rightWrong(3, 1) })
  return { ...made, run: { ...made.run, preprocessing: { ...made.run.preprocessing, ...preprocessing } } }
}
const linesOf = (runs: JudgedRun[]) => new Map(compareConditions(runs).map((one) => [one.name, one]))

test('models on a base are told by it, their head and their weights; phases by what they train', () => {
  const lines = linesOf([
    judged('a', transfer({ head: { dense: 256 } }), { views: 4 }, pixelScalings.torch),
    judged('b', transfer({ weights: 'random' }), { phases: [{ epochs: 10 }] }),
  ])
  expect(lines.get('model')!.values).toEqual([
    'densenet121-224, head: dense 256',
    'densenet121-224, random weights',
  ])
  expect(lines.get('plan')!.values).toEqual([
    'head alone, adam 0.001, constant schedule then last 10 layers, adam 0.00001, constant schedule, 4 views a picture',
    'adam 0.001, constant schedule',
  ])
  expect(lines.get('preprocessing')!.values).toEqual([
    'cover, rgb, -2.118/-2.036/-1.804 to 2.249/2.429/2.64',
    'cover, rgb, 0 to 1',
  ])
})

test('keeping features is no condition: it changes the time alone', () => {
  const lines = linesOf([judged('a', transfer(), {}), judged('b', transfer(), { cacheFeatures: false })])
  expect([...lines.values()].filter((one) => !one.same)).toEqual([])
})
