// Which test pictures answer a question, and in which order. From what the runs said; no model is needed.
import { UserError, type PictureQuestion } from '../../../contract'
import { type Tested } from '../tested'
import { labelErrors } from './label-errors'

/** Runs that were tested on the same pictures. */
export type TestedTogether = readonly { readonly id: string; readonly tested: Tested }[]

/** Places in the test set, in order. */
type Answer = number[]

/** The places for which `score` is not null, the highest first; equal ones in the dataset's order. */
function ranked(count: number, score: (place: number) => number | null): Answer {
  const found: { place: number; score: number }[] = []
  for (let place = 0; place < count; place++) {
    const value = score(place)
    if (value !== null) found.push({ place, score: value })
  }
  return found.sort((a, b) => b.score - a.score || a.place - b.place).map(({ place }) => place)
}

function runOf(runs: TestedTogether, id: string): Tested {
  const found = runs.find((one) => one.id === id)
  if (found) return found.tested
  throw new UserError('invalid-argument', `The question is about ${id}, which is not among the runs.`, {
    detail: { run: id },
    hint: 'Name the run among the runs, too.',
  })
}

/** What a run gives a picture's own label. */
export const ofLabel = ({ evaluation, probabilities }: Tested, place: number): number =>
  probabilities[place * evaluation.labels.length + evaluation.predictions.label[place]!]!

/**
 * @returns places in the test set (see `PictureQuestion` for their order)
 * @throws UserError `invalid-argument` where the question names a run that is not among `runs`, or a class that is none
 */
export function answer(runs: TestedTogether, question: PictureQuestion): Answer {
  const [{ tested: first }] = runs as [TestedTogether[number]]
  const { labels, predictions } = first.evaluation
  const { label, index } = predictions
  const count = index.length

  switch (question.kind) {
    case 'cell': {
      const { actual, predicted } = question
      const said = runOf(runs, question.run).evaluation.predictions
      if (Math.max(actual, predicted) >= labels.length)
        throw new UserError('invalid-argument', `There are ${labels.length} classes, numbered from 0.`, {
          detail: { classes: labels.length },
        })
      return ranked(count, (i) =>
        label[i] === actual && said.predicted[i] === predicted ? said.confidence[i]! : null,
      )
    }
    case 'mistakes': {
      const said = runOf(runs, question.run).evaluation.predictions
      return ranked(count, (i) => (said.predicted[i] === label[i] ? null : said.confidence[i]!))
    }
    case 'disagreement':
      return ranked(count, (i) => opposition(runs, i))
    case 'only-right': {
      const [right, wrong] = [runOf(runs, question.run), runOf(runs, question.against)]
      const saidRight = (one: Tested, i: number) => one.evaluation.predictions.predicted[i] === label[i]
      return ranked(count, (i) =>
        saidRight(right, i) && !saidRight(wrong, i) ? ofLabel(right, i) - ofLabel(wrong, i) : null,
      )
    }
    case 'all-wrong':
      return ranked(count, (i) =>
        runs.every(({ tested }) => tested.evaluation.predictions.predicted[i] !== label[i])
          ? -runs.reduce((sum, { tested }) => sum + ofLabel(tested, i), 0)
          : null,
      )
    case 'label-errors':
      return labelErrors(meanProbabilities(runs), label, labels.length)
    case 'these': {
      const places = new Map(index.map((one, place) => [one, place]))
      return question.indices.map((one) => places.get(one)).filter((place) => place !== undefined)
    }
  }
}

/** Where the runs do not say the same, how sure the less sure of the two surest opinions is. */
function opposition(runs: TestedTogether, place: number): number | null {
  const opinions = new Map<number, number>()
  for (const { tested } of runs) {
    const { predicted, confidence } = tested.evaluation.predictions
    const before = opinions.get(predicted[place]!) ?? 0
    opinions.set(predicted[place]!, Math.max(before, confidence[place]!))
  }
  return opinions.size < 2 ? null : [...opinions.values()].sort((a, b) => b - a)[1]!
}

/** What the runs say together: none of them saw the pictures, so neither did their mean. */
function meanProbabilities(runs: TestedTogether): ArrayLike<number> {
  if (runs.length === 1) return runs[0]!.tested.probabilities
  const sum = new Float64Array(runs[0]!.tested.probabilities.length)
  for (const { tested } of runs)
    for (let i = 0; i < sum.length; i++) sum[i]! += tested.probabilities[i]! / runs.length
  return sum
}
