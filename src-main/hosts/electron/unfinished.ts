// Which runs were in progress, on disk: what a quit, a crash or a power cut ended can be offered again at the next
// start. The runs' own records are whole either way; this file only says that nobody meant them to end.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { id } from '../../contract'

const shape = z.object({ version: z.literal(1), library: z.string().max(4096), runs: z.array(id).max(1000) })

export class Unfinished {
  #frozen = false
  #last = ''

  /**
   * @param file where it is kept
   * @param library the runs' library: those of another one are not offered
   */
  constructor(
    readonly file: string,
    readonly library: string,
  ) {}

  /** The runs of last time; the file starts anew. */
  take(): string[] {
    try {
      const { library, runs } = shape.parse(JSON.parse(readFileSync(this.file, 'utf8')))
      return library === this.library ? runs : []
    } catch {
      return []
    } finally {
      this.#write([])
    }
  }

  /** Written at once and whole: the next moment may be the program's last. */
  keep(runs: readonly string[]): void {
    if (!this.#frozen) this.#write(runs)
  }

  /** The program quits: runs that end from now on do so because of that. */
  freeze(): void {
    this.#frozen = true
  }

  #write(runs: readonly string[]): void {
    const text = JSON.stringify({ version: 1, library: this.library, runs: runs.slice(0, 1000) })
    if (text === this.#last) return
    this.#last = text
    try {
      if (runs.length === 0) return rmSync(this.file, { force: true })
      mkdirSync(dirname(this.file), { recursive: true })
      writeFileSync(`${this.file}.tmp`, text)
      renameSync(`${this.file}.tmp`, this.file)
    } catch {
      // Nothing is offered then; the runs are still in their list.
    }
  }
}
