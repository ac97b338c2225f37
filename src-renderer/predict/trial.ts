// A picture that a person brought, and what each model says about it.
import { type Explanation, type Prediction, type Predictions } from '../../src-main/contract'

export interface Answer {
  state: 'waiting' | 'done' | 'failed'
  labels: readonly string[]
  prediction: Prediction | null
  /** Why it failed. */
  message: string
  /** What the model saw, once it was asked for. */
  heat: Heat | null
}

export interface Heat {
  state: 'busy' | 'done' | 'failed'
  explanation: Explanation | null
  error: unknown
}

export interface Trial {
  readonly key: number
  readonly file: File
  /** By run. */
  answers: Record<string, Answer>
}

export const waiting = (): Answer => ({
  state: 'waiting',
  labels: [],
  prediction: null,
  message: '',
  heat: null,
})

/** Gives each picture of a call its answer: predictions keep the order and leave out what could not be read. */
export function sortOut(answer: Predictions, count: number): Answer[] {
  const failed = new Map(answer.failed.map((one) => [one.place, one.message]))
  const predictions = [...answer.predictions]
  return Array.from({ length: count }, (_, place): Answer => {
    const message = failed.get(place)
    if (message !== undefined) return { ...waiting(), state: 'failed', message }
    const prediction = predictions.shift() ?? null
    return { ...waiting(), state: prediction ? 'done' : 'failed', labels: answer.labels, prediction }
  })
}

/** What several models say of one picture together. */
export type Agreement = { kind: 'all'; label: string } | { kind: 'split'; labels: string[] }

/** @returns null while it is not known of all, and where there are not several */
export function agreementOf(said: readonly (string | null | undefined)[]): Agreement | null {
  if (said.length < 2 || said.some((label) => label == null)) return null
  const labels = [...new Set(said as string[])]
  return labels.length === 1 ? { kind: 'all', label: labels[0]! } : { kind: 'split', labels }
}

export interface Bar {
  label: string
  probability: number
}

/**
 * The classes to show.
 * @param steady keeps the classes' own order where there are few, so that nothing jumps while pictures come and go
 */
export function barsOf(
  labels: readonly string[],
  probabilities: readonly number[],
  most: number,
  steady = false,
): Bar[] {
  const all = labels.map((label, i) => ({ label, probability: probabilities[i] ?? 0 }))
  if (steady && all.length <= most) return all
  return all.sort((a, b) => b.probability - a.probability).slice(0, most)
}
