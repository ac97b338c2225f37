// Calls to the engine as promises. Starts an engine process when one is needed, and a new one after a crash.
import {
  cancelled,
  engineCalls,
  engineOutput,
  fromErrorShape,
  UserError,
  type EngineCallInput,
  type EngineCallName,
  type EngineCallResult,
  type EngineOutput,
} from '../../contract'
import { markChecked } from '../checked'
import type { FileLog } from '../log'
import type { CallContext, EngineLauncher } from '../types'
import { engineStopped, exitReason, type EngineExit } from './exit'
import { EngineProcess, type StopLimits } from './process'

export type EngineEvent = Extract<EngineOutput, { event: 'backend' | 'record' }>

export interface EngineClientOptions {
  launcher: EngineLauncher
  log: FileLog
  onEvent(event: EngineEvent): void
  /** A process started, or ended (null). */
  onProcess?(pid: number | null): void
  /** The engine ended though nobody asked it to. Called before the waiting calls are rejected. */
  onCrash(reason: string): void
  /** How long the engine may take to say `ready`, in ms. */
  readyLimit?: number
  stopLimits?: StopLimits
}

interface Pending {
  readonly name: EngineCallName
  readonly context: CallContext
  resolve(result: unknown): void
  reject(error: Error): void
}

/** A process together with the calls that wait for it. */
interface Session {
  readonly process: EngineProcess
  readonly ready: Promise<void>
  readonly pending: Map<number, Pending>
}

export class EngineClient {
  readonly #options: EngineClientOptions
  #session: Session | null = null
  #closed = false
  #lastId = 0

  constructor(options: EngineClientOptions) {
    this.#options = options
  }

  /** Pid of the engine that runs now; null while none does. */
  get pid(): number | null {
    return this.#session?.process.pid ?? null
  }

  /**
   * Calls the engine. A call that is cancelled by its signal still waits until the engine has ended the work.
   * @throws UserError what the engine answered; `engine-stopped` when it ended by itself; a fault where either
   *   side of the channel broke the contract
   */
  async call<N extends EngineCallName>(
    name: N,
    params: EngineCallInput<N>,
    context: CallContext = {},
  ): Promise<EngineCallResult<N>> {
    if (context.signal?.aborted) throw cancelled()
    const checked = engineCalls[name].params.parse(params)
    const session = await this.#readySession()
    if (context.signal?.aborted) throw cancelled()
    const id = ++this.#lastId
    const cancel = () => {
      if (session.pending.has(id) && session.process.connected) session.process.send({ cancel: id })
    }
    try {
      const raw = await new Promise<unknown>((resolve, reject) => {
        session.pending.set(id, { name, context, resolve, reject })
        session.process.send({ id, call: name, params: checked })
        context.signal?.addEventListener('abort', cancel, { once: true })
      })
      const result = engineCalls[name].result.safeParse(raw)
      if (!result.success) {
        throw new Error(`The engine's answer to ${name} broke the contract: ${result.error.message}`)
      }
      markChecked(result.data, engineCalls[name].result)
      return result.data as EngineCallResult<N>
    } finally {
      session.pending.delete(id)
      context.signal?.removeEventListener('abort', cancel)
    }
  }

  /** Ends the engine without asking; waiting calls are rejected with `engine-stopped`. */
  kill(): void {
    this.#session?.process.kill()
  }

  /** Ends the engine: asks, then insists. No call can be made afterwards. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#session?.process.stop(this.#options.stopLimits ?? { ask: 5000, terminate: 2000 })
  }

  async #readySession(): Promise<Session> {
    for (;;) {
      const session = this.#current()
      await session.ready
      if (session.process.connected) return session
      // It has just ended and its last words are still being read; the next one takes the call.
      await session.process.exited
    }
  }

  #current(): Session {
    if (this.#closed) throw new UserError('engine-stopped', 'Cotejo is closing.', { hint: 'Open it again.' })
    this.#session ??= this.#start()
    return this.#session
  }

  #start(): Session {
    const { log, launcher, readyLimit = 60_000 } = this.#options
    const pending: Session['pending'] = new Map()
    let becomeReady!: () => void
    let failToStart!: (error: Error) => void
    const ready = new Promise<void>((resolve, reject) => {
      becomeReady = resolve
      failToStart = reject
    })
    // Without a call that waits, a failed start is only logged.
    ready.catch(() => {})
    const late = setTimeout(() => {
      engine.giveUp(`it was not ready after ${Math.round(readyLimit / 1000)} s`)
    }, readyLimit)

    const engine = new EngineProcess(launcher, {
      frame: (raw) => {
        const frame = engineOutput.safeParse(raw)
        if (!frame.success) return this.#malformed(raw, pending, frame.error.message)
        if ('event' in frame.data && frame.data.event === 'ready') {
          clearTimeout(late)
          becomeReady()
        } else {
          this.#receive(frame.data, pending)
        }
      },
      line: (stream, line) => log.file(`engine ${stream}: ${line}`),
      exit: (exit) => {
        clearTimeout(late)
        this.#ended(exit, pending, failToStart)
      },
    })
    if (engine.pid !== undefined) {
      log.file(`Engine started, process ${engine.pid}.`)
      this.#options.onProcess?.(engine.pid)
    }
    return { process: engine, ready, pending }
  }

  #receive(frame: EngineOutput, pending: Session['pending']): void {
    if ('event' in frame) {
      if (frame.event === 'log') this.#options.log[frame.level](frame.message)
      else if (frame.event !== 'ready') this.#options.onEvent(frame)
      return
    }
    const call = pending.get(frame.id)
    if (call === undefined) return
    if ('progress' in frame) {
      call.context.progress?.(frame.progress)
      return
    }
    pending.delete(frame.id)
    if ('error' in frame) call.reject(fromErrorShape(frame.error))
    else call.resolve(frame.result)
  }

  /** A broken answer ends its call; anything else that cannot be understood is logged and left. */
  #malformed(raw: unknown, pending: Session['pending'], why: string): void {
    this.#options.log.warn(`The engine sent something that is not in the contract: ${why}`)
    const frame = raw as { id?: unknown; progress?: unknown } | null
    if (typeof frame !== 'object' || typeof frame?.id !== 'number' || frame.progress !== undefined) return
    const call = pending.get(frame.id)
    pending.delete(frame.id)
    call?.reject(new Error(`The engine's answer to ${call.name} broke the contract: ${why}`))
  }

  #ended(exit: EngineExit, pending: Session['pending'], failToStart: (error: Error) => void): void {
    this.#session = null
    this.#options.onProcess?.(null)
    if (exit.expected) {
      this.#options.log.file('Engine ended.')
    } else {
      this.#options.log.error(exitReason(exit))
      this.#options.onCrash(exitReason(exit))
    }
    const error = engineStopped(exit)
    failToStart(error)
    const waiting = [...pending.values()]
    pending.clear()
    for (const call of waiting) call.reject(error)
  }
}
