// All rules over one run: what they find, what explains what, and the rest in the order in which it is told.
import {
  diagnosisName,
  diagnosisText,
  inOneLine,
  isImported,
  type AdviceName,
  type Diagnosis,
  type DiagnosisName,
} from '../../../contract'
import { type DiagnosisFacts, type Finding, type Rule } from './finding'
import { confusedClasses } from './rules/confused-classes'
import { leakage } from './rules/leakage'
import { noBetterThanChance } from './rules/no-better-than-chance'
import { overconfident } from './rules/overconfident'
import { overfitting } from './rules/overfitting'
import { rateTooHigh } from './rules/rate-too-high'
import { rateTooLow } from './rules/rate-too-low'
import { stoppedTooEarly } from './rules/stopped-too-early'
import { testDiffers } from './rules/test-differs'
import { testTooEasy } from './rules/test-too-easy'
import { testTooSmall } from './rules/test-too-small'
import { trainedElsewhere } from './rules/trained-elsewhere'
import { underfitting } from './rules/underfitting'
import { weakClass } from './rules/weak-class'
import { wrongScaling } from './rules/wrong-scaling'

export const rules: Readonly<Record<Exclude<DiagnosisName, 'healthy'>, Rule>> = {
  'wrong-scaling': wrongScaling,
  'rate-too-high': rateTooHigh,
  'trained-elsewhere': trainedElsewhere,
  leakage,
  'no-better-than-chance': noBetterThanChance,
  'stopped-too-early': stoppedTooEarly,
  'rate-too-low': rateTooLow,
  underfitting,
  overfitting,
  'test-differs': testDiffers,
  'test-too-easy': testTooEasy,
  'test-too-small': testTooSmall,
  'weak-class': weakClass,
  'confused-classes': confusedClasses,
  overconfident,
}

/** What can be said of a model that was trained elsewhere: the other rules are about its training. */
const aboutAnswers = new Set<DiagnosisName>([
  'trained-elsewhere',
  'no-better-than-chance',
  'test-too-small',
  'weak-class',
  'confused-classes',
  'overconfident',
])
/** What can be done about it without training it. */
const withoutTraining = new Set<AdviceName>([
  'check-preparation',
  'check-labels',
  'look-at-mistakes',
  'more-test-pictures',
  'calibrate',
])

/** Reasons for which a training came to little; what its figures look like follows from them. */
const causes = ['wrong-scaling', 'rate-too-high', 'rate-too-low', 'no-better-than-chance'] as const

/** What follows from another finding is not told beside it: its advice would be about the wrong thing. */
const explainedBy: Partial<Record<DiagnosisName, readonly DiagnosisName[]>> = {
  'stopped-too-early': ['rate-too-high', 'rate-too-low'],
  'rate-too-low': ['rate-too-high'],
  underfitting: [...causes, 'stopped-too-early'],
  'test-too-easy': ['leakage', 'no-better-than-chance'],
  'weak-class': [...causes, 'underfitting'],
  'confused-classes': [...causes, 'underfitting'],
  overconfident: ['no-better-than-chance'],
}

/** With a cause, what remains true gives no advice of its own. */
const adviceOf: Partial<Record<DiagnosisName, readonly DiagnosisName[]>> = {
  'no-better-than-chance': ['wrong-scaling', 'rate-too-high', 'rate-too-low', 'stopped-too-early'],
}

const order = (one: Pick<Finding, 'name' | 'severity'>): number =>
  ['warning', 'info', 'good'].indexOf(one.severity) * 100 + diagnosisName.options.indexOf(one.name)

function healthy({ evaluation }: DiagnosisFacts): Finding[] {
  if (!evaluation) return []
  const { test, train, testInterval } = evaluation
  return [
    {
      name: 'healthy',
      severity: 'good',
      evidence: {
        testAccuracy: test.accuracy,
        low: testInterval.low,
        high: testInterval.high,
        trainAccuracy: train.accuracy,
        count: test.count,
      },
      advice: ['try-seeds'],
    },
  ]
}

/**
 * What the curves and figures of a run say, what matters most first. Deterministic. A run in progress, or one that was
 * cancelled, has no findings; one that failed has those that explain it.
 */
export function diagnose(facts: DiagnosisFacts): Diagnosis[] {
  const { status } = facts.summary
  if (status !== 'done' && status !== 'failed') return []
  const imported = isImported(facts.run)
  const found = Object.values(rules)
    .map((rule) => rule(facts))
    .filter((one) => one !== null)
    .filter(({ name }) => !imported || aboutAnswers.has(name))
    .map((one) => (imported ? { ...one, advice: one.advice.filter((a) => withoutTraining.has(a)) } : one))
  const names = new Set(found.map(({ name }) => name))
  const has = (others?: readonly DiagnosisName[]) => others?.some((one) => names.has(one)) ?? false
  const told = found
    .filter(({ name }) => !has(explainedBy[name]))
    .map((one) => (has(adviceOf[one.name]) ? { ...one, advice: [] } : one))
  return (told.length > 0 ? told : healthy(facts))
    .sort((a, b) => order(a) - order(b))
    .map((one) => ({ ...one, text: inOneLine(diagnosisText(one, 'en')) }))
}
