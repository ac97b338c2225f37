// MODEL-CARD.md: what a person must know who gets the model from somebody else. Sections as in Mitchell et al. 2019.
import { type Figure, type FigureName, type ModelDescription } from '../../../contract'
import { escapeMarkdown as text } from '../../report/markdown/escape'
import { tableMarkdown } from '../../report/markdown/text'
import { wordsOf } from '../../report/words/words'
import { LICENCE_FILE } from '../licence'
import { preprocessingSteps, trainedBy } from '../readme'
import { checkSentence } from './check-sentence'
import { type CardCheck, type CardResults, type ModelCard } from './card'
import { frontMatter } from './front-matter'

const words = wordsOf('en')
const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')
const right = (title: string) => ({ title, align: 'right' as const })

function figureText({ value, interval }: Figure, percent = true): string {
  if (value === null) return '–'
  const write = (one: number) => (percent ? words.percent(one) : words.fixed(one, 3))
  return interval ? `${write(value)} (${write(interval.low)} to ${write(interval.high)})` : write(value)
}

/** Figures in the table, in its order, and whether they are percentages. */
const FIGURES: readonly (readonly [FigureName, percent: boolean])[] = [
  ['accuracy', true],
  ['balancedAccuracy', true],
  ['precisionMacro', true],
  ['recallMacro', true],
  ['f1Macro', true],
  ['loss', false],
  ['ece', true],
]

const KINDS = {
  folder: 'pictures of the person who trained the model',
  cifar10: 'CIFAR-10 (Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images)',
  sample: 'shapes that Cotejo draws itself',
} as const

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

function details(card: ModelCard, description: ModelDescription): string {
  const { training, base } = card
  const { parameters, preprocessing } = description
  const { size } = preprocessing
  const origin = base && [
    `Base: ${text(base.title)}`,
    base.trainedOn && `trained on ${text(base.trainedOn)}`,
    base.url && `from <${encodeURI(base.url)}>`,
    base.licence ? `licence ${base.licence} (\`${LICENCE_FILE}\`)` : 'licence not known',
  ]
  return list([
    `An image classifier with ${card.labels.length} classes: ${card.labels.map((one) => `“${text(one)}”`).join(', ')}`,
    ...(training ? [`Model: ${text(training.model)}`] : []),
    `${words.number(parameters)} parameters; pictures of ${size} × ${size} pixels`,
    ...(origin ? [origin.filter(Boolean).join(', ')] : []),
    text(`${capital(trainedBy(description))}${training ? ` on ${words.date(training.created)}` : ''}`),
  ])
}

const use = ({ labels }: ModelCard): string =>
  `To tell which of ${labels.length} classes a picture shows, for pictures of the kind that it was tested on.

Not for decisions about people, health, safety or money: nobody tested it for that. A probability is what the model
says, not how often it is right; below is how far the two go together.`

function dataText({ data }: ModelCard): string {
  if (!data) return 'Nothing is recorded about the pictures that it was trained on.'
  const { kind, same, split, images, classes, decided, findings } = data
  const parts = [
    `Dataset “${text(data.name)}”: ${kind ? KINDS[kind] : 'it is not in the library any more; neither counts nor findings are known'}.`,
  ]
  if (!images || !classes || !split) return parts[0]!
  if (!same) parts.push('The dataset was changed after the training: the counts are those of today.')
  const counts = (one: { train: number; validation: number; test: number }, all: number) =>
    [one.train, one.validation, one.test, all].map((n) => words.number(n))
  const table = tableMarkdown({
    caption: '',
    columns: [{ title: 'Class' }, right('Training'), right('Validation'), right('Test'), right('All')],
    rows: [
      ...classes.map((one) => [one.name, ...counts(one, one.train + one.validation + one.test)]),
      ['All', ...counts(images, images.total)],
    ],
  })
  parts.push(table, words.t(`data.split.${split.origin}`, { seed: String(split.seed) }))
  if (decided)
    parts.push(text(words.t('data.decided', { out: decided.leftOut, relabelled: decided.relabelled })))
  parts.push(
    findings.length > 0
      ? `What was found when the pictures were brought in:\n\n${list(findings.map(({ message }) => text(message)))}`
      : 'Nothing stood out when the pictures were brought in: no copies, nothing damaged.',
  )
  return parts.join('\n\n')
}

