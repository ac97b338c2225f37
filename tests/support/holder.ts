// Starts hold-library.ts as a real second process.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { CallInput, CallName, ErrorShape } from '../../src-main/contract'
import { fakeEngine } from './app'

export type Word = Record<string, unknown> & { failed?: ErrorShape }

export class Holder {
  readonly process: ChildProcess
  readonly words: Word[] = []
  #wake = () => {}

  constructor(program: string, library: string) {
    this.process = fork(program, [library, fakeEngine], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    })
    this.process.on('message', (word) => {
      this.words.push(word as Word)
      this.#wake()
    })
  }

  /** The first thing that it said that passes, now or later. */
  async said(test: (word: Word) => boolean): Promise<Word> {
    for (;;) {
      const found = this.words.find(test)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  opened = () => this.said((word) => 'opened' in word || 'failed' in word)

  call<N extends CallName>(call: N, params: CallInput<N>): void {
    this.process.send({ call, params })
  }

  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = once(this.process, 'exit')
    this.process.kill('SIGKILL')
    await gone
  }

  async close(): Promise<void> {
    const gone = once(this.process, 'exit')
    this.process.send({ close: true })
    await gone
  }
}
