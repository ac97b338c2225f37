// Measures the options of the decisions that a model's kernels have left open, between two of its steps.
import { UserError } from '../../../../contract'
import type { Tuned } from '../../../compute'
import type { WebgpuBackend } from '../backend'
import { isHopeless, winnerOf, type Measured } from './choice'
import { settle, takeOpenDecisions, type OpenDecision } from './decisions'
import { Refused, Rehearsal, type Draft, type Planned } from './rehearsal'
import type { Decided } from './table'
import { createTimer, repeatsFor, type Timer } from './timer'

export interface TuneOptions {
  readonly signal: AbortSignal
  /** For all of it. What is not reached is measured in a later call, or in the next run. */
  readonly budgetMs?: number
}

/** A pause that nobody minds before a training. */
const BUDGET_MS = 2000
/** Of measuring one decision; its programs are compiled besides. */
const SHAPE_MS = 40
const PAIRS = 3
/** Options that are compiled while others are measured. */
const AHEAD = 3
/** Sums of other orders differ by so much of the largest number at most; a wrong one by far more. */
export const TOLERANCE = 1e-4

export class Tuner {
  readonly #backend: WebgpuBackend
  readonly #save: (settled: ReadonlyMap<string, Decided>) => Promise<void>
  #left: OpenDecision[] = []
  #lost = false

  /** @param save keeps what was settled; it may fail, which is not minded */
  constructor(backend: WebgpuBackend, save: (settled: ReadonlyMap<string, Decided>) => Promise<void>) {
    this.#backend = backend
    this.#save = save
    void backend.device.lost.then(() => (this.#lost = true))
  }

  /**
   * Settles what kernels have decided by rule since the last call, the largest first. Never throws for what the device
   * refuses: then the rule stays.
   */
  async tune({ signal, budgetMs = BUDGET_MS }: TuneOptions): Promise<Tuned> {
    const started = performance.now()
    const queue = new Map([...this.#left, ...takeOpenDecisions()].map((one) => [one.name, one]))
    const open = [...queue.values()].sort((a, b) => sizeOf(b) - sizeOf(a))
    const settled = new Map<string, Decided>()
    const timer = open.length > 0 ? createTimer(this.#backend.device) : null
    const ended = () => signal.aborted || this.#lost
    const late = () => performance.now() - started >= budgetMs
    try {
      while (open.length > 0 && !late() && !ended()) {
        const decision = open.shift()!
        const made = await this.#settle(decision, timer!, ended, late)
        if (made) settled.set(decision.name, made)
        // What a device is lost over is not tried again, nor what takes all the time there is.
        else if (this.#lost || (settled.size === 0 && !ended())) settled.set(decision.name, byRule(decision))
        else open.unshift(decision)
      }
    } finally {
      timer?.dispose()
      this.#left = open
    }
    for (const [name, { option }] of settled) settle(name, option)
    if (settled.size > 0) await this.#save(settled).catch(() => {})
    const improved = [...settled.values()].filter(({ ratio }) => ratio < 1).length
    const milliseconds = performance.now() - started
    return { settled: settled.size, improved, left: open.length, milliseconds }
  }

  /** @returns what is the fastest, or null where it had to stop before it knew */
  async #settle(
    decision: OpenDecision,
    timer: Timer,
    ended: () => boolean,
    late: () => boolean,
  ): Promise<Decided | null> {
    let rehearsal: Rehearsal | null = null
    let rule: Planned | null = null
    try {
      rehearsal = await Rehearsal.open(this.#backend, decision)
      const drafts = draftsOf(rehearsal, decision)
      const first = drafts.next().value
      if (!first) return byRule(decision)
      rule = await rehearsal.ready(first)
      await rehearsal.once(rule)
      const repeats = repeatsFor(await timer.time(rule, 1))
      const others: Measured[] = []
      let spent = 0
      for (const draft of drafts) {
        if (ended()) return null
        if (spent >= SHAPE_MS || late()) break
        // One that the device refuses leaves the others.
        const plan = draft && (await rehearsal.ready(draft).catch((error) => this.#pass(error)))
        if (!plan) continue
        try {
          await rehearsal.once(plan)
          if (!((await rehearsal.difference(rule, plan)) <= TOLERANCE)) continue
          const begun = performance.now()
          others.push(await pairsOf(rule, plan, timer, repeats))
          spent += performance.now() - begun
        } catch (error) {
          await this.#pass(error)
        } finally {
          plan.dispose()
        }
      }
      const cut = ended() || (late() && others.length === 0)
      return cut ? null : winnerOf(rule.option, others)
    } catch (error) {
      await this.#pass(error)
      return ended() ? null : byRule(decision)
    } finally {
      rule?.dispose()
      rehearsal?.dispose()
    }
  }

  /** Lets pass what a device that is lost makes fail; it may be heard of after that. */
  async #pass(error: unknown): Promise<null> {
    await new Promise(setImmediate)
    return this.#lost ? null : passRefusal(error)
  }
}

/** The options one after the other, a few more than were asked for being compiled; null for what the kernel refuses. */
function* draftsOf(rehearsal: Rehearsal, { options }: OpenDecision): Generator<Draft | null, undefined> {
  const draft = (option: string): Draft | null => {
    try {
      return rehearsal.draft(option)
    } catch (error) {
      return passRefusal(error)
    }
  }
  const made: (Draft | null)[] = []
  for (let i = 0; i < options.length; i++) {
    while (made.length < Math.min(options.length, i + AHEAD)) made.push(draft(options[made.length]!))
    yield made[i]!
  }
}

async function pairsOf(rule: Planned, plan: Planned, timer: Timer, repeats: number): Promise<Measured> {
  const pairs: [number, number][] = []
  while (pairs.length < PAIRS) {
    const pair: [number, number] = [await timer.time(rule, repeats), await timer.time(plan, repeats)]
    pairs.push(pair)
    if (isHopeless(pair)) break
  }
  return { option: plan.option, pairs }
}

const byRule = ({ options }: OpenDecision): Decided => ({ option: options[0]!, ratio: 1 })

/** Anything but a refusal of the device is a fault of ours. */
function passRefusal(error: unknown): null {
  if (error instanceof Refused || error instanceof UserError) return null
  throw error
}

/** Elements of the inputs: what takes longest comes first. */
const sizeOf = ({ call }: OpenDecision): number =>
  Object.values(call.inputs).reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0)
