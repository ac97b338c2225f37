// From a recipe to the runs that are queued: their names, the set that they share, and what must be there first.
import { UserError, type Recipe, type RecipeName, type RunRequest } from '../../contract'

/** `advice-20261122`, or `advice-20261122-2` where that is taken. */
export function setId(name: RecipeName, now: Date, taken: (id: string) => boolean): string {
  const stem = `${name}-${now.toISOString().slice(0, 10).replaceAll('-', '')}`
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (!taken(id)) return id
  }
}

/**
 * The runs of all seeds, seed by seed: after the first seed a whole comparison is there.
 * @param of the recipe with a seed
 */
export function requestsFor(
  seeds: readonly number[],
  of: (seed: number) => Recipe,
  set: string,
): RunRequest[] {
  return seeds.flatMap((seed) => {
    const { name, runs } = of(seed)
    return runs.map((run) => {
      const part = run.name ?? run.model.name
      const title = seeds.length > 1 ? `${part}, seed ${seed}` : part
      return { ...run, name: title, recipe: { name, set, part } }
    })
  })
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1e6))} MB`

/** Says what a recipe needs, how large it is, and how to get it. */
export function notInstalled({ name, missing }: Recipe): UserError {
  const names = missing.map((one) => `${one.title} (${megabytes(one.bytes)})`).join(', ')
  const bytes = missing.reduce((sum, one) => sum + one.bytes, 0)
  const bases = missing.map((one) => one.base)
  const what = missing.length === 1 ? 'a base that is' : `${missing.length} bases that are`
  return new UserError('base-not-installed', `This recipe needs ${what} not installed: ${names}.`, {
    detail: { recipe: name, base: bases.join(' '), title: names, bytes, count: missing.length },
    hint: `Install ${missing.length === 1 ? 'it' : 'them'}: cotejo bases install ${bases.join(' ')}`,
  })
}
