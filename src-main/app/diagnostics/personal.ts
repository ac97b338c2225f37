// What is personal on this machine and in this library.
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import { dirname } from 'node:path'
import type { Dataset, RunSummary } from '../../contract'
import type { Personal } from './scrub'

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list, as containers have.
    return process.env['USER'] ?? process.env['USERNAME'] ?? ''
  }
}

export interface Known {
  library: string
  /** The built engine program. */
  program: string
  datasets: readonly Dataset[]
  runs: readonly RunSummary[]
}

export function personalOf({ library, program, datasets, runs }: Known): Personal {
  const host = hostname()
  const sources = datasets.flatMap(({ source }) => [
    source.path,
    ...(source.mounts ?? []).map((one) => one.path),
  ])
  return {
    folders: [
      [library, '<library>'],
      ...sources.filter((path) => path !== '').map((path) => [path, '<pictures>'] as const),
      [homedir(), '~'],
      [tmpdir(), '<tmp>'],
    ],
    // `<app>/out/main/engine.js`, or a build under test a folder below: what is above the programs and node_modules.
    programs: [dirname(dirname(dirname(program))), dirname(dirname(dirname(dirname(program))))],
    names: [
      ...datasets.flatMap(({ id, name, classes }) => [
        [id, '<dataset>'] as const,
        [name, '<dataset>'] as const,
        ...classes.map((one) => [one.name, '<class>'] as const),
      ]),
      ...runs.flatMap(({ run, name, datasetName }) => [
        [run, '<run>'] as const,
        [name, '<run>'] as const,
        [datasetName, '<dataset>'] as const,
      ]),
      [userName(), '<user>'],
      [host, '<machine>'],
      [host.split('.')[0] ?? '', '<machine>'],
    ],
  }
}
