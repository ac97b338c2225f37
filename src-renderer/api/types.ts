// The one seam between the interface and the main side: what every screen may ask, whichever host it runs in.
import {
  type AppEvent,
  type CallFrame,
  type CallInput,
  type CallName,
  type CallResult,
  type Progress,
  type ShellCommand,
} from '../../src-main/contract'

export interface CallOptions {
  /** Ends the call on the main side too. */
  signal?: AbortSignal
  onProgress?: (now: Progress) => void
}

/** A file to send before it is imported; `path` is relative to the dropped folder, with forward slashes. */
export interface UploadFile {
  path: string
  file: File
}

export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused'

export interface Api {
  readonly host: 'electron' | 'web'
  call<N extends CallName>(name: N, params: CallInput<N>, options?: CallOptions): Promise<CallResult<N>>
  /** @returns a function that ends the listening */
  listen(listener: (event: AppEvent) => void): () => void
  /** Called at once with the present state, and whenever it changes. */
  watchConnection(listener: (state: ConnectionState) => void): () => void
  thumbnailUrl(dataset: string, index: number, side?: number): string
  /** A folder dialog of the system; null where the host has none (the browser chooses files itself). */
  chooseFolder: (() => Promise<string | null>) | null
  chooseFiles: ((options?: FileChoice) => Promise<string[]>) | null
  openFolder: ((path: string) => void) | null
  /** Paths of dropped files on the engine's machine; null where they must be sent instead. */
  pathsForFiles: ((files: readonly File[]) => string[]) | null
  /** Sends files and returns the name of the upload; null where paths are used instead. */
  upload: ((files: readonly UploadFile[], options?: CallOptions) => Promise<string>) | null
  /**
   * Address of an export made for download: all of it as a .zip, or, by its ending, the only file that it is. Null
   * where exports go to a folder.
   */
  downloadUrl: ((token: string, ending?: string) => string) | null
  /** What only the desktop app has: its menu asks for things, and speaks the page's language. */
  readonly shell?: Shell
}

export interface Shell {
  onCommand(listener: (command: ShellCommand) => void): void
  setLanguage(language: string): void
}

export interface FileChoice {
  title?: string
  extensions?: string[]
  multiple?: boolean
}

/** What the preload of the desktop app exposes as `window.cotejo`. */
export interface Bridge {
  call(frame: CallFrame): void
  onReply(listener: (frame: unknown) => void): void
  onEvent(listener: (event: unknown) => void): void
  chooseFolder(): Promise<string | null>
  chooseFiles(options?: FileChoice): Promise<string[]>
  pathForFile(file: File): string
  openFolder(path: string): void
  onCommand(listener: (command: unknown) => void): void
  setLanguage(language: string): void
}
