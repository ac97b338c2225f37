import { describe, expect, it } from 'vitest'
import { type RunSummary } from '../../src-main/contract'
import { groupRuns, setState } from './groups'

const run = (id: string, more: Partial<RunSummary> = {}) =>
  ({ run: id, name: id, status: 'done', seed: 1, recipe: null, datasetName: 'Pets', testAccuracy: 0.5, seconds: 1, ...more }) as RunSummary // prettier-ignore
const of = (set: string, id: string, more: Partial<RunSummary> = {}) =>
  run(id, { recipe: { name: 'advice', set, part: id.split('-')[0] }, ...more })

it('groupRuns puts the runs of a recipe together, in the order in which they were started', () => {
  const list = [run('d'), of('s2', 'c'), of('s1', 'b'), run('x'), of('s1', 'a')]
  expect(groupRuns(list).map(({ set, runs }) => [set, runs.map((one) => one.run)])).toEqual([
    [null, ['d']],
    ['s2', ['c']],
    ['s1', ['a', 'b']],
    [null, ['x']],
  ])
})

describe('setState', () => {
  const group = (...runs: RunSummary[]) => ({ set: 's', runs })

  it('says how many are done and which to compare', () => {
    const state = setState(group(of('s', 'a'), of('s', 'b', { status: 'running' })))
    expect(state).toMatchObject({ recipe: 'advice', dataset: 'Pets', done: 1, total: 2, ended: false })
    const ended = setState(group(of('s', 'a'), of('s', 'b', { status: 'failed' }), of('s', 'c')))
    expect(ended).toMatchObject({ ended: true, done: 2, compare: ['a', 'c'], spread: [] })
  })

  it('of several seeds compares the first and tells the spread of all', () => {
    const state = setState(
      group(
        of('s', 'net-1', { testAccuracy: 0.9 }),
        of('s', 'cnn-1'),
        of('s', 'net-2', { seed: 2, testAccuracy: 1 }),
        of('s', 'cnn-2', { seed: 2 }),
      ),
    )
    expect(state.compare).toEqual(['net-1', 'cnn-1'])
    expect(state.spread.map(({ part, mean }) => [part, mean])).toEqual([
      ['net', 0.95],
      ['cnn', 0.5],
    ])
  })
})
