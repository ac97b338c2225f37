// What the handlers work with.
import type { DatasetStore } from './data/store'
import type { Importer } from './data/import'
import type { EngineClient } from './engine-client/client'
import type { Emit } from './events'
import type { Downloads } from './exports'
import type { Library } from './library/open'
import type { RunQueue } from './runs/queue'
import type { RunStore } from './runs/store'
import type { AppOptions, Logger } from './types'
import type { UploadStore } from './uploads/store'

export interface Services {
  readonly options: AppOptions
  readonly library: Library
  readonly engine: EngineClient
  readonly datasets: DatasetStore
  readonly importer: Importer
  readonly uploads: UploadStore
  readonly runs: RunStore
  readonly queue: RunQueue
  readonly downloads: Downloads
  readonly emit: Emit
  readonly log: Logger
  /** What the engine said that it computes with; null before. */
  backend(): string | null
}
