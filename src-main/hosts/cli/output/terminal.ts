// The two streams of the command line: results on stdout, everything else on stderr.
import { ansiPaint, noPaint, truncate, wantsColour, type Paint } from './text'

export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface TerminalOptions {
  stdout: Stream
  stderr: Stream
  env: Record<string, string | undefined>
}

const REDRAW_MS = 80
const ERASE_LINE = '\r\x1b[2K'

export class Terminal {
  /** With `--json` people's output is left out: stdout gets one document. */
  json = false
  /** Colours for stdout, and for stderr. */
  readonly paint: Paint
  readonly notePaint: Paint
  readonly live: boolean
  private readonly options: TerminalOptions
  private shown = false
  private lastDraw = 0

  constructor(options: TerminalOptions) {
    this.options = options
    const { stdout, stderr, env } = options
    this.paint = wantsColour(stdout.isTTY === true, env) ? ansiPaint : noPaint
    this.notePaint = wantsColour(stderr.isTTY === true, env) ? ansiPaint : noPaint
    this.live = stderr.isTTY === true && env['TERM'] !== 'dumb'
  }

  /** A line of the result. */
  print(...lines: string[]): void {
    if (this.json) return
    this.clear()
    for (const line of lines) this.options.stdout.write(`${line}\n`)
  }

  /** The one document of `--json`. */
  document(value: unknown): void {
    this.options.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  }

  /** A line beside the result. */
  note(...lines: string[]): void {
    this.clear()
    for (const line of lines) this.options.stderr.write(`${line}\n`)
  }

  get columns(): number {
    return this.options.stderr.columns || 80
  }

  /** Draws the live line over the one before; the last of a fast series may be left out. */
  draw(text: string, always = false): void {
    if (!this.live) return
    const now = performance.now()
    if (!always && now - this.lastDraw < REDRAW_MS) return
    this.lastDraw = now
    this.options.stderr.write(`${ERASE_LINE}${truncate(text, this.columns - 1)}`)
    this.shown = true
  }

  /** Takes the live line away. */
  clear(): void {
    if (this.shown) this.options.stderr.write(ERASE_LINE)
    this.shown = false
    this.lastDraw = 0
  }
}
