// The parity check: what was written is loaded by a program that reads the format, gets raw pictures, and must say what
// the run's own model says. An export that fails is an error, and nothing is left of it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, type ExportCheck, type ExportFormat } from '../../../contract'
import { type Task } from '../../task'
import { type Consumer, type ExportedRun, type Format, type Tolerance } from '../format'
import { inBatches, ownAnswers, type OwnAnswers } from './answers'
import { compareAnswers, type Comparison } from './compare'

export const CHECK_FILE = 'check.json'

/** Pictures, unless a format asks for more. */
const PICTURES = 32

function failed(format: ExportFormat, runtime: string, found: Comparison): Error {
  const { largestDifference, agreement } = found
  return new UserError(
    'export-differs',
    `The exported model does not say what the run's model says: in ${runtime} a probability differs by ` +
      `${largestDifference.toPrecision(2)}, and ${Math.round(100 * agreement)} % of the answers are the same.`,
    {
      detail: { format, runtime, difference: largestDifference, agreement },
      hint: 'Nothing was written. Choose another format; and please report this, with the architecture of the run.',
    },
  )
}

/** Other programs also multiply and add in one step, and have other approximations of exponentials. */
const ROUNDINGS = 10

/** Beyond this no rounding is believed. */
const MOST_ROUNDING = 1e-4

/**
 * The tolerance for this model. A deep network that was trained long answers with more digits than float32 carries
 * through all its layers: two correct programs differ by more than 1e-5 then, and so does the run's own model when its
 * sums are taken in another order. What that comes to is measured, and a few times as much is allowed, up to a limit.
 */
async function toleranceFor(
  tolerance: Tolerance,
  { largestDifference }: Comparison,
  own: OwnAnswers,
): Promise<Tolerance> {
  const { difference, rounding } = tolerance
  if (!rounding || difference === undefined || largestDifference <= difference) return tolerance
  const allowed = Math.min(ROUNDINGS * (await own.rounding()), MOST_ROUNDING)
  return allowed > difference ? { ...tolerance, difference: allowed, agreement: 1 } : tolerance
}

interface Outcome {
  check: ExportCheck
  /** That was used. */
  tolerance: Tolerance
}

async function compared(
  format: ExportFormat,
  asked: Tolerance,
  run: ExportedRun,
  consumer: Consumer,
  task: Task,
): Promise<Outcome> {
  const { size } = run.description.preprocessing
  const classes = run.description.labels.length
  const own = await ownAnswers(run, asked.pictures ?? PICTURES, task)
  const { pictures, from, said } = own
  const theirs = await inBatches(pictures, size, task, (pixels, count) => consumer.predict(pixels, count))
  const first = compareAnswers(said, theirs, classes, pictures.labels, asked)
  const tolerance = await toleranceFor(asked, first, own)
  const comparison =
    tolerance === asked ? first : compareAnswers(said, theirs, classes, pictures.labels, tolerance)
  if (!comparison.passed) throw failed(format, consumer.runtime, comparison)
  const { largestDifference, agreement, accuracy } = comparison
  const { runtime } = consumer
  const { count } = pictures
  return {
    tolerance,
    check: { runtime, reason: null, pictures: { count, from }, largestDifference, agreement, accuracy },
  }
}

const unchecked = (reason: string): ExportCheck => ({
  runtime: null,
  reason,
  pictures: null,
  largestDifference: null,
  agreement: null,
  accuracy: null,
})

/** Outcomes of an export, by what was run. */
const known = new WeakMap<ExportedRun, Map<string, Outcome>>()

async function outcomeOf(
  name: ExportFormat,
  format: Format,
  folder: string,
  run: ExportedRun,
  task: Task,
): Promise<Outcome> {
  const ofRun = known.get(run) ?? new Map<string, Outcome>()
  known.set(run, ofRun)
  const identity = await format.identity?.(folder)
  const found = identity === undefined ? undefined : ofRun.get(identity)
  if (found) return found
  const consumer = await format.open(folder, run)
  if ('reason' in consumer) return { check: unchecked(consumer.reason), tolerance: format.tolerance }
  try {
    const outcome = await compared(name, format.tolerance, run, consumer, task)
    if (identity !== undefined) ofRun.set(identity, outcome)
    return outcome
  } finally {
    await consumer.dispose()
  }
}

/**
 * Checks what a format wrote into `folder`, and writes the outcome beside it (check.json).
 * @throws UserError `export-differs` where it says something else than the run's model; `cancelled`
 */
export async function checkExport(
  name: ExportFormat,
  format: Format,
  folder: string,
  run: ExportedRun,
  task: Task,
): Promise<ExportCheck> {
  const { check, tolerance } = await outcomeOf(name, format, folder, run, task)
  const { difference = null, agreement = null, accuracy = null } = tolerance
  const written = { version: 1, format: name, ...check, tolerance: { difference, agreement, accuracy } }
  await writeFile(join(folder, CHECK_FILE), JSON.stringify(written, null, 2) + '\n')
  return check
}
