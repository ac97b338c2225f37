// Which backend a run is trained on: the one that was asked for; the one that it was begun on; else the fastest on its
// own model, by a measurement that is kept or made now (docs/decisions/0032).
import type { BackendName, KeptMeasurement, MeasuredSpeeds, NoteAbout, TrainedRun } from '../../contract'
import type { Backends } from '../backends/choose'
import type { Compute } from '../compute'
import { throwIfCancelled, type Task } from '../task'
import { findMeasurement, keepMeasurement } from './kept'
import { measurementKey } from './key'
import { measureBackends, type Stepper } from './measure'
import { goneText, measuredText } from './words'
import { measuredModelOf, workOf, WORTH_SECONDS } from './work'

/** What is written into the history about the choice. */
export interface ChoiceNote {
  readonly message: string
  readonly about: Extract<NoteAbout, { key: 'backend-measured' | 'backend-gone' }>
}

export interface ChooseOptions {
  readonly run: TrainedRun
  readonly packs: string
  /** Pictures that one model is trained on. */
  readonly trainImages: number
  /** What the run was trained on before, where it goes on; null at its beginning. */
  readonly before: BackendName | null
  note(note: ChoiceNote): void
}

export type ChooseForRun = (options: ChooseOptions, task: Task) => Promise<Compute>

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * @param stepper takes the steps that are measured; null measures nothing
 * @param warn is told in one sentence what went wrong without ending anything
 */
export function createChoice(
  backends: Backends,
  stepper: Stepper | null,
  warn: (message: string) => void,
): ChooseForRun {
  /** The kept measurement of a run's model, else a new one; null where there is nothing to choose between. */
  async function speedsFor(
    { run, packs, trainImages }: ChooseOptions,
    task: Task,
  ): Promise<{ speeds: MeasuredSpeeds; kept: boolean } | null> {
    if (stepper === null) return null
    const work = workOf(run, trainImages)
    if (work.seconds < WORTH_SECONDS) return null
    const usable = await backends.usable(packs)
    throwIfCancelled(task)
    if (usable.length < 2) return null
    const key = measurementKey(run, work, usable)
    const found = await findMeasurement(packs, key, Date.now())
    if (found) return { speeds: found, kept: true }
    const speeds = await measureBackends(stepper, usable, { packs, run, work }, task)
    const measurement: KeptMeasurement = { ...speeds, model: measuredModelOf(run, work) }
    if (speeds.speeds.some(({ imagesPerSecond }) => imagesPerSecond !== null)) {
      await keepMeasurement(packs, key, measurement).catch((error: unknown) =>
        warn(`What was measured could not be kept: ${reasonOf(error)}`),
      )
    }
    return { speeds, kept: false }
  }

  /** The fastest that opens; what does not is said, and kept in what was measured. */
  async function fastestOf({ at, speeds }: MeasuredSpeeds, packs: string) {
    const told = [...speeds]
    for (const [i, { backend, imagesPerSecond }] of speeds.entries()) {
      if (imagesPerSecond === null) continue
      try {
        return { compute: await backends.use(backend, packs), speeds: { at, speeds: told } }
      } catch (error) {
        const problem = reasonOf(error).slice(0, 2000)
        warn(`${backend} could not be started (${problem}); the next fastest is used.`)
        told.splice(told.indexOf(speeds[i]!), 1)
        told.push({ ...speeds[i]!, imagesPerSecond: null, basis: null, problem })
      }
    }
    return { compute: await backends.use(null, packs), speeds: { at, speeds: told } }
  }

  async function goOn(before: BackendName, { packs, note }: ChooseOptions): Promise<Compute> {
    try {
      return await backends.use(before, packs)
    } catch (error) {
      const why = reasonOf(error)
      const compute = await backends.useAfter(before, packs)
      const about = { key: 'backend-gone' as const, before, backend: compute.name, why }
      note({ message: goneText(before, compute.name, why), about })
      return compute
    }
  }

  return async (options, task) => {
    const { run, packs, before, note } = options
    if (run.backend !== null) return backends.use(run.backend, packs)
    if (before !== null) return goOn(before, options)
    const found = await speedsFor(options, task)
    if (!found) return backends.use(null, packs)
    const { compute, speeds } = await fastestOf(found.speeds, packs)
    note({
      message: measuredText(speeds, compute.name),
      about: { key: 'backend-measured', backend: compute.name, kept: found.kept, ...speeds },
    })
    return compute
  }
}
