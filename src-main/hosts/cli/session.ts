// One command's life: opens app, hands it to the work with a signal and progress, closes it whatever happens.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { App, CallContext } from '../../app/types'
import { toErrorShape, type CallInput, type CallName, type CallResult, type ErrorShape } from '../../contract'
import type { HostApp, HostOptions } from '../shared/open-host'
import { progressReporter } from './output/progress'
import type { Terminal } from './output/terminal'

export interface CliHost {
  terminal: Terminal
  /** Folder of the built programs. */
  out: string
  /** What relative paths are relative to. */
  cwd: string
  env: Record<string, string | undefined>
  open(options: HostOptions): Promise<HostApp>
  /** Runs the listener on Ctrl-C; @returns how to stop listening */
  onInterrupt(listener: () => void): () => void
  /** Leaves at once. */
  exit(code: number): void
}

export interface GlobalOptions {
  library?: string
  json?: boolean
}

export const EXIT = { done: 0, userError: 1, usage: 2, cancelled: 130 } as const

export interface Work {
  app: App
  terminal: Terminal
  signal: AbortSignal
  /** A call that shows its progress and ends on Ctrl-C. */
  call<N extends CallName>(name: N, params: CallInput<N>): Promise<CallResult<N>>
}

export class CliSession {
  /** What the last command ended with. */
  exitCode: number = EXIT.done

  constructor(readonly host: CliHost) {}

  /** The options of the whole program, wherever they stood. */
  globals(command: Command): GlobalOptions {
    const options = command.optsWithGlobals<GlobalOptions>()
    this.host.terminal.json = options.json === true
    return options
  }

  /**
   * Runs `work` on the library that the command names.
   * @param options.readOnly works beside another process that has the library open
   */
  async run(
    command: Command,
    options: { readOnly?: boolean; library?: string },
    work: (work: Work) => Promise<void>,
  ): Promise<void> {
    const { terminal } = this.host
    const given = this.globals(command).library
    const library = given === undefined ? options.library : resolve(this.host.cwd, given)
    let opened: HostApp | undefined
    const control = new AbortController()
    const stop = this.listen(control)
    try {
      opened = await this.host.open({
        host: 'cli',
        out: this.host.out,
        ...(library === undefined ? {} : { library }),
        ...(options.readOnly ? { readOnly: true } : {}),
      })
      const { app } = opened
      const call: Work['call'] = async (name, params) => {
        const context: CallContext = { signal: control.signal, progress: progressReporter(terminal) }
        try {
          return await app.call(name, params, context)
        } finally {
          terminal.clear()
        }
      }
      await work({ app, terminal, signal: control.signal, call })
    } catch (thrown) {
      this.report(toErrorShape(thrown), opened)
      if (opened && toErrorShape(thrown).code === 'fault') opened.log.fault(thrown)
    } finally {
      await opened?.app.close().catch((error: unknown) => opened?.log.fault(error))
      stop()
    }
  }

  /** One clear line and a hint on stderr; with `--json` the document is the error. */
  report(error: ErrorShape, opened?: HostApp): void {
    const { terminal } = this.host
    const paint = terminal.notePaint
    this.exitCode = error.code === 'cancelled' ? EXIT.cancelled : EXIT.userError
    terminal.note(error.code === 'cancelled' ? error.message : `${paint('red', 'Error:')} ${error.message}`)
    if (error.code === 'fault' && opened)
      terminal.note(`This is a fault in Cotejo. Its log: ${opened.log.file}`)
    else if (error.hint) terminal.note(paint('dim', error.hint))
    if (terminal.json) terminal.document({ error })
  }

  /** The first Ctrl-C asks the work to end, the second ends the program. */
  private listen(control: AbortController): () => void {
    return this.host.onInterrupt(() => {
      if (control.signal.aborted) {
        this.host.terminal.clear()
        return this.host.exit(EXIT.cancelled)
      }
      this.host.terminal.note('Cancelling… (Ctrl-C again to leave at once)')
      control.abort()
    })
  }
}
