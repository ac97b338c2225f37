// The runs that wait and the one that trains. One at a time: two would share the same cores and graphics card.
// What waits is kept in queue.json; when a library is opened, it waits on, held until the user lets it go on.
import { needTrained, UserError, type Progress, type QueueState, type RunRecord } from '../../contract'
import type { DatasetStore } from '../data/store'
import type { EngineClient } from '../engine-client/client'
import { asUserError, describe } from '../errors'
import type { Emit } from '../events'
import type { LibraryPaths } from '../library/paths'
import type { Logger } from '../types'
import { QueueWriter, type WaitingRun } from './queue-file'
import type { Outcome, RunStore } from './store'
import type { Activity } from './summary'
import { SummaryTeller } from './teller'

export interface QueueOptions {
  engine: Pick<EngineClient, 'call' | 'kill'>
  runs: RunStore
  datasets: Pick<DatasetStore, 'get' | 'folder'>
  packs: string
  /** Of the library. */
  paths: Pick<LibraryPaths, 'bases' | 'features' | 'queue'>
  emit: Emit
  log: Logger
  /** How long a hanging engine may leave a cancel unanswered before it is ended, in ms. */
  cancelLimit?: number
}

interface Active {
  readonly run: string
  readonly dataset: string
  readonly abort: AbortController
  /** The user wants it to end. */
  cancelling: boolean
  /** Resolves when the run has ended and its history says so. */
  settled: Promise<void>
}

const ignored = () => {}

export class RunQueue {
  readonly #options: QueueOptions
  readonly #teller: SummaryTeller
  readonly #writer: QueueWriter
  #waiting: WaitingRun[] = []
  /** Runs that are being written down. */
  readonly #expected = new Set<string>()
  #active: Active | null = null
  #closed = false

  constructor(options: QueueOptions) {
    this.#options = options
    this.#teller = new SummaryTeller(options)
    this.#writer = new QueueWriter(options.paths.queue, options.log)
  }

  /** What waited when the library was last closed waits on. Once, before anything is added. */
  restore(waiting: readonly WaitingRun[]): void {
    this.#waiting = waiting.map((one) => ({ ...one, held: true }))
  }

