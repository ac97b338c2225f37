// What a wheel's own METADATA asks for under an extra (core metadata specification, PEP 508), and whether the wheels
// of our table meet it. Only the comparisons that TensorFlow uses are understood: anything else is an error.
import { UserError } from '../../../../contract'
import { wheelName, type Wheel } from './table'

export interface Requirement {
  readonly project: string
  readonly clauses: readonly { operator: '<' | '<=' | '>' | '>=' | '=='; version: string }[]
}

/** The requirements that METADATA lists for one extra. */
export function requirementsOf(metadata: string, extra: string): Requirement[] {
  return [
    ...metadata.matchAll(
      /^Requires-Dist:\s*([A-Za-z0-9._-]+)\s*([^;\n]*);\s*extra\s*==\s*["']([^"']+)["']/gm,
    ),
  ]
    .filter(([, , , name]) => name === extra)
    .map(([, project, clauses]) => ({
      project: project.toLowerCase().replaceAll(/[._]/g, '-'),
      clauses: clauses
        .replaceAll(/[()\s]/g, '')
        .split(',')
        .filter((clause) => clause !== '')
        .map(parseClause),
    }))
}

function parseClause(clause: string): Requirement['clauses'][number] {
  const match = /^(<=|>=|==|<|>)(\d+(?:\.\d+)*)$/.exec(clause)
  if (!match)
    throw new UserError(
      'pack-wrong',
      `The wheel's metadata has a requirement that is not understood: ${clause}.`,
    )
  return { operator: match[1] as '<', version: match[2] }
}

/** Compares versions of numbers and dots; missing parts are zero. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return 0
}

const holds = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
  '==': (order: number) => order === 0,
}

/**
 * The wheels that meet the requirements, one each.
 * @throws UserError `pack-wrong` naming the first requirement that no wheel meets
 */
export function resolve(requirements: readonly Requirement[], wheels: readonly Wheel[]): Wheel[] {
  return requirements.map(({ project, clauses }) => {
    const found = wheels.find(({ file }) => {
      const known = wheelName(file)
      return (
        known.project === project &&
        clauses.every(({ operator, version }) => holds[operator](compareVersions(known.version, version)))
      )
    })
    if (found) return found
    const asked = clauses.map(({ operator, version }) => operator + version).join(', ')
    throw new UserError(
      'pack-wrong',
      `TensorFlow's wheel asks for ${project} ${asked}, which Cotejo's table does not have.`,
      {
        detail: { project },
        hint: 'Use the version of Cotejo that was made for this wheel.',
      },
    )
  })
}
