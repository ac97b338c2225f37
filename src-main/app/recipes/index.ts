// All recipes, in the order in which they are shown.
import type { Recipe, RecipeName, RecipeOptions } from '../../contract'
import { advice } from './advice'
import { cnnAndBase } from './cnn-and-base'
import type { RecipeFacts } from './facts'
import { fineTuning } from './fine-tuning'
import { inputSizes } from './input-size'
import { nineArchitectures } from './nine-architectures'
import { preprocessing } from './preprocessing'
import type { RecipeBuilder } from './recipe'
import { threeAnimals } from './three-animals'

const builders: Record<RecipeName, RecipeBuilder> = {
  advice,
  'three-animals': threeAnimals,
  'cnn-and-base': cnnAndBase,
  'fine-tuning': fineTuning,
  'input-size': inputSizes,
  preprocessing,
  'nine-architectures': nineArchitectures,
}

/** @returns null where no base that it needs is known */
export const recipeFor = (name: RecipeName, facts: RecipeFacts, options: RecipeOptions): Recipe | null =>
  builders[name](facts, options)

export const recipesFor = (facts: RecipeFacts, options: RecipeOptions): Recipe[] =>
  Object.values(builders).flatMap((build) => build(facts, options) ?? [])
