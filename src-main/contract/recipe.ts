// Recipes: named sets of runs under the same conditions, made for the data at hand.
import { z } from './zod'
import { baseId } from './base'
import { seed } from './common'
import { backendName } from './backend'
import { folds, runRequest } from './run'

export const recipeName = z.enum([
  'advice',
  'cnn-and-base',
  'fine-tuning',
  'nine-architectures',
  'preprocessing',
  'three-animals',
  'input-size',
])
export type RecipeName = z.infer<typeof recipeName>

/** Why a recipe is as it is for this data; the interface has the sentence, `values` what stands in it. */
export const reason = z.object({
  code: z.string().regex(/^[a-z][A-Za-z]*$/),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Reason = z.infer<typeof reason>

/** A base that is not here yet, and what has to be downloaded for it. */
const download = z.object({ base: baseId, title: z.string(), bytes: z.number() })

export const recipe = z.object({
  name: recipeName,
  /** In the order in which they are queued. All have the same dataset, split and seed; `recipe.set` is not filled in. */
  runs: z.array(runRequest).min(1).max(20),
  /** Bases that must be installed first. */
  missing: z.array(download),
  /** Bases that the runs do without, but that would make them better; where they are installed, the recipe uses them. */
  recommended: z.array(download).default([]),
  reasons: z.array(reason),
})
export type Recipe = z.infer<typeof recipe>

/** What can be changed about a recipe as a whole. */
export const recipeOptions = z.object({
  seed: seed.default(1),
  /** Overrides the epochs of every phase, and early stopping; for a quick look. */
  epochs: z.int().min(1).max(10_000).optional(),
  /** Folds of a cross-validation; null tests on the split alone. What suits the dataset where it is left out. */
  folds: folds.optional(),
  /** What computes; the best that this machine has where it is left out. */
  backend: backendName.optional(),
})
export type RecipeOptions = z.infer<typeof recipeOptions>

/** Seeds to repeat a recipe with, each once. */
export const recipeSeeds = z
  .array(seed)
  .min(1)
  .max(10)
  .refine((all) => new Set(all).size === all.length, 'each seed once')
