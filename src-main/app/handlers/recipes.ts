// Calls about recipes: what each would do with a dataset, and starting one.
import {
  UserError,
  usualSide,
  type CallParams,
  type Recipe,
  type RecipeName,
  type RecipeOptions,
  type RunRequest,
  type RunSummary,
} from '../../contract'
import { recipeFor, recipesFor } from '../recipes'
import { cardOf, type Machine, type RecipeFacts } from '../recipes/facts'
import { notInstalled, requestsFor, setId } from '../recipes/start'
import type { Services } from '../services'
import { systemFacts } from '../system'
import type { CallContext } from '../types'
import type { Handlers } from './index'

/** The calls of others that recipes are made of. */
type Used = Pick<Handlers, 'runs.start' | 'runs.cancel' | 'bases.list'>

export function recipeHandlers(
  services: Services,
  used: Used,
): Pick<Handlers, 'recipes.list' | 'recipes.start'> {
  const { options, library, engine, datasets, runs, log } = services

  /** What trains on this machine. A recipe can be shown where the engine cannot say: then the processor does. */
  async function machine(context: CallContext): Promise<Machine> {
    const { cores } = systemFacts()
    try {
      const { packs } = options
      const found = await engine.call('doctor', { packs, measure: false }, { signal: context.signal })
      return { cores, card: cardOf(found) }
    } catch (thrown) {
      if (context.signal?.aborted) throw thrown
      log.warn(`Recipes: the engine could not say what trains here: ${String(thrown)}`)
      return { cores, card: null }
    }
  }

  async function factsFor(id: string, context: CallContext): Promise<RecipeFacts> {
    const dataset = await datasets.get(id)
    const [report, bases, found] = await Promise.all([
      datasets.report(id),
      used['bases.list']({}, { signal: context.signal }),
      machine(context),
    ])
    return { dataset, side: usualSide(dataset, report), bases, machine: found }
  }

  /** All of them, or none: a set with a part missing compares something else. */
  async function startAll(requests: readonly RunRequest[], context: CallContext): Promise<RunSummary[]> {
    const started: RunSummary[] = []
    try {
      for (const request of requests) started.push(await used['runs.start'](request, context))
      return started
    } catch (thrown) {
      // The last first, so that none of them begins.
      for (const { run } of started.reverse()) await used['runs.cancel']({ run }, {}).catch(() => {})
      throw thrown
    }
  }

  function needed(name: RecipeName, facts: RecipeFacts, how: RecipeOptions): Recipe {
    const made = recipeFor(name, facts, how)
    if (made) return made
    throw new UserError('base-unknown', `No base is known that the recipe ${name} needs.`, {
      detail: { recipe: name },
      hint: 'Import one with “cotejo bases import”, or on the screen of the bases.',
    })
  }

  async function start(
    { dataset, recipe: name, options: how, seeds = [how.seed] }: CallParams<'recipes.start'>,
    context: CallContext,
  ) {
    const facts = await factsFor(dataset, context)
    const recipe = needed(name, facts, how)
    if (recipe.missing.length > 0) throw notInstalled(recipe)
    const taken = new Set((await runs.list()).map((one) => one.recipe?.set))
    const set = setId(name, new Date(), (id) => taken.has(id))
    const of = (seed: number): Recipe => needed(name, facts, { ...how, seed })
    return { set, runs: await startAll(requestsFor(seeds, of, set), context) }
  }

  /** Starts follow one another, so that no two get the same set. */
  let last: Promise<unknown> = Promise.resolve()

  return {
    'recipes.list': async ({ dataset, options: how }, context) =>
      recipesFor(await factsFor(dataset, context), how),

    'recipes.start': async (params, context) => {
      await library.checkWritable()
      const started = last.then(() => start(params, context))
      last = started.catch(() => {})
      return started
    },
  }
}
