// Numbers and names in the sentences of the report.

/** The pictures that findings are about, as parallel lists. */
export interface Examined {
  files: readonly string[]
  labels: ArrayLike<number>
  splits: ArrayLike<number>
}

export const files = (count: number): string => (count === 1 ? 'One file' : `${count} files`)
export const pictures = (count: number): string => (count === 1 ? 'One picture' : `${count} pictures`)

/** The first of a list of names. */
export const some = (names: readonly string[], most = 3): string =>
  names.slice(0, most).join(', ') + (names.length > most ? ', …' : '')
