// Watches a backend take steps until enough was seen of it. The time that counts is the steps' own; opening, building
// and compiling do not count, and are bounded.
import { cancelled, type BackendName, type BackendSpeed } from '../../contract'
import { median } from '../median'
import type { Sighting } from './messages'

/** Steps of a backend are timed for about so long, */
export const ENOUGH_MS = 2000
/** and so many at least, */
export const LEAST_STEPS = 3
/** unless that takes longer than this: then what was seen has to do. */
export const MOST_MS = 5000
/** Time to open a backend, build the model, compile, and take the first step. */
export const START_MS = 20_000
/** A backend that compiles nothing is given up when its first step takes so many times the best one's. */
const HOPELESS = 2

/** A process that takes steps. */
export interface Stepping {
  stop(): void
}
export type StartStepping = (tell: (one: Sighting) => void) => Stepping

const causes = ['ended', 'out-of-memory', 'device-lost'] as const

/** Backends whose first step is as long as any other. */
const compilesNothing = (name: BackendName): boolean => name === 'wasm'

/**
 * @param start begins the backend's steps
 * @param best pictures a second of the fastest so far; 0 where it is the first
 * @returns the backend's speed; a failure is one without a figure
 * @throws UserError `cancelled`
 */
export function watchSteps(
  backend: BackendName,
  start: StartStepping,
  best: number,
  signal: AbortSignal,
): Promise<BackendSpeed> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancelled())
    let device: string | null = null
    let first: Extract<Sighting, { seen: 'first' }> | null = null
    let steps = 0
    let spent = 0
    /** Milliseconds a picture, of each group of steps. */
    const paces: number[] = []
    let timer: NodeJS.Timeout | undefined
    const stepping = { now: null as Stepping | null, over: false }

    function end(): boolean {
      if (stepping.over) return false
      stepping.over = true
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      stepping.now?.stop()
      return true
    }
    const answer = (speed: Partial<BackendSpeed>) => {
      if (end()) resolve({ backend, device, imagesPerSecond: null, basis: null, problem: null, ...speed })
    }
    const fail = (problem: string, cause: BackendSpeed['cause']) =>
      answer({ problem: problem.slice(0, 2000), cause })
    const rate = (pictures: number, milliseconds: number) => (pictures * 1000) / Math.max(milliseconds, 1e-3)
    const onAbort = () => end() && reject(cancelled())
    const within = (milliseconds: number, otherwise: () => void) => {
      clearTimeout(timer)
      timer = setTimeout(otherwise, milliseconds)
    }
    const byWhatWasSeen = () => {
      if (paces.length > 0) answer({ imagesPerSecond: 1000 / median(paces), basis: 'steps' })
      else answer({ imagesPerSecond: rate(first!.pictures, first!.milliseconds), basis: 'first-step' })
    }

    const startsInTime = () =>
      within(START_MS, () => fail(`It had not taken a step after ${START_MS / 1000} s.`, 'slow-start'))

    function tell(one: Sighting): void {
      if (stepping.over) return
      switch (one.seen) {
        case 'open':
          device = one.device.slice(0, 300)
          break
        case 'ready': {
          first = null
          paces.length = steps = spent = 0
          startsInTime()
          if (best <= 0 || !compilesNothing(backend)) break
          const hopeless = (HOPELESS * one.pictures * 1000) / best
          const patience = Math.min(Math.max(ENOUGH_MS, hopeless), START_MS)
          within(patience, () => answer({ imagesPerSecond: rate(one.pictures, patience), basis: 'given-up' }))
          break
        }
        case 'first':
          first = one
          within(MOST_MS, byWhatWasSeen)
          break
        case 'timed':
          paces.push(Math.max(one.milliseconds, 1e-3) / one.pictures)
          steps += one.steps
          spent += one.milliseconds
          if ((steps >= LEAST_STEPS && spent >= ENOUGH_MS) || spent >= MOST_MS) byWhatWasSeen()
          break
        case 'failed':
          fail(one.reason, causes.find((known) => known === one.code) ?? 'other')
      }
    }

    signal.addEventListener('abort', onAbort)
    startsInTime()
    stepping.now = start(tell)
    if (stepping.over) stepping.now.stop()
  })
}
