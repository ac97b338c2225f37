// Reads what a model card says from the folders of a run and of its dataset. What is missing or damaged is left out: an
// export does not fail for its card.
import {
  figureNames,
  isImported,
  isTrained,
  type Diagnosis,
  type Evaluation,
  type Figures,
  type ModelDescription,
  type Run,
  type RunSummary,
  type TrainedRun,
} from '../../../contract'
import { diagnoseRun } from '../../evaluation/diagnosis'
import { figuresOf } from '../../evaluation/figures'
import { readDataset, type ReportedDataset } from '../../report/facts/dataset'
import { importCommand, requestOf, shellText } from '../../report/sections/reproduce'
import { modelText, planFacts } from '../../report/sections/settings'
import { wordsOf } from '../../report/words/words'
import { type Task } from '../../task'
import { baseOf, licenceOf } from '../licence'
import { type CardData, type CardResults, type CardTraining, type ModelCard } from './card'
import { limitsOf } from './limits'

export interface CardSources {
  /** The run's folder. */
  folder: string
  run: Run
  evaluation: Evaluation | null
  description: ModelDescription
  /** Folder of the dataset; null where the library has it no more. */
  dataset: string | null
  /** Without it there is no diagnosis. */
  summary: RunSummary | undefined
}

const words = wordsOf('en')

/** Findings that say nothing about the pictures. */
const NOT_TOLD = new Set(['hidden'])

function dataOf({ open, same, findings, name, hash }: ReportedDataset): CardData {
  const order = { error: 0, warning: 1, info: 2 }
  const told = (findings?.findings ?? [])
    .filter(({ kind }) => !NOT_TOLD.has(kind))
    .toSorted((a, b) => order[a.severity] - order[b.severity])
  const known = open?.dataset
  return {
    name,
    hash,
    same,
    kind: known?.kind ?? null,
    split: known?.split ?? null,
    images: known?.images ?? null,
    classes: known?.classes ?? null,
    decided: known?.decided ?? null,
    findings: told.map(({ kind, severity, count, message }) => ({ kind, severity, count, message })),
  }
}

/** From figures.json; where it cannot be had, from evaluation.json. */
function resultsOf(evaluation: Evaluation, figures: Figures | null, run: Run): CardResults {
  const testedBy = run.folds !== null ? 'folds' : 'test'
  const elsewhere = isImported(run)
  const bare = (value: number | null | undefined) => ({ value: value ?? null, interval: null })
  if (!figures) {
    const { test, testInterval, macroF1, balancedAccuracy, classes } = evaluation
    return {
      testedBy,
      elsewhere,
      count: test.count,
      figures: {
        accuracy: { value: test.accuracy, interval: testInterval },
        f1Macro: bare(macroF1),
        balancedAccuracy: bare(balancedAccuracy),
        loss: bare(test.loss),
      },
      classes: classes.map(({ name, count, accuracy, interval, precision, f1 }) => ({
        name,
        count,
        recall: { value: accuracy, interval },
        precision: bare(precision),
        f1: bare(f1),
      })),
      overconfidence: null,
      temperature: null,
    }
  }
  return {
    testedBy,
    elsewhere,
    count: figures.count,
    figures: Object.fromEntries(
      figureNames.flatMap((name) => (figures[name] ? [[name, figures[name]]] : [])),
    ),
    classes: figures.classes.map(({ name, count, precision, recall, f1 }) => ({
      name,
      count,
      precision,
      recall,
      f1,
    })),
    overconfidence: figures.calibration.overconfidence,
    temperature: figures.calibration.temperature?.value ?? null,
  }
}

function trainingOf(run: TrainedRun, evaluation: Evaluation | null, { open }: ReportedDataset): CardTraining {
  const { cost } = evaluation ?? {}
  return {
    model: modelText(run, words),
    settings: planFacts(run, words),
    seed: run.seed,
    folds: run.folds,
    created: run.created,
    machine: cost ? `${cost.device} (${cost.backend})` : run.backend,
    commands: [
      ...(open ? [importCommand(open.dataset, 'FOLDER')] : []),
      `cotejo train --data ${shellText(run.dataset)} --like ${shellText(`${run.id}.json`)} --name ${shellText(run.name)}`,
    ],
    request: requestOf(run),
  }
}

/** What a damaged or missing file leaves out. */
const orNull = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null)

/** @throws UserError `cancelled` */
export async function gatherCard(sources: CardSources, task: Task): Promise<ModelCard> {
  const { folder, run, evaluation, description, dataset, summary } = sources
  const read = await readDataset(dataset, run)
  const figures = evaluation && (await orNull(figuresOf(folder, run.name, false, task)))
  task.signal.throwIfAborted()
  const diagnosis: Diagnosis[] = summary
    ? ((await orNull(diagnoseRun({ folder, run, summary, evaluation, dataset }))) ?? [])
    : []
  const known = {
    version: 1 as const,
    name: run.name,
    cotejo: description.cotejo,
    labels: description.labels,
    base: baseOf(description),
    baseLicence: licenceOf(description),
    data: dataOf(read),
    results: evaluation && resultsOf(evaluation, figures, run),
    training: isTrained(run) ? trainingOf(run, evaluation, read) : null,
  }
  return { ...known, limits: limitsOf(known, diagnosis) }
}

/** Of a model without its run: what its own description says. */
export function bareCard(name: string, description: ModelDescription): ModelCard {
  const known = {
    version: 1 as const,
    name,
    cotejo: description.cotejo,
    labels: description.labels,
    base: baseOf(description),
    baseLicence: licenceOf(description),
    data: null,
    results: null,
    training: null,
  }
  return { ...known, limits: limitsOf(known, []) }
}
