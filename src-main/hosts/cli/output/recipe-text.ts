// Recipes in a terminal: what each compares, what it would train, why, and what is missing for it.
import type { PartSpread, Reason, Recipe, RecipeName, RunRequest, TrainablePart } from '../../../contract'
import { bytes, duration, integer, percent, plural } from './format'
import { table, type Cell } from './table'
import { noPaint, plain, type Paint } from './text'

const ABOUT: Record<RecipeName, string> = {
  advice: "Cotejo's own advice for these pictures, beside a CNN from scratch",
  'three-animals': 'A CNN from scratch and a frozen base, with the same layers on top of both',
  'cnn-and-base': 'A CNN from scratch and MobileNetV2, frozen, at 32 pixels',
  'fine-tuning': 'What it adds to train the last 10 layers of the base after the head',
  'input-size': 'The effect of the input size on one frozen base',
  preprocessing: 'The effect of preprocessing: the right one, and wrong ones on purpose',
  'nine-architectures': 'Nine pretrained architectures with the same head',
}

type Values = Reason['values']

const number = (values: Values, name: string): number => Number(values[name])
const text = (values: Values, name: string): string => plain(String(values[name] ?? ''))
const count = (values: Values, name: string): string => integer(number(values, name))

const REASONS: Record<string, (values: Values) => string> = {
  onlyCpu: (v) =>
    `${text(v, 'base')}, because this machine computes on its processor (${count(v, 'cores')} cores).`,
  card: (v) => `${text(v, 'base')}, because ${text(v, 'card')} is quick enough for it.`,
  otherBase: (v) => `${text(v, 'base')} instead of ${text(v, 'wanted')}, because it is installed.`,
  boxInstead: (v) =>
    `${text(v, 'base')}, which ships with Cotejo. ${text(v, 'better')} (${bytes(number(v, 'bytes'))} to install) has seen ImageNet's photos and does far better on most.`,
  largeEnough: (v) =>
    `${count(v, 'size')} px, the size that ${text(v, 'base')} was trained at: most pictures have ${count(v, 'side')} px or more.`,
  quicker: (v) =>
    `${count(v, 'size')} px and not the ${count(v, 'usual')} px that ${text(v, 'base')} was trained at, or looking at all pictures would take too long.`,
  enlarged: (v) =>
    `The pictures are small (${count(v, 'side')} px) and are enlarged to ${count(v, 'size')} px: ${text(v, 'base')} sees too little otherwise.`,
  features: (v) =>
    `What is frozen is computed once for ${count(v, 'images')} images: about ${duration(number(v, 'seconds'))} on this machine.`,
  headOnly: (v) =>
    `Only the head is trained: ${count(v, 'train')} training images are too few to change the base without spoiling it.`,
  fineTune: (v) =>
    `With ${count(v, 'train')} training images the last ${count(v, 'last')} layers of the base are trained too, after the head.`,
  views: (v) =>
    `Each training image is seen in ${count(v, 'views')} versions, flipped and shifted: there are few.`,
  uneven: (v) =>
    `Rare classes weigh more: ${text(v, 'most')} has ${count(v, 'mostCount')} training images, ${text(v, 'fewest')} has ${count(v, 'fewestCount')}.`,
  baseline: (v) => `The CNN from scratch at ${count(v, 'size')} px shows what the base is worth.`,
  fewTestPictures: (v) =>
    `${count(v, 'folds')} folds: on ${count(v, 'test')} test images an accuracy is uncertain by ${count(v, 'now')} points, on all ${count(v, 'total')} by ${count(v, 'then')}.`,
  starved: (v) =>
    `At ${count(v, 'size')} px ${text(v, 'base')} sees far less than the ${count(v, 'usual')} px that it was trained at: it may lose to the CNN. The recipe input-size shows how much that costs.`,
  headFirst: (v) =>
    `The head first: an untrained one would spoil the base. Then the last ${count(v, 'last')} layers at a small rate.`,
  sameHead: (v) => `All have a global average and ${count(v, 'dense')} dense units on top.`,
  ownPreprocessing: () => 'Each base gets the preprocessing that it was trained with.',
  asInReports: (v) => `${count(v, 'size')} px, the size of these pictures: no base sees much at it.`,
  onPurpose: (v) =>
    `${text(v, 'base')} was trained with ${text(v, 'own')}; the other runs feed it something else on purpose.`,
  sameTop: (v) =>
    `Both at ${count(v, 'size')} px, with a global average, ${count(v, 'dense')} dense units and dropout ${String(v['dropout'])} on top.`,
  onlySize: (v) => `Nothing but the size differs; the pictures have ${count(v, 'side')} px as a rule.`,
}

