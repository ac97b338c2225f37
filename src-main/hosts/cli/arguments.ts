// What the flags of the command line may hold. A value that is no value is wrong usage (exit 2);
// a name that is not known is a user error (exit 1), because the names may change between versions.
import { InvalidArgumentError } from 'commander'
import {
  architecture,
  augmentationPolicy,
  backendName,
  classBalance,
  exportFormat,
  packName,
  recipeName,
  recipeSeeds,
  UserError,
  type Architecture,
  type AugmentationPolicy,
  type BackendName,
  type ClassBalance,
  type ErrorCode,
  type ExportFormat,
  type PackName,
  type RecipeName,
} from '../../contract'

/** A whole number between two limits. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
    if (!(value >= min && value <= max)) {
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`)
    }
    return value
  }
}

/** Seeds with commas between them: `1,2,3`. */
export function seedList(text: string): number[] {
  const seeds = text.split(',').map((one) => (/^\s*\d{1,10}\s*$/.test(one) ? Number(one) : NaN))
  const checked = recipeSeeds.safeParse(seeds)
  if (!checked.success) {
    throw new InvalidArgumentError('It must be up to 10 different whole numbers, such as 1,2,3.')
  }
  return checked.data
}

/** A number above zero, 1e-3 notation included. */
export function positiveNumber(max: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? NaN : Number(text)
    if (!(value > 0 && value <= max))
      throw new InvalidArgumentError(`It must be a number above 0, at most ${max}.`)
    return value
  }
}

/** A fraction from 0 to `max`. */
export function partOf(max: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? NaN : Number(text)
    if (!(value >= 0 && value <= max)) throw new InvalidArgumentError(`It must be a number from 0 to ${max}.`)
    return value
  }
}

interface Names<T extends string> {
  readonly options: readonly T[]
}

function known<T extends string>(names: Names<T>, code: ErrorCode, what: string, given: string): T {
  if ((names.options as readonly string[]).includes(given)) return given as T
  const list = names.options.join(', ')
  throw new UserError(code, `There is no ${what} “${given}”.`, {
    detail: { name: given, known: list },
    hint: `These are known: ${list}.`,
  })
}

const backends = { options: ['auto', ...backendName.options] as const }

/** What `--backend` asks for, as a part of a run's request: nothing for `auto`, or where it is left out. */
export function chosenBackend(name: string | undefined): { backend?: BackendName } {
  const chosen = name === undefined ? 'auto' : known(backends, 'backend-unknown', 'backend', name)
  return chosen === 'auto' ? {} : { backend: chosen }
}
export const knownPolicy = (name: string): AugmentationPolicy =>
  known(augmentationPolicy, 'invalid-argument', 'augmentation', name)
export const knownBalance = (name: string): ClassBalance =>
  known(classBalance, 'invalid-argument', 'balance', name)
export const knownFormat = (name: string): ExportFormat =>
  known(exportFormat, 'format-unknown', 'export format', name)
export const knownArchitecture = (name: string): Architecture =>
  known(architecture, 'model-unknown', 'architecture', name)
export const knownPack = (name: string): PackName => known(packName, 'not-found', 'engine pack', name)
export const knownRecipe = (name: string): RecipeName => known(recipeName, 'not-found', 'recipe', name)
