// A Keras notebook of the same experiment: the same pictures in the same split, the same models and plans.
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTrained, UserError, type TrainedRun } from '../../../contract'
import { cotejoVersion } from '../../../contract/version'
import { findBase } from '../../bases/find'
import { type OpenDataset } from '../../data/open'
import { type Task } from '../../task'
import { makeFolds } from '../../training/folds/folds'
import { type ReportFacts, type ReportedRun } from '../facts/gather'
import { escapeMarkdown } from '../markdown/escape'
import { codeCell, markdownCell, notebookText, type Cell } from './cells'
import { dataCells } from './data-cells'
import { pythonText } from './python'
import { needsBatches, needsKeepBest, needsRate, runCells } from './run-cells'
import { endCells, setupCells, toolCells } from './shared-cells'
import { arrayName, copyOriginals, notebookSource, usedPictures, writeArrays } from './source'

/** @throws UserError where the runs' pictures are not there, or are not the same for all */
function oneDataset({ runs, datasets }: ReportFacts): OpenDataset {
  const [first, ...others] = datasets
  if (others.length > 0) {
    throw new UserError(
      'runs-not-comparable',
      'These runs were trained on different data; a notebook has one dataset.',
      {
        hint: 'Write a notebook for the runs of each dataset.',
      },
    )
  }
  if (first?.open) return first.open
  const { datasetName } = runs[0]!.run
  throw new UserError('dataset-not-found', `The dataset ${datasetName} is no longer in the library.`, {
    detail: { dataset: datasetName },
    hint: 'A notebook needs the list of its pictures; the other formats of a report do without.',
  })
}

/** A run that a notebook can do again. */
type TrainedHere = ReportedRun & { run: TrainedRun }

const trainedHere = (one: ReportedRun): one is TrainedHere => isTrained(one.run)

/** @throws UserError where all models were trained elsewhere */
function needTrained({ runs }: ReportFacts): TrainedHere[] {
  const trained = runs.filter(trainedHere)
  if (trained.length > 0) return trained
  throw new UserError(
    'invalid-argument',
    'These models were trained elsewhere: a notebook cannot do it again.',
    {
      hint: 'Choose runs that were trained here, or another format of a report.',
    },
  )
}

/** Each size and way of making squares that is needed, once. */
function sizesOf(
  runs: readonly TrainedHere[],
): { size: number; resize: TrainedRun['preprocessing']['resize'] }[] {
  const all = new Map(
    runs.map(({ run: { preprocessing } }) => [
      `${preprocessing.size} ${preprocessing.resize}`,
      { size: preprocessing.size, resize: preprocessing.resize },
    ]),
  )
  return [...all.values()]
}

/** Of each fold, a letter a picture: 0 train, 1 validation, 2 test. */
function foldCell(data: OpenDataset, count: number): Cell {
  const place = new Map(usedPictures(data).map((index, at) => [index, at]))
  const codes = makeFolds(data, count).map(({ validation, test }) => {
    const code = new Array<string>(place.size).fill('0')
    for (const index of validation) code[place.get(index)!] = '1'
    for (const index of test) code[place.get(index)!] = '2'
    return code.join('')
  })
  const lines = codes.map(
    (code) =>
      `    (\n${code
        .match(/.{1,90}/g)!
        .map((part) => `        "${part}"`)
        .join('\n')}\n    ),`,
  )
  return codeCell(
    `folds-${count}`,
    `FOLDS_${count} = [
    tuple(np.flatnonzero(np.array(list(code)) == part) for part in "012")
    for code in (
${lines.map((line) => line.replace(/^/gm, '    ')).join('\n')}
    )
]`,
  )
}

interface Weights {
  /** Python statement that loads them into `base`; null where they are random, or there are none. */
  code: string | null
  about: string[]
}