function calibrationText({ figures, overconfidence, temperature }: CardResults): string[] {
  const ece = figures.ece?.value
  if (ece == null || overconfidence === null) return []
  const lean =
    Math.abs(overconfidence) < 0.005
      ? 'on average as sure as it is right'
      : `on average ${words.points(Math.abs(overconfidence))} points ${overconfidence > 0 ? 'surer' : 'less sure'} than it is right`
  const cure =
    temperature === null ? '' : ` Dividing its logits by ${words.fixed(temperature, 2)} would fit best.`
  return [`Calibration: ${lean}; expected calibration error ${words.percent(ece)} (15 bins).${cure}`]
}

function resultsText({ results }: ModelCard): string {
  if (!results) return 'It was not evaluated on test pictures.'
  const { testedBy, elsewhere, count, figures, classes } = results
  const how =
    testedBy === 'folds'
      ? `By cross-validation over ${words.number(count)} pictures: each was judged once, by a model that had not seen it.`
      : `On ${words.number(count)} test pictures that were used for nothing else${elsewhere ? ' here' : ''}.`
  const overall = tableMarkdown({
    caption: '',
    columns: [{ title: 'Figure' }, right('Value (95 % interval)')],
    rows: FIGURES.flatMap(([name, percent]) =>
      figures[name]?.value == null ? [] : [[words.t(`figures.${name}`), figureText(figures[name], percent)]],
    ),
  })
  const each = tableMarkdown({
    caption: '',
    columns: [{ title: 'Class' }, right('Test pictures'), right('Precision'), right('Recall'), right('F1')],
    rows: classes.map(({ name, count, precision, recall, f1 }) => [
      name,
      words.number(count),
      ...[precision, recall, f1].map((one) => figureText(one)),
    ]),
  })
  const note =
    'Intervals: Wilson’s for accuracy, precision and recall; bootstrap over the test pictures for the others. Recall is ' +
    'the share of a class that was recognised, precision the share of answers with that class that were right.'
  return [how, overall, each, ...calibrationText(results), note].join('\n\n')
}

function trainingText({ training }: ModelCard, { preprocessing }: ModelDescription): string {
  const steps = preprocessingSteps(preprocessing)
    .slice(0, 3)
    .map((one, i) => `${i + 1}. ${one}`)
  const prepared = `Every picture is prepared like this, in training as in use:\n\n${steps.join('\n')}`
  if (!training) return prepared
  const { settings, machine, commands, request } = training
  return [
    list([
      ...settings.map(([name, value]) => `**${text(name)}**: ${text(value)}`),
      ...(machine ? [`**Computed on**: ${text(machine)}`] : []),
    ]),
    prepared,
    'To do it again with Cotejo, save the settings below under the name that the command has:',
    fenced('sh', commands.join('\n')),
    fenced('json', JSON.stringify(request, null, 2)),
  ].join('\n\n')
}

/** Code between as many marks as it takes. */
function fenced(language: string, code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

function licenceSection({ base, baseLicence }: ModelCard): string {
  const own = 'Which licence the model itself has is for the person who trained it to say.'
  if (!base) return own
  return baseLicence
    ? `It contains the weights of ${text(base.title)}, whose licence is ${baseLicence}; its text is in \`${LICENCE_FILE}\`, which belongs to every copy. ${own}`
    : `It contains the weights of ${text(base.title)}, whose licence is not known (\`${LICENCE_FILE}\`). ${own}`
}

/** @returns Markdown, in English */
export function modelCardMarkdown(
  card: ModelCard,
  description: ModelDescription,
  checked: CardCheck,
): string {
  const sections: [title: string, content: string][] = [
    ['Model details', details(card, description)],
    ['Intended use', use(card)],
    ['Data', dataText(card)],
    ['Results', resultsText(card)],
    ['Limits', list(card.limits.map((one) => text(one.text)))],
    ['How it was made', trainingText(card, description)],
    ['Check of this export', text(checkSentence(checked))],
    ['Licence', licenceSection(card)],
  ]
  const body = sections.map(([title, content]) => `## ${title}\n\n${content}`)
  return [`${frontMatter(card, checked.format)}\n# ${text(card.name)}`, ...body].join('\n\n') + '\n'
}
