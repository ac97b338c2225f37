// One engine process: started, spoken to in frames, asked to stop. Knows no calls, only frames.
import { spawn, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { UserError, type EngineInput } from '../../contract'
import type { EngineLauncher } from '../types'
import { engineEnvironment } from './environment'
import type { EngineExit } from './exit'
import { eachLine, LastLines } from './lines'

export interface StopLimits {
  /** How long the engine may take to end when asked, in ms. */
  readonly ask: number
  /** How long after SIGTERM, in ms. */
  readonly terminate: number
}

export interface EngineProcessEvents {
  frame(raw: unknown): void
  line(stream: 'stdout' | 'stderr', line: string): void
  /** Called once, when the process has ended and all that it printed was read. */
  exit(exit: EngineExit): void
}

/**
 * Training takes all cores; whatever a person does meanwhile, in Cotejo or elsewhere, goes first. “Below normal” on
 * Windows; on other systems a fifth of the processor where something else wants it, and all of it otherwise.
 */
const PRIORITY = 7

function giveWay(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, PRIORITY)
  } catch {
    // It has ended already, or the system does not let us.
  }
}

export class EngineProcess {
  readonly #child: ChildProcess
  readonly #stderr = new LastLines()
  /** Resolves after the exit event. */
  readonly exited: Promise<void>
  #stopping: Promise<void> | null = null
  #startError: string | undefined

  constructor(launcher: EngineLauncher, events: EngineProcessEvents) {
    const child = spawn(launcher.node, [launcher.program], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'json',
      env: engineEnvironment(process.env, launcher.env),
      windowsHide: true,
    })
    this.#child = child
    giveWay(child.pid)
    child.on('message', (raw) => events.frame(raw))
    eachLine(child.stdout!, (line) => events.line('stdout', line))
    eachLine(child.stderr!, (line) => {
      this.#stderr.add(line)
      events.line('stderr', line)
    })
    this.exited = new Promise((resolve) => {
      let ended = false
      const end = (code: number | null, signal: NodeJS.Signals | null) => {
        if (ended) return
        ended = true
        events.exit({
          code,
          signal,
          expected: this.#stopping !== null,
          lines: this.#stderr.all,
          ...(this.#startError !== undefined && { startError: this.#startError }),
        })
        resolve()
      }
      child.on('close', end)
      // A grandchild may hold the pipes open: the process's own end is enough, a moment later.
      child.on('exit', (code, signal) => setTimeout(() => end(code, signal), 500).unref())
      child.on('error', (error) => {
        if (child.pid === undefined) {
          this.#startError = error.message
          end(null, null)
        }
      })
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Can frames still be sent? */
  get connected(): boolean {
    return this.#child.connected
  }

  /** @throws UserError `engine-stopped` where the channel is closed; the exit event says why */
  send(frame: EngineInput): void {
    if (!this.#child.connected) {
      throw new UserError('engine-stopped', 'The engine has stopped.', { hint: 'Try again.' })
    }
    // Errors of the channel end in the exit event, which settles every pending call.
    this.#child.send(frame, () => {})
  }

  /** Ends it because it did not start properly. */
  giveUp(why: string): void {
    this.#startError = why
    this.kill()
  }

  /** Ends it at once. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** Asks it to stop, then insists. Resolves when the process has ended. */
  stop(limits: StopLimits): Promise<void> {
    this.#stopping ??= this.#stop(limits)
    return this.#stopping
  }

  async #stop(limits: StopLimits): Promise<void> {
    // `stopping` must be set before anything can end the process.
    await Promise.resolve()
    if (this.#child.connected) this.#child.send({ stop: true } satisfies EngineInput, () => {})
    const timers = [
      setTimeout(() => this.#child.kill('SIGTERM'), limits.ask),
      setTimeout(() => this.#child.kill('SIGKILL'), limits.ask + limits.terminate),
    ]
    await this.exited
    timers.forEach(clearTimeout)
  }
}
