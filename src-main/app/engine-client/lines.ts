// What the engine prints, line by line, with the last lines kept for the reason of a crash.
import type { Readable } from 'node:stream'

const LONGEST = 2000

export class LastLines {
  readonly #lines: string[] = []
  readonly #limit: number

  constructor(limit = 40) {
    this.#limit = limit
  }

  add(line: string): void {
    this.#lines.push(line)
    if (this.#lines.length > this.#limit) this.#lines.shift()
  }

  get all(): readonly string[] {
    return this.#lines
  }
}

/** Calls `onLine` for each line that is not empty; very long lines come in pieces. */
export function eachLine(stream: Readable, onLine: (line: string) => void): void {
  let rest = ''
  const say = (line: string) => {
    const trimmed = line.trimEnd()
    if (trimmed !== '') onLine(trimmed)
  }
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    parts.forEach(say)
    if (rest.length > LONGEST) {
      say(rest)
      rest = ''
    }
  })
  stream.on('end', () => {
    say(rest)
    rest = ''
  })
  stream.on('error', () => {})
}
