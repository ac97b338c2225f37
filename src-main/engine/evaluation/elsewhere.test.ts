// What is said of a model that was trained elsewhere: in the verdict, in the conditions, in the findings.
import { expect, test } from 'vitest'
import { type ImportedModel, type Run } from '../../contract'
import { compareConditions, type JudgedRun } from './conditions'
import { diagnose } from './diagnosis'
import { factsOf } from './diagnosis/testing'
import { compareEntries } from './entries'
import { rightWrong, testRun } from './testing'
import { judge } from './verdict'

const model: ImportedModel = {
  name: 'imported',
  options: {
    format: 'keras',
    origin: 'other',
    file: 'pets.keras',
    sha256: 'a'.repeat(64),
    outputs: 'softmax',
    preparation: 'inside',
    labels: ['cat', 'dog', 'fox'],
    map: [0, 1],
  },
}
const brought = (one: JudgedRun): JudgedRun => ({ ...one, run: { ...one.run, model, plan: null } })
const here = testRun({ id: 'here', right: rightWrong(100, 50) })
const there = brought(testRun({ id: 'there', right: rightWrong(120, 30) }))

test('the verdict judges it like any other, and says what is not known', () => {
  const { entries, pairs } = compareEntries([here, there], () => null)
  const verdict = judge(entries, pairs)
  expect(verdict).toMatchObject({ kind: 'better', best: 'there' })
  expect(verdict.text).toMatch(
    /there was trained elsewhere: whether it has seen these images is not known\.$/,
  )
  const alone = compareEntries([here, testRun({ id: 'other', right: rightWrong(90, 60) })], () => null)
  expect(judge(alone.entries, alone.pairs).text).not.toContain('elsewhere')
})

test('conditions tell where it was trained, and that its plan is not known', () => {
  const lines = new Map(compareConditions([here, there]).map((one) => [one.name, one]))
  expect(lines.get('origin')).toMatchObject({ same: false, values: ['trained here', expect.stringContaining('elsewhere')] }) // prettier-ignore
  for (const name of ['plan', 'epochs', 'batch', 'augmentation'] as const)
    expect(lines.get(name)!.values[1]).toBe('not known')
  expect(lines.get('model')!.values[1]).toBe('pets.keras (keras)')
  expect(lines.get('split')).toMatchObject({ same: true })
})

test('two models that were brought in are not seeds of one', () => {
  const again: JudgedRun = { ...there, run: { ...there.run, id: 'again' } }
  expect(compareEntries([there, again], () => null).entries).toHaveLength(2)
})

test('findings are of its answers, not of a training that nobody knows', () => {
  const facts = factsOf({ train: { accuracy: 0.99 } })
  const run: Run = { ...facts.run, model, plan: null }
  const history = { ...facts.history, trainings: [] }
  const names = (all: ReturnType<typeof diagnose>) => all.map(({ name }) => name)
  const found = diagnose({ ...facts, run, history })
  expect(names(found)).toContain('trained-elsewhere')
  expect(names(found)).not.toContain('overfitting')
  expect(names(found)).not.toContain('healthy')
  const [finding] = found.filter(({ name }) => name === 'trained-elsewhere')
  expect(finding).toMatchObject({ severity: 'info', evidence: { file: 'pets.keras', extra: 1 } })
  expect(finding!.text).toContain('1 class of its own is not in the dataset')

  const lost: Run = { ...run, model: { ...model, options: { ...model.options, map: [0, null] } } }
  const warned = diagnose({ ...facts, run: lost, history }).find(({ name }) => name === 'trained-elsewhere')
  expect(warned).toMatchObject({ severity: 'warning', evidence: { missing: 1, extra: 2 } })
  expect(names(diagnose(facts))).not.toContain('trained-elsewhere')
})
