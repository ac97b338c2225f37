// What the hosts know of app: one object to call, listen to and close.
import type { AppEvent, CallInput, CallName, CallResult, Progress } from '../contract'

export interface CallContext {
  signal?: AbortSignal
  progress?: (now: Progress) => void
}

/** Starts an engine process. Each host knows where its Node and the built engine are. */
export interface EngineLauncher {
  /** Absolute path of a Node executable (not Electron's). */
  readonly node: string
  /** Absolute path of the built engine/main. */
  readonly program: string
  readonly env?: Record<string, string>
}

export interface Logger {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export interface AppOptions {
  /** The library's folder; made if missing. */
  library: string
  /** Engine packs are shared by all libraries of a user. */
  packs: string
  host: 'electron' | 'serve' | 'cli'
  engine: EngineLauncher
  log: Logger
  /** The file that `log` writes to, where there is one: its last lines go into diagnostics. */
  logFile?: string
  /** Commands that only read work on a library that another process has open. */
  readOnly?: boolean
}

/** Files that a browser sends before it imports them. */
export interface Uploads {
  /** A new, empty upload; its name goes into `data.import`'s source. */
  begin(): Promise<string>
  /** Stores one file. `relativePath` comes from outside and is checked: no absolute path, no `..`, no device names. */
  write(upload: string, relativePath: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  discard(upload: string): Promise<void>
}

export interface App {
  /** Validates parameters, does the call, validates the result. Throws UserError. */
  call<N extends CallName>(name: N, params: CallInput<N>, context?: CallContext): Promise<CallResult<N>>
  /** @returns a function that ends the listening */
  listen(listener: (event: AppEvent) => void): () => void
  readonly uploads: Uploads
  /** The folder of an export that was made for download, by its token; null when unknown. */
  downloadFolder(token: string): string | null
  /** Cancels what runs, ends the engine, frees the library. */
  close(): Promise<void>
}
