// What a model card says about where the model ends: always the same for any classifier, and what this one's own test,
// data and diagnosis say.
import { diagnosisText, type Diagnosis, type DiagnosisName } from '../../../contract'
import { wordsOf } from '../../report/words/words'
import { type CardLimit, type ModelCard } from './card'

const words = wordsOf('en')

/** Findings about the training that a user of the model cannot see in it. */
const NOT_TOLD = new Set<DiagnosisName>(['healthy', 'rate-too-low', 'stopped-too-early'])

/** Findings of an import that touch what the figures are worth. */
const DATA = new Set(['leakage', 'label-conflict', 'duplicate', 'near-duplicate', 'imbalance', 'few-images'])

/** From here on an interval leaves open how good the model is. */
const WIDE = 0.1

type Known = Omit<ModelCard, 'limits'>

function aboutTest({ results, training }: Known): CardLimit[] {
  if (!results) return [{ about: 'untested', text: 'It was not evaluated: how good it is, nobody knows.' }]
  const limits: CardLimit[] = []
  const { interval } = results.figures.accuracy ?? {}
  if (interval && interval.high - interval.low > WIDE) {
    limits.push({
      about: 'interval',
      text:
        `${words.number(results.count)} test pictures leave open whether it gets ${words.percent(interval.low)} or ` +
        `${words.percent(interval.high)} of such pictures right.`,
    })
  }
  if (results.testedBy === 'folds') {
    limits.push({
      about: 'untested',
      text:
        'This very model was trained on all pictures and tested on none: its figures are those of models trained in the ' +
        'same way, each without a part of the pictures.',
    })
  } else if (results.elsewhere) {
    limits.push({
      about: 'elsewhere',
      text: 'It was trained elsewhere: it may have seen the very pictures that it was tested on, and nobody here knows what else.',
    })
  } else if (training) {
    limits.push({
      about: 'one-seed',
      text: `It was trained once, with seed ${training.seed}: with another seed the same training comes to somewhat other figures.`,
    })
  }
  return limits
}

const aboutDiagnosis = (diagnosis: readonly Diagnosis[], known: readonly CardLimit[]): CardLimit[] =>
  diagnosis
    .filter(({ name, severity }) => severity !== 'good' && !NOT_TOLD.has(name))
    // The interval was told already.
    .filter(({ name }) => name !== 'test-too-small' || !known.some(({ about }) => about === 'interval'))
    .map((one) => {
      const { title, seen } = diagnosisText(one, 'en')
      return { about: one.name, text: [title.replace(/[.!]?$/, '.'), seen].filter(Boolean).join(' ') }
    })

const aboutData = ({ data }: Known): CardLimit[] =>
  (data?.findings ?? [])
    .filter(({ kind, severity }) => severity !== 'info' && DATA.has(kind))
    .map(({ message }) => ({ about: 'data', text: message }))

const aboutBase = ({ base }: Known): CardLimit[] =>
  base?.trainedOn
    ? [
        {
          about: 'base',
          text: `It stands on ${base.title}, and shares what that learned from ${base.trainedOn}, its prejudices included.`,
        },
      ]
    : []

/** @param diagnosis of the run */
export function limitsOf(known: Known, diagnosis: readonly Diagnosis[]): CardLimit[] {
  const test = aboutTest(known)
  return [
    {
      about: 'other-pictures',
      text:
        'All figures are about pictures of the same kind as those it was trained and tested on. From another camera, place ' +
        'or light, expect less; how much less is not known.',
    },
    {
      about: 'always-answers',
      text: `It always names one of its ${known.labels.length} classes, also for a picture that shows none of them.`,
    },
    ...test,
    ...aboutDiagnosis(diagnosis, test),
    ...aboutData(known),
    ...aboutBase(known),
  ]
}