/** A sentence; a reason of a newer version that has none here is shown by its name. */
export const reasonText = ({ code, values }: Reason): string => REASONS[code]?.(values) ?? `${code}.`

function part(trainable: TrainablePart): string {
  if (trainable === 'all' || trainable === 'head') return trainable
  return 'last' in trainable ? `last ${trainable.last}` : `from ${trainable.from}`
}

/** "head 1e-3, then last 10 1e-4" */
const phases = ({ plan, model }: RunRequest): string =>
  plan.phases
    .map(({ trainable, learningRate }) => {
      const what = model.name === 'transfer' ? part(trainable) : 'all'
      return `${what} at ${learningRate.toExponential()}`
    })
    .join(', then ')

function runRows({ runs }: Recipe, paint: Paint): string[] {
  const right = { align: 'right' as const }
  const columns = [
    { title: 'run' },
    { title: 'px', ...right },
    { title: 'trains' },
    { title: 'epochs', ...right },
  ]
  const rows = runs.map((run): Cell[] => [
    plain(run.name ?? run.model.name),
    integer(run.size),
    { text: phases(run), style: 'dim' },
    integer(run.plan.phases.reduce((sum, { epochs }) => sum + epochs, 0)),
  ])
  return table(columns, rows, { paint, indent: 2 })
}

function needs({ missing, recommended }: Recipe, paint: Paint): string[] {
  const line = (what: string, all: Recipe['missing']): string[] =>
    all.length === 0
      ? []
      : [
          paint(
            'yellow',
            `  ${what}: ${all.map((one) => `${plain(one.title)} (${bytes(one.bytes)})`).join(', ')}`,
          ),
          `  cotejo bases install ${all.map(({ base }) => base).join(' ')}`,
        ]
  return [...line('To be installed first', missing), ...line('Better with', recommended)]
}

/** One recipe: its name, what it trains, the reasons, what is missing. */
export function recipePage(recipe: Recipe, paint: Paint = noPaint): string[] {
  const { folds, plan } = recipe.runs[0]!
  const tested = folds === null || folds === undefined ? 'tested on the split' : `${folds} folds`
  return [
    `${paint('bold', recipe.name)}  ${ABOUT[recipe.name]}`,
    ...runRows(recipe, paint),
    paint('dim', `  The same for all: batch ${plan.batch}, ${tested}.`),
    ...recipe.reasons.map((one) => `  • ${reasonText(one)}`),
    ...needs(recipe, paint),
  ]
}

/** Mean and spread of each part over the seeds. */
export function spreadPage(spread: readonly PartSpread[], paint: Paint = noPaint): string[] {
  const right = { align: 'right' as const }
  const columns = [
    { title: 'over the seeds' },
    { title: 'seeds', ...right },
    { title: 'mean test accuracy', ...right },
    { title: '± deviation', ...right },
    { title: 'lowest', ...right },
    { title: 'highest', ...right },
    { title: 'time', ...right },
  ]
  const best = Math.max(...spread.map(({ mean }) => mean ?? 0))
  const rows = spread.map((one): Cell[] => [
    one.mean === best ? { text: plain(one.part), style: 'bold' } : plain(one.part),
    integer(one.seeds.length),
    { text: percent(one.mean), style: 'bold' },
    one.deviation === null ? '–' : `± ${(one.deviation * 100).toFixed(1)} points`,
    percent(one.low),
    percent(one.high),
    duration(one.seconds),
  ])
  return [
    ...table(columns, rows, { paint }),
    paint(
      'dim',
      `± is the standard deviation over ${plural(Math.max(...spread.map(({ seeds }) => seeds.length)), 'seed')}.`,
    ),
  ]
}