/** Where the notebook gets a base's weights: from where Keras has them, else from a copy beside it. */
async function weightsOf(run: TrainedRun, facts: ReportFacts, beside: Beside, task: Task): Promise<Weights> {
  const { model, base } = run
  if (model.name !== 'transfer' || !base || model.options.weights === 'random')
    return { code: null, about: [] }
  const { words } = facts
  if (base.origin === 'catalogue' && base.url) {
    const name = base.url.split('/').at(-1)!
    const about = `- ${words.t('notebook.weights.published', { url: `<${base.url}>` })}`
    return {
      code: `base.load_weights(keras.utils.get_file(${pythonText(name)}, ${pythonText(base.url)}))`,
      about: [about],
    }
  }
  const { file, record } = await findBase(facts.bases, base.id, task)
  const name = `${base.id}${file.endsWith('.weights.h5') ? '.weights' : ''}.h5`
  await beside.add(name, (path) => copyFile(file, path))
  return {
    code: `${name.endsWith('.weights.h5') ? 'base.load_weights(' : 'load_by_name(base, '}Path(${pythonText(beside.name)}) / ${pythonText(name)})`,
    about: [
      `- ${words.t('notebook.weights.copied', { file: `\`${beside.name}/${name}\`` })}`,
      ...(record.sha256 === base.sha256 ? [] : [`- ${words.t('notebook.weights.other')}`]),
    ],
  }
}

/** The folder beside the notebook, made when the first file comes. */
class Beside {
  readonly files = new Set<string>()

  constructor(
    readonly name: string,
    readonly path: string,
  ) {}

  async add(name: string, write: (path: string) => Promise<unknown>): Promise<void> {
    if (this.files.has(name)) return
    await mkdir(this.path, { recursive: true })
    await write(join(this.path, name))
    this.files.add(name)
  }
}

function introduction(facts: ReportFacts): string {
  const { words, title, options, runs, datasets } = facts
  const left = runs.filter((one) => !trainedHere(one)).map(({ compared }) => escapeMarkdown(compared.name))
  const by = options.author ? `${escapeMarkdown(options.author)} · ` : ''
  const changed = datasets.some(({ same }) => !same)
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    `${by}${words.date(facts.written)}`,
    '',
    words.tn('notebook.about', runs.length - left.length, { version: cotejoVersion }),
    ...(left.length > 0 ? ['', words.t('notebook.elsewhere', { names: words.list(left) })] : []),
    ...(changed ? ['', `> ${words.t('notebook.changed')}`] : []),
  ].join('\n')
}

/**
 * Writes a notebook, and what it needs beside it.
 * @param folder an empty folder
 * @param stem name of the notebook without its ending; the folder beside it is called after it
 * @throws UserError where the pictures are gone, or the runs have different ones
 */
export async function writeNotebook(
  folder: string,
  stem: string,
  facts: ReportFacts,
  task: Task,
): Promise<void> {
  const data = oneDataset(facts)
  const { words } = facts
  const runs = needTrained(facts)
  const beside = new Beside(`${stem}-data`, join(folder, `${stem}-data`))
  const source = await notebookSource(data)
  const sizes = sizesOf(runs)
  if (source.kind === 'copies') await copyOriginals(data, beside.path, task)
  if (source.kind === 'arrays')
    for (const { size, resize } of sizes)
      await beside.add(arrayName(size, resize), (path) => writeArrays(data, size, resize, path, task))

  const withWeights: { reported: TrainedHere; weights: Weights }[] = []
  for (const reported of runs)
    withWeights.push({ reported, weights: await weightsOf(reported.run, facts, beside, task) })
  const needed = {
    batches: runs.some(({ run }) => needsBatches(run)),
    rate: runs.some(({ run }) => needsRate(run)),
    keepBest: runs.some(({ run }) => needsKeepBest(run)),
    loadByName: withWeights.some(({ weights }) => weights.code?.startsWith('load_by_name')),
  }
  const foldCounts = [...new Set(runs.flatMap(({ run }) => run.folds ?? []))]
  const cells: Cell[] = [
    markdownCell('title', introduction(facts)),
    ...setupCells(words),
    ...dataCells({ data, source, beside: beside.name, sizes, words }),
    ...foldCounts.map((count) => foldCell(data, count)),
    ...toolCells(needed, words),
  ]
  for (const { reported, weights } of withWeights) {
    const { folds } = reported.run
    cells.push(
      ...runCells({
        reported,
        words,
        weights: weights.code,
        about: weights.about,
        folds: folds === null ? null : `FOLDS_${folds}`,
        validates: data.dataset.images.validation > 0,
      }),
    )
  }
  cells.push(...endCells(runs.length, words))
  await writeFile(join(folder, `${stem}.ipynb`), notebookText(cells, facts.title, cotejoVersion), {
    flag: 'wx',
  })
}
