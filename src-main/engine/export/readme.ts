// README.md of an export: what the model is, how good, how to use it, and how pictures must be prepared for it.
import { type ModelDescription, type Preprocessing } from '../../contract'
import { type RunFacts } from './facts'
import { baseOf, LICENCE_FILE } from './licence'

/** A name as Markdown text: nothing in it is markup. */
export const markdownText = (text: string): string =>
  text.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')

const percent = (fraction: number): string => `${(100 * fraction).toFixed(1)} %`

function accuracyText({ test }: RunFacts, { crossValidation }: ModelDescription): string {
  if (!test) return 'It was not evaluated on test pictures.'
  const { accuracy, interval, count } = test
  if (crossValidation) {
    // This very model has seen all pictures, so that none is left to test it on.
    return (
      `It was trained on all ${crossValidation.images} pictures. Models trained in the same way, each without one of ` +
      `${crossValidation.folds} parts of them, got ${percent(accuracy)} of the parts that they had not seen right ` +
      `(95 % confidence interval ${percent(interval.low)} to ${percent(interval.high)}, Wilson). ` +
      'Expect less on pictures of another kind.'
    )
  }
  return (
    `It got ${percent(accuracy)} of ${count} test pictures right that it had not been trained on ` +
    `(95 % confidence interval ${percent(interval.low)} to ${percent(interval.high)}, Wilson). ` +
    'Expect less on pictures of another kind.'
  )
}

const RESIZE_TEXT = {
  cover: 'scaled until it covers the square, and what sticks out is cut off evenly on both sides',
  fit: 'scaled until all of it fits into the square, centred on white',
  stretch: 'stretched to the square, whatever its proportions',
} as const

/** What becomes of one value. */
function formulaOf({ scale, offset, deviation = [1, 1, 1] }: Preprocessing): string {
  const each = (values: readonly number[]) => values.join(', ')
  const steps = [
    ...(scale === 1 ? [] : [`is multiplied by ${scale}`]),
    ...(offset.every((one) => one === 0) ? [] : [`has ${each(offset)} added (in the order of the channels)`]),
    ...(deviation.every((one) => one === 1) ? [] : [`is divided by ${each(deviation)} (in the same order)`]),
  ]
  return steps.join(', then ') || 'is used as it is'
}

/** The preparation as numbered steps. */
export function preprocessingSteps(preprocessing: Preprocessing): string[] {
  const { size, resize, channels } = preprocessing
  return [
    'It is turned upright as its EXIF orientation says and brought to sRGB; what is transparent becomes white.',
    `It is brought to ${size} × ${size} pixels with an antialiased Lanczos-3 filter: ${RESIZE_TEXT[resize]}.`,
    `The channels are in the order ${channels.toUpperCase()}, and every value from 0 to 255 ${formulaOf(preprocessing)}.`,
    `The input's shape is [pictures, ${size}, ${size}, 3]; the output is one probability a label.`,
  ]
}

/** "trained with Cotejo 0.1.0" */
export const trainedBy = ({ model, cotejo }: ModelDescription): string =>
  model.name === 'imported'
    ? `trained elsewhere and exported by Cotejo ${cotejo}`
    : `trained with Cotejo ${cotejo}`

/** What a model on a base owes to it. */
function baseText({ model, base }: ModelDescription): string {
  if (!base || model.name !== 'transfer') return ''
  const title = markdownText(base.title)
  if (model.options.weights === 'random')
    return `\nIt has the layers of ${title}, trained from random weights.\n`
  const source = [base.url, base.licence].filter(Boolean).join(', ')
  const on = base.trainedOn ? `, whose weights were trained on ${markdownText(base.trainedOn)}` : ''
  return `\nIt stands on ${title}${on}${source && ` (${source})`}.\n`
}

/** What a README says of one format. */
export interface FormatText {
  /** As its users know it: "Keras 3", "TensorFlow SavedModel". */
  format: string
  /** A section that tells how it is used without a program; Markdown. */
  tryIt?: string
  /** How a program uses it; Markdown with code. */
  usage: string
  /** The model takes 8-bit values from 0 to 255 and prepares them itself. */
  inside: boolean
  /** Of the format alone; those in every export are added. */
  files: readonly (readonly [files: string, what: string])[]
}

const numbered = (items: readonly string[]) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')

/** The preparation, for a model that does the last part itself. */
function stepsOutside(preprocessing: Preprocessing): string[] {
  const { size } = preprocessing
  const [upright, resize] = preprocessingSteps(preprocessing)
  return [
    upright!,
    resize!,
    `The input's shape is [pictures, ${size}, ${size}, 3], RGB, values from 0 to 255 as they are: scaling and the order of the channels are inside the model. The output is one probability a label.`,
  ]
}

/** @returns Markdown, in English */
export function readmeOf(description: ModelDescription, facts: RunFacts, about: FormatText): string {
  const { labels, preprocessing, parameters } = description
  const origin = [
    facts.dataset &&
      `${description.model.name === 'imported' ? 'Tested' : 'Trained'} on the dataset ${markdownText(facts.dataset)}`,
    facts.seed !== null && `seed ${facts.seed}`,
    `${parameters.toLocaleString('en')} parameters`,
  ]
  const files = [
    ...about.files,
    ['`metadata.json`', 'architecture, labels, preprocessing, origin'],
    ['`labels.txt`', 'the labels, one a line'],
    ['`check.json`', 'how the files were checked after they were written, and what came out'],
    [
      '`MODEL-CARD.md`, `model-card.json`',
      'data, figures with their intervals, limits, how the model was made',
    ],
    ...(baseOf(description)
      ? [
          [
            `\`${LICENCE_FILE}\``,
            'the licence of the weights that the model stands on; it belongs to every copy',
          ],
        ]
      : []),
  ]
  const steps = about.inside ? stepsOutside(preprocessing) : preprocessingSteps(preprocessing)
  return `# ${markdownText(facts.name)}

An image classifier with ${labels.length} classes, ${trainedBy(description)}, as ${about.format}.
${origin.filter(Boolean).join(', ')}.
${baseText(description)}
${accuracyText(facts, description)} Its limits and all figures: \`MODEL-CARD.md\`.

## Classes

In the order of the model's output (\`labels.txt\` has one a line, \`metadata.json\` all of it as JSON):

${numbered(labels.map(markdownText))}
${about.tryIt ? `\n## Try it\n\n${about.tryIt}\n` : ''}
## Use it in a program

${about.usage}

## How pictures are prepared

The model knows only pictures that were prepared like this; prepared otherwise, it guesses.

${numbered(steps)}

## Files

| file | what it is |
| --- | --- |
${files.map(([file, what]) => `| ${file} | ${what} |`).join('\n')}
`
}
