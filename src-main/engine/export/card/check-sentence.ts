// The outcome of the parity check in a sentence.
import { wordsOf } from '../../report/words/words'
import { type CardCheck } from './card'

const words = wordsOf('en')

export function checkSentence({ format, check }: CardCheck): string {
  const { runtime, reason, pictures, largestDifference, agreement, accuracy } = check
  if (runtime === null || pictures === null)
    return `The files (${format}) were not run after they were written: ${reason ?? 'there is no runtime for them here'}`
  const of =
    pictures.from === 'test'
      ? `${words.number(pictures.count)} test pictures`
      : `${words.number(pictures.count)} patterns (the dataset is not in the library any more)`
  const right = accuracy
    ? ` Right on these pictures: ${words.percent(accuracy.run)} for the run's model, ${words.percent(accuracy.exported)} for the exported one.`
    : ''
  return (
    `After they were written, the files (${format}) were run in ${runtime} on ${of} beside the run's own model: the same ` +
    `class for ${words.percent(agreement ?? 0)} of them, the largest difference of a probability ${(largestDifference ?? 0).toPrecision(2)}.${right}`
  )
}
