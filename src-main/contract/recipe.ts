// Recipes: named sets of runs under the same conditions, made for the data at hand.
import { z } from './zod'
import { id, seed } from './common'
import { runRequest } from './run'

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

export const recipe = z.object({
  name: recipeName,
  /** In the order in which they are queued. All have the same dataset, split and seed. */
  runs: z.array(runRequest).min(1).max(20),
  /** Bases that must be installed first, with what has to be downloaded. */
  missing: z.array(z.object({ base: id, title: z.string(), bytes: z.number() })),
  reasons: z.array(reason),
})
export type Recipe = z.infer<typeof recipe>

/** What can be changed about a recipe as a whole. */
export const recipeOptions = z.object({
  seed: seed.default(1),
  /** Of the data: overrides the epochs of every phase; for a quick look. */
  epochs: z.int().min(1).max(10_000).optional(),
})
export type RecipeOptions = z.infer<typeof recipeOptions>
