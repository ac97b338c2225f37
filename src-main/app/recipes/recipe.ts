// What a recipe's file exports.
import type { Recipe, RecipeOptions } from '../../contract'
import type { RecipeFacts } from './facts'

/**
 * From the data at hand to runs. Pure: the same facts and options give the same recipe.
 * @returns null where it cannot be made, because no base that it needs is known
 */
export type RecipeBuilder = (facts: RecipeFacts, options: RecipeOptions) => Recipe | null
