// Decides whether a phase computes what it does not train once, and where the network is cut for it.
import type { NoteAbout } from '../../contract'
import { chooseCut, cutsOf, type Cut } from '../features/cut'
import { Features, MEMORY } from '../features/features'
import type { ImageModel } from '../models/build'
import { augments } from './augment/views'
import type { TrainingSession } from './session'

/** Where less than this share of the network's work is frozen, reading features costs about what they save. */
const LEAST_SHARE = 0.25

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`

/** Where the part of the network ends that stays the same in the phase; null where that is not worth a thought. */
export function frozenPart({ logits }: ImageModel): Cut | null {
  const [last] = cutsOf(logits)
  return last && last.share >= LEAST_SHARE ? last : null
}

/**
 * @returns null where nothing worth it is frozen, the plan does not want it, or it cannot be done; a note says so
 *   where a user may have expected it
 */
export async function openFeatures(session: TrainingSession): Promise<Features | null> {
  const { model, options, train, validation, state, writer } = session
  const { run, images, compute, store = null, featureMemory: memory = MEMORY, viewSeed = run.seed } = options
  const { plan, preprocessing } = run
  if (!plan.cacheFeatures) return null
  const frozen = frozenPart(model)
  if (!frozen) return null
  const note = (message: string, about: NoteAbout) => {
    if (state.phaseSteps === 0 && !(Number(options.part?.fold ?? 1) > 1))
      writer.write({ type: 'note', message, about })
  }
  const changing = augments(plan.augmentation)
  if (changing && plan.views === null) {
    note(
      'What is frozen is computed anew in each step, as pictures are changed anew in each step. With a number of ' +
        'views of each picture (`views`) it would be computed once for each.',
      { key: 'features-need-views' },
    )
    return null
  }
  const epochs = session.phaseLength(state.phase) - state.phaseEpochs
  const views = changing ? Math.min(plan.views!, epochs) : 1
  const rows = train.length * views + validation.length + options.open.indices('test').length
  const room = Math.max(memory, (await store?.room()) ?? 0)
  const cut = chooseCut(model.logits, Math.floor(room / 4 / rows))
  if (!cut) {
    note(
      `What is frozen is computed anew in each step: kept for ${rows} pictures, it would take ` +
        `${gigabytes(4 * rows * frozen.values)}, and there is room for ${gigabytes(room)}. A head with global ` +
        'average pooling, or fewer views, would need less.',
      { key: 'features-too-large', images: rows, bytes: 4 * rows * frozen.values, room },
    )
    return null
  }
  return await Features.open({
    network: model.logits,
    cut,
    preprocessing,
    augmentation: plan.augmentation,
    seed: viewSeed,
    images,
    compute,
    store,
    memory,
  })
}
