// The part that all recipes share: runs under the same conditions from what differs between them.
import {
  defaultPlan,
  headOptions,
  plan,
  runRequest,
  suggestFolds,
  type BaseInfo,
  type CallInput,
  type HeadOptions,
  type ModelChoice,
  type PixelScalingName,
  type Plan,
  type Reason,
  type Recipe,
  type RecipeName,
  type RecipeOptions,
  type RunRequest,
} from '../../contract'
import { downloadOf } from './bases'
import { isHere, type RecipeFacts } from './facts'

/** What a model's phase says before the defaults are filled in. */
export type PhaseInput = CallInput<'runs.start'>['plan']['phases'][number]

/** One run of a recipe, as far as it differs from the others. */
export interface Part {
  /** In English: it is the run's name. */
  readonly name: string
  readonly model: ModelChoice
  readonly size: number
  readonly phases: readonly PhaseInput[]
}

export interface Conditions {
  /** Folds, or null; what the dataset suggests. */
  readonly folds: number | null
  /** Pictures that a training learns from: with folds, a fold's. */
  readonly trainImages: number
  /** The plan that a plain model gets for so many pictures. */
  readonly plain: Plan
  readonly reasons: Reason[]
}

/** Whole percentage points, as a person says them. */
const points = (half: number): number => Math.max(1, Math.round(half * 100))

/** What is the same for all runs of a recipe on this dataset. */
export function conditionsFor({ dataset }: RecipeFacts, options: RecipeOptions): Conditions {
  const suggested = suggestFolds(dataset)
  const folds = options.folds === undefined ? (suggested?.folds ?? null) : options.folds
  const { total, train } = dataset.images
  const trainImages = folds === null ? train : Math.round(total - total / folds)
  const used = suggested !== null && folds === suggested.folds
  const reasons: Reason[] = used
    ? [
        {
          code: 'fewTestPictures',
          values: {
            test: suggested.test,
            total: suggested.total,
            folds: suggested.folds,
            now: points(suggested.now),
            then: points(suggested.then),
          },
        },
      ]
    : []
  return { folds, trainImages, plain: defaultPlan(trainImages), reasons }
}

/** A model on a base. */
export const onBase = (
  base: BaseInfo,
  head: Partial<HeadOptions> = {},
  scaling: PixelScalingName = 'own',
): ModelChoice => ({
  name: 'transfer',
  options: { base: base.id, head: headOptions.parse(head), scaling, weights: 'pretrained' },
})

interface Ingredients {
  readonly parts: readonly Part[]
  /** The bases of the parts. */
  readonly bases: readonly BaseInfo[]
  readonly conditions: Conditions
  /** Changes to the plan, for all runs alike. */
  readonly plan?: Partial<Omit<Plan, 'phases'>>
  readonly reasons: readonly Reason[]
  readonly recommended?: BaseInfo | null
}

function planOf(part: Part, { conditions, plan: changes }: Ingredients, options: RecipeOptions): Plan {
  const { epochs } = options
  const made = plan.parse({ ...conditions.plain, ...changes, phases: part.phases })
  if (epochs === undefined) return made
  // Whoever names a number of epochs gets that number.
  return { ...made, phases: made.phases.map((phase) => ({ ...phase, epochs })), earlyStopping: null }
}

/** Puts a recipe together: every run gets the same dataset, split, seed and plan but for what its part says. */
export function makeRecipe(
  name: RecipeName,
  { dataset }: RecipeFacts,
  options: RecipeOptions,
  ingredients: Ingredients,
): Recipe {
  const { parts, bases, conditions, reasons, recommended } = ingredients
  const runs = parts.map((part): RunRequest => {
    const request = {
      name: part.name,
      dataset: dataset.id,
      model: part.model,
      size: part.size,
      plan: planOf(part, ingredients, options),
      seed: options.seed,
      folds: conditions.folds,
      ...(options.backend && { backend: options.backend }),
    }
    return runRequest.parse(request)
  })
  const missing = [...new Set(bases)].filter((one) => !isHere(one)).map(downloadOf)
  return {
    name,
    runs,
    missing,
    recommended: recommended ? [downloadOf(recommended)] : [],
    reasons: [...reasons, ...conditions.reasons],
  }
}
