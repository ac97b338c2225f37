// Which pictures are looked at, as a short word in the address: it can be linked, and the back button works. Pure.
import { type PictureQuestion } from '../../src-main/contract'

const number = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null

const runId = (text: string | undefined): string | null =>
  text !== undefined && /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/.test(text) ? text : null

/** `cell:<run>:<true class>:<said class>`, `mistakes:<run>`, `only-right:<run>:<run>`, or the kind alone. */
export function encodeQuestion(question: PictureQuestion): string {
  switch (question.kind) {
    case 'cell':
      return ['cell', question.run, question.actual, question.predicted].join(':')
    case 'mistakes':
      return `mistakes:${question.run}`
    case 'only-right':
      return ['only-right', question.run, question.against].join(':')
    case 'these':
      return ['these', ...question.indices].join(':')
    default:
      return question.kind
  }
}

/** @returns null where the word means nothing: addresses come from outside */
export function decodeQuestion(word: unknown): PictureQuestion | null {
  if (typeof word !== 'string') return null
  const [kind, ...rest] = word.split(':')
  const [run, second, third] = rest
  switch (kind) {
    case 'cell': {
      const [id, actual, predicted] = [runId(run), number(second), number(third)]
      return id !== null && actual !== null && predicted !== null
        ? { kind, run: id, actual, predicted }
        : null
    }
    case 'mistakes': {
      const id = runId(run)
      return id !== null ? { kind, run: id } : null
    }
    case 'only-right': {
      const [id, against] = [runId(run), runId(second)]
      return id !== null && against !== null ? { kind, run: id, against } : null
    }
    case 'these': {
      const indices = rest.map(number)
      return indices.length > 0 && indices.every((index) => index !== null) ? { kind, indices } : null
    }
    case 'disagreement':
    case 'all-wrong':
    case 'label-errors':
      return { kind }
    default:
      return null
  }
}

/** The runs that a question is about by itself. */
export function runsOf(question: PictureQuestion): string[] {
  if (question.kind === 'only-right') return [question.run, question.against]
  return 'run' in question ? [question.run] : []
}

/** Runs that one question can be asked about. */
export const mostRuns = 10

/**
 * The runs to ask about: those that the question needs, then the others in their order, as many as can be; given back
 * in the order in which they stand in the comparison.
 */
export function askedRuns(question: PictureQuestion, runs: readonly string[]): string[] {
  const needed = runsOf(question)
  const chosen = [...new Set([...needed, ...runs])].slice(0, mostRuns)
  const place = (run: string) => (runs.includes(run) ? runs.indexOf(run) : runs.length)
  return chosen.sort((a, b) => place(a) - place(b))
}