  activity = (run: string): Activity => {
    if (this.#active?.run === run) return 'active'
    return this.#expected.has(run) || this.#waiting.some((one) => one.run === run) ? 'queued' : 'none'
  }

  /** The run that the engine works on. */
  get active(): string | null {
    return this.#active?.run ?? null
  }

  /** A run on this dataset that waits or trains; null if there is none. */
  userOf(dataset: string): string | null {
    const users = this.#active === null ? this.#waiting : [this.#active, ...this.#waiting]
    return users.find((one) => one.dataset === dataset)?.run ?? null
  }

  /** While `work` writes a run down and adds it, the run counts as queued: nobody sees it without a place. */
  async whileExpected<T>(work: (expect: (run: string) => void) => Promise<T>): Promise<T> {
    const mine: string[] = []
    try {
      return await work((run) => {
        mine.push(run)
        this.#expected.add(run)
      })
    } finally {
      for (const run of mine) this.#expected.delete(run)
    }
  }

  get state(): QueueState {
    return {
      active: this.active,
      waiting: this.#waiting.map(({ run, held }) => ({ run, held })),
    }
  }

  /** Puts a run at the end of the queue. */
  async add(run: string, dataset: string): Promise<void> {
    if (this.#closed) throw new UserError('engine-stopped', 'Cotejo is closing.')
    this.#options.runs.reread(run)
    this.#waiting.push({ run, dataset, held: false })
    await Promise.all([this.#moved(), this.#changed(run)])
    this.#next()
  }

  /**
   * Moves a run that waits.
   * @param before the run whose place it takes; null for the end
   */
  async move(run: string, before: string | null): Promise<void> {
    const moving = this.#needWaiting(run)
    if (before === run) return
    if (before !== null) this.#needWaiting(before)
    const others = this.#waiting.filter((one) => one !== moving)
    const at = before === null ? others.length : others.findIndex((one) => one.run === before)
    this.#waiting = [...others.slice(0, at), moving, ...others.slice(at)]
    await this.#moved()
  }

  /** Holds runs that wait, or lets them go on; all of them where none is named. */
  async hold(held: boolean, run?: string): Promise<void> {
    for (const one of run === undefined ? this.#waiting : [this.#needWaiting(run)]) one.held = held
    await this.#moved()
    this.#next()
  }

  /** Pauses the run that trains; one that waits is held. */
  async pause(run: string): Promise<void> {
    if (this.#isWaiting(run)) return this.hold(true, run)
    this.#needActive(run)
    await this.#options.engine.call('run.pause', { run })
  }

  /** Lets a run that is paused or held go on. */
  async unpause(run: string): Promise<void> {
    if (this.#isWaiting(run)) return this.hold(false, run)
    this.#needActive(run)
    await this.#options.engine.call('run.resume', { run })
  }

  /** Ends a run that waits or trains; what it recorded is kept. Resolves when its history says so. */
  async cancel(run: string): Promise<void> {
    const place = this.#waiting.findIndex((one) => one.run === run)
    if (place >= 0) {
      this.#waiting.splice(place, 1)
      await this.#end(run, { status: 'cancelled', reason: 'It was cancelled before its turn came.' })
      await Promise.all([this.#moved(), this.#changed(run)])
      return
    }
    const active = this.#needActive(run)
    await this.#cancelActive(active)
    await active.settled
  }

  /** Cancels what trains and takes nothing more; what waits is kept. The engine is left to its owner. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#active !== null) await this.cancel(this.#active.run).catch(ignored)
  }

  /** Resolves when what waits is on disk; asked at the very end, when no run can change it any more. */
  settled = (): Promise<void> => this.#writer.settled()

  /** What the engine says of the run that it trains. */
  record(run: string, record: RunRecord): void {
    if (this.#active?.run !== run) {
      this.#options.log.warn(`The engine sent a record of ${run}, which it was not asked to train.`)
      return
    }
    this.#options.emit({ event: 'run.record', run, record })
    // The end is told when the engine has answered: then the evaluation is there too.
    if (['start', 'phase', 'epoch', 'paused', 'resumed'].includes(record.type)) void this.#changed(run)
  }

  #isWaiting = (run: string): boolean => this.#waiting.some((one) => one.run === run)

  #needWaiting(run: string): WaitingRun {
    const found = this.#waiting.find((one) => one.run === run)
    if (found !== undefined) return found
    throw new UserError('invalid-argument', 'This run does not wait for its turn.', {
      detail: { run },
      hint: 'Only a run in the queue has a place there.',
    })
  }

  #needActive(run: string): Active {
    if (this.#active?.run === run) return this.#active
    throw new UserError('invalid-argument', 'This run is not in progress.', {
      detail: { run },
      hint: 'Only a run that trains or waits can be paused, resumed or cancelled.',
    })
  }

  /** Asks the engine kindly; one that does not even answer is hanging, and is ended. */
  async #cancelActive(active: Active): Promise<void> {
    const { run, abort, settled } = active
    active.cancelling = true
    const { engine, log, cancelLimit = 60_000 } = this.#options
    let answered = false
    const hanging = setTimeout(() => {
      if (answered) return
      log.error(`The engine did not answer within ${cancelLimit} ms and is ended.`)
      engine.kill()
    }, cancelLimit)
    void settled.finally(() => clearTimeout(hanging))
    try {
      await engine.call('run.cancel', { run })
      answered = true
    } catch {
      // It does not train yet: the call itself can still be ended.
      abort.abort()
    }
  }

  #next(): void {
    if (this.#active !== null || this.#closed) return
    const next = this.#waiting.find(({ held }) => !held)
    if (next === undefined) return
    this.#waiting = this.#waiting.filter((one) => one !== next)
    const active: Active = {
      run: next.run,
      dataset: next.dataset,
      abort: new AbortController(),
      cancelling: false,
      settled: Promise.resolve(),
    }
    this.#active = active
    void this.#moved()
    active.settled = this.#train(active)
      .catch((thrown) => this.#options.log.error(`Run ${active.run}: ${describe(thrown)}`))
      .then(async () => {
        this.#active = null
        await this.#changed(active.run)
        this.#next()
        // Where nothing followed, nobody has said yet that nothing trains.
        if (this.#active === null) void this.#moved()
      })
  }

  /** One run from start to end. Afterwards its history has an end record, whatever happened. */
  async #train(active: Active): Promise<void> {
    const { run: id, dataset, abort } = active
    const { engine, runs, datasets, packs, paths, log } = this.#options
    const before = (await runs.digest(id)).lastSeq
    let outcome: Outcome
    try {
      const run = needTrained(await runs.get(id))
      await datasets.get(dataset)
      await this.#changed(id)
      await engine.call(
        'run.train',
        {
          folder: runs.folder(id),
          dataset: datasets.folder(dataset),
          run,
          packs,
          bases: paths.bases,
          features: paths.features,
        },
        { signal: abort.signal, progress: (now) => this.#stage(id, now) },
      )
      outcome = { status: 'failed', reason: 'The engine ended the run without saying why.' }
    } catch (thrown) {
      const error = asUserError(thrown)
      if (error.code === 'fault') log.error(`Run ${id}: ${describe(thrown)}`)
      outcome = this.#outcomeOf(error, active)
    }
    const { end } = await runs.digest(id)
    if (end === null || end.seq <= before) await this.#end(id, outcome)
  }

  #outcomeOf({ code, message, detail }: UserError, { cancelling }: Active): Outcome {
    if (code === 'cancelled') return { status: 'cancelled', reason: 'It was cancelled.' }
    const cause = { code, ...(detail && { detail }) }
    if (code !== 'engine-stopped') return { status: 'failed', reason: message, ...cause }
    if (this.#closed) return { status: 'cancelled', reason: 'Cotejo was closed.' }
    if (cancelling) return { status: 'cancelled', reason: 'The engine did not answer and was ended.' }
    return { status: 'crashed', reason: message, ...cause }
  }

  #stage(run: string, { stage, done, total, secondsLeft }: Progress): void {
    // Of the training itself the records say more.
    if (stage === 'train') return
    this.#options.emit({
      event: 'run.stage',
      run,
      stage,
      done,
      total,
      ...(secondsLeft !== undefined && { secondsLeft }),
    })
  }

  async #end(run: string, outcome: Outcome): Promise<void> {
    const record = await this.#options.runs.end(run, outcome)
    this.#options.emit({ event: 'run.record', run, record })
  }

  /** Tells the new order, and writes down what waits. */
  #moved(): Promise<void> {
    this.#options.emit({ event: 'queue.changed', queue: this.state })
    return this.#writer.write(this.#waiting)
  }

  #changed(run: string): Promise<void> {
    return this.#teller.tell(run)
  }
}
