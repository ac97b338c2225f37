// What a transfer model stands on, and whether a run can be done with it: asked of the engine before a run is queued.
import { UserError, type ModelChoice, type TrainedRun, type UsedBase } from '../../contract'
import type { EngineClient } from '../engine-client/client'
import type { CallContext } from '../types'

type Asked = Pick<EngineClient, 'call'>

/**
 * The base of a model as run.json keeps it; undefined for a model from scratch. Random weights need no installation.
 * @param bases the library's folder of bases
 * @throws UserError `base-unknown`, `base-not-installed`
 */
export async function baseOf(
  model: ModelChoice,
  engine: Asked,
  bases: string,
  context: CallContext = {},
): Promise<UsedBase | undefined> {
  if (model.name !== 'transfer') return undefined
  const { base, weights } = model.options
  if (weights === 'pretrained') return engine.call('bases.get', { bases, base }, context)
  return listedBase(base, engine, bases, context)
}

/** A base whether it is here or not, as the list has it. @throws UserError `base-unknown` */
export async function listedBase(
  base: string,
  engine: Asked,
  bases: string,
  context: CallContext = {},
): Promise<UsedBase> {
  const found = (await engine.call('bases.list', { bases }, context)).find((one) => one.id === base)
  if (!found) {
    throw new UserError('base-unknown', `There is no base called “${base}”.`, {
      detail: { base },
      hint: '“cotejo bases list” shows all.',
    })
  }
  const {
    state: _state,
    partialBytes: _partial,
    parameters: _parameters,
    smallest: _smallest,
    ...facts
  } = found
  return { version: 1, ...facts, file: null }
}

/**
 * Lets the engine look at what each phase trains, so that a run that cannot be done is refused before it is queued.
 * @throws UserError `model-input-too-small`; `invalid-argument` for a part that the model does not have
 */
export async function checkParts(
  {
    model,
    base,
    plan,
    preprocessing,
    labels,
  }: Pick<TrainedRun, 'model' | 'base' | 'plan' | 'preprocessing' | 'labels'>,
  engine: Asked,
): Promise<void> {
  const parts = new Map(plan.phases.map(({ trainable }) => [JSON.stringify(trainable), trainable]))
  for (const trainable of parts.values()) {
    if (model.name !== 'transfer' && trainable === 'all') continue
    const { size } = preprocessing
    await engine.call('models.describe', { model, base, trainable, size, classes: labels.length })
  }
}
