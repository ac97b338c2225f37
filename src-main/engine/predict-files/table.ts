// The columns of a table of predictions: the file, then for each run its answer, how sure, and every probability.
import { csvLine, type FilesPredictions } from '../../contract'

type Runs = readonly Pick<FilesPredictions['runs'][number], 'run' | 'name' | 'labels'>[]

/** What a run is called in the heading: its name, where no other has the same. */
export function columnNames(runs: Runs): string[] {
  return runs.map(({ run, name }) => (runs.filter((other) => other.name === name).length > 1 ? run : name))
}

export function headingLine(runs: Runs): string {
  const names = columnNames(runs)
  const columns = runs.flatMap(({ labels }, i) => [
    `${names[i]}: class`,
    `${names[i]}: confidence`,
    ...labels.map((label) => `${names[i]}: p(${label})`),
  ])
  return csvLine(['file', ...columns, ...(runs.length > 1 ? ['agree'] : []), 'error'])
}

/** What one run said of a picture. */
export interface Said {
  label: number
  /** One a class. */
  probabilities: ArrayLike<number>
}

/** float32 has seven digits; more would be noise. */
const short = (p: number): number => Number(p.toPrecision(7))

export function pictureLine(file: string, runs: Runs, said: readonly Said[]): string {
  const cells = said.flatMap(({ label, probabilities }, i) => [
    runs[i]!.labels[label]!,
    short(probabilities[label]!),
    ...Array.from(probabilities, short),
  ])
  return csvLine([file, ...cells, ...(runs.length > 1 ? [agree(runs, said) ? 'yes' : 'no'] : []), ''])
}

export function failedLine(file: string, runs: Runs, message: string): string {
  const empty = runs.reduce((sum, { labels }) => sum + 2 + labels.length, runs.length > 1 ? 1 : 0)
  return csvLine([file, ...Array<string>(empty).fill(''), message])
}

/** Whether all runs took a picture for the class of the same name. */
export const agree = (runs: Runs, said: readonly Said[]): boolean =>
  said.every(({ label }, i) => runs[i]!.labels[label] === runs[0]!.labels[said[0]!.label])
