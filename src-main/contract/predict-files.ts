// What the models of one run or several say about many pictures: files and whole folders, into a table.
import { z } from './zod'
import { count, id, path } from './common'

/** Files and folders on the engine's machine, or what a browser sent before. */
export const filesSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paths'), paths: z.array(path).min(1).max(10_000) }),
  z.object({ kind: z.literal('upload'), upload: z.string().regex(/^[a-z0-9]{8,64}$/) }),
])
export type FilesSource = z.infer<typeof filesSource>

/** Rows and failures that an answer holds at most; the table has all. */
export const MOST_SHOWN_ROWS = 500

export const filesPredictions = z.object({
  /** In the order asked for. */
  runs: z.array(
    z.object({
      run: id,
      name: z.string(),
      labels: z.array(z.string()),
      /** Pictures that were taken for each class. */
      counts: z.array(count),
    }),
  ),
  /** Pictures that were classified. */
  count,
  /** Of several runs, the pictures that all of them took for the same class (by its name). */
  agreed: count,
  failedCount: count,
  /** The first pictures, by name; `said` has one entry a run. */
  rows: z.array(
    z.object({
      file: z.string(),
      said: z.array(z.object({ label: z.string(), confidence: z.number() })),
    }),
  ),
  /** The first files that could not be read. */
  failed: z.array(z.object({ file: z.string(), message: z.string() })),
  /** The table's path, where one was given; else the table itself. */
  out: z.string().nullable(),
  csv: z.string().nullable(),
})
export type FilesPredictions = z.infer<typeof filesPredictions>
