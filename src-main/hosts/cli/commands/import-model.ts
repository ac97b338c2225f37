// cotejo import-model FILE|FOLDER|ZIP… --data DATASET
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import {
  matchLabels,
  resizeMode,
  scalingName,
  UserError,
  type ContestantAnswers,
  type ContestantFound,
  type Dataset,
} from '../../../contract'
import { wholeNumber } from '../arguments'
import { resolveDataset } from '../datasets'
import { integer } from '../output/format'
import { runPage } from '../output/run-text'
import { plain } from '../output/text'
import { type CliSession } from '../session'

interface Options {
  data?: string
  name?: string
  labels?: string
  size?: number
  scaling?: ContestantAnswers['scaling']
  fit?: ContestantAnswers['resize']
  map?: readonly [string, string][]
}

const MOST_LABELS = 2 ** 20

function oneOf<T extends string>(names: readonly T[]): (text: string) => T {
  return (text) => {
    const found = names.find((one) => one === text)
    if (found) return found
    throw new InvalidArgumentError(`It must be one of ${names.join(', ')}.`)
  }
}

/** `cat=gato`: the dataset's class, then the model's; `cat=` for one that the model does not know. */
function pair(text: string, before: readonly [string, string][] = []): [string, string][] {
  const at = text.indexOf('=')
  if (at <= 0) throw new InvalidArgumentError('It must be CLASS=MODEL_CLASS, such as cat=gato.')
  return [...before, [text.slice(0, at), text.slice(at + 1)]]
}

/** A file with a line a label, or names with commas. */
async function labelsFrom(given: string, cwd: string): Promise<string[]> {
  const text = await readFile(resolve(cwd, given), 'utf8').catch(() => null)
  if (text === null) return given.split(',').map((one) => one.trim())
  if (text.length > MOST_LABELS) throw new UserError('invalid-argument', `${given} is too long for labels.`)
  const lines = text.split(/\r\n|\n|\r/)
  while (lines.length > 0 && lines.at(-1) === '') lines.pop()
  return lines
}

/** A class of the model by its name, or by its number from 1. */
function placeOf(name: string, labels: readonly string[]): number {
  const [place] = matchLabels(labels, [name])
  if (place !== null && place !== undefined) return place
  const number = /^\d+$/.test(name) ? Number(name) - 1 : -1
  if (number >= 0 && number < labels.length) return number
  throw new UserError('labels-unmatched', `The model has no class “${name}”.`, {
    detail: { label: name },
    hint: `Its classes: ${labels.slice(0, 20).join(', ')}.`,
  })
}

function mapOf(
  pairs: readonly [string, string][],
  labels: readonly string[],
  dataset: Dataset,
): (number | null)[] {
  const wanted = dataset.classes.map((one) => one.name)
  const map = matchLabels(labels, wanted)
  for (const [own, theirs] of pairs) {
    const [place] = matchLabels(wanted, [own])
    if (place === null || place === undefined)
      throw new UserError('labels-unmatched', `The dataset has no class “${own}”.`, {
        detail: { label: own },
        hint: `Its classes: ${wanted.slice(0, 20).join(', ')}.`,
      })
    map[place] = theirs === '' ? null : placeOf(theirs, labels)
  }
  return map
}

const outputsText: Record<ContestantFound['outputs'], string> = {
  softmax: 'probabilities',
  logits: 'scores; a softmax makes probabilities of them',
  sigmoid: 'one probability, of its second class',
  sigmoids: 'a probability a class, which do not sum to 1; a softmax takes the place of the sigmoids',
}

const fromText: Record<ContestantFound['preparation'], string> = {
  metadata: 'as its files say',
  'teachable-machine': "Teachable Machine's rule",
  inside: 'its own first layers do the rest',
  architecture: 'a guess, by the names of its layers; see --scaling',
  guess: 'a guess; see --scaling',
  user: 'as you said',
}

/** What was found in a model's files, for people. */
export function foundLines(found: ContestantFound): string[] {
  const { format, origin, size, channels, labels, classes, scaling, resize, preparation } = found
  const pixels = size === null ? 'pictures of any size' : `${size} × ${size} pixels`
  const names = labels ? labels.slice(0, 20).map(plain).join(', ') : 'not named; see --labels'
  return [
    `${plain(found.file)}: ${format}${origin === 'other' ? '' : `, ${origin}`}, ${integer(found.parameters)} parameters`,
    `  takes    ${pixels}${channels === 1 ? ', grey' : ''}`,
    `  classes  ${classes}: ${names}`,
    `  gives    ${outputsText[found.outputs]}`,
    `  pixels   ${scaling ?? 'own scaling'}, ${resize} (${fromText[preparation]})`,
  ]
}

export function addImportModelCommand(program: Command, session: CliSession): void {
  program
    .command('import-model')
    .argument('<files...>', 'a folder, .zip, model.json, .keras or .h5 file, or the files of one model')
    .option('--data <dataset>', 'dataset to test it on; without one, only tells what is in the files')
    .option('--name <name>', 'what to call it')
    .option('--labels <names>', "the model's classes in its order, with commas; or a file with one a line")
    .option('--map <class=class>', 'which of its classes is one of the dataset’s; may be given again', pair)
    .option('--size <pixels>', 'side of its input, where it takes any', wholeNumber(8, 1024))
    .option(
      '--scaling <how>',
      'what it was trained with: unit 0 to 1, signed -1 to 1, raw 0 to 255, torch, caffe',
      oneOf(scalingName.options),
    )
    .option('--fit <how>', 'how pictures become squares: cover, fit, stretch', oneOf(resizeMode.options))
    .description('bring in a model that was trained elsewhere, for the comparison')
    .action((files: string[], options: Options, command: Command) =>
      session.run(command, { readOnly: options.data === undefined }, async (work) => {
        const { call, terminal } = work
        const { cwd } = session.host
        const source = { kind: 'paths' as const, paths: files.map((file) => resolve(cwd, file)) }
        const found = await call('runs.inspect', { source })
        if (options.data === undefined) {
          if (terminal.json) return terminal.document({ found })
          return terminal.print(...foundLines(found), '', 'To test it: --data DATASET')
        }
        for (const line of foundLines(found)) terminal.note(line)
        const dataset = await resolveDataset(work, options.data, { cwd })
        const labels = options.labels === undefined ? undefined : await labelsFrom(options.labels, cwd)
        const known = labels ?? found.labels
        const answers: ContestantAnswers = {
          ...(labels && { labels }),
          ...(options.size !== undefined && { size: options.size }),
          ...(options.scaling && { scaling: options.scaling }),
          ...(options.fit && { resize: options.fit }),
          ...(options.map && known && { map: mapOf(options.map, known, dataset) }),
        }
        const name = options.name
        const summary = await call('runs.import', { source, dataset: dataset.id, answers, ...(name && { name }) }) // prettier-ignore
        if (terminal.json) return terminal.document({ found, run: summary })
        const { evaluation } = await call('runs.get', { run: summary.run })
        const worth = await call('runs.figures', { run: summary.run })
        terminal.print(...runPage(summary, [], evaluation, worth, terminal.paint))
      }),
    )
}
