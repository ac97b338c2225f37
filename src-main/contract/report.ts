// What an import found out about the pictures: report.json, and the decisions that a person takes on it.
import { z } from './zod'
import { count, splitName, timestamp } from './common'

/** A file that was not taken, and why. */
export const skippedFile = z.object({
  /** Path relative to the imported folder. */
  file: z.string(),
  reason: z.enum([
    'empty',
    'not-an-image',
    'corrupt',
    'unreadable',
    'too-large',
    'unsupported',
    'vanished',
    'changed',
    'link-outside',
    'link-broken',
    'too-deep',
    'not-a-file',
    'outside-classes',
    'not-in-table',
    'already-there',
    'hidden',
  ]),
  message: z.string().optional(),
})
export type SkippedFile = z.infer<typeof skippedFile>

/** What can be found. One finding of a kind at most; `findingKinds` is also the order in which they are listed. */
export const findingKinds = [
  // Files that were not taken, by reason.
  'corrupt',
  'not-an-image',
  'empty',
  'unsupported',
  'too-large',
  'unreadable',
  'vanished',
  'changed',
  'link-outside',
  'link-broken',
  'too-deep',
  'not-a-file',
  'outside-classes',
  'not-in-table',
  'already-there',
  'hidden',
  // Pictures that are there more than once.
  'leakage',
  'label-conflict',
  'duplicate',
  'near-duplicate',
  // The set as a whole.
  'empty-class',
  'class-without-test',
  'class-without-validation',
  'few-images',
  'imbalance',
  'folder-ignored',
  'test-drawn',
  'missing-file',
  'unverified',
  // Pictures that were taken and stand out.
  'tiny',
  'aspect-outlier',
  'dark',
  'bright',
  // Pictures that were repaired on the way.
  'wrong-extension',
  'exif-rotated',
  'converted',
  'first-frame',
] as const
export const findingKind = z.enum(findingKinds)
export type FindingKind = z.infer<typeof findingKind>

/** A file that a finding is about. */
export const findingFile = z.object({
  file: z.string(),
  /** Its place in the dataset; null for a file that was not taken. */
  index: count.nullable(),
  label: count.optional(),
  split: splitName.optional(),
  /** More about this one, an English half-sentence: `CMYK`, `12 × 9 pixels`, `this is a JPEG`. */
  note: z.string().optional(),
  /** The number behind it, where there is one: orientation, brightness 0…255, width / height, shorter side. */
  value: z.number().optional(),
})
export type FindingFile = z.infer<typeof findingFile>

/** Pictures that show the same thing. */
export const findingGroup = z.object({
  files: z.array(findingFile).min(2),
  /** Byte for byte. */
  exact: z.boolean(),
  /** Correlation of the two least alike that were linked, 0…1; 1 for exact copies. */
  similarity: z.number().min(0).max(1),
})
export type FindingGroup = z.infer<typeof findingGroup>

export const finding = z.object({
  kind: findingKind,
  severity: z.enum(['info', 'warning', 'error']),
  /** Files, or classes where it is about classes; exact also where the lists were cut. */
  count,
  /** One English sentence. */
  message: z.string(),
  /** The values in the message, by name. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Every file that it concerns, at most `FINDING_LIMIT`. */
  files: z.array(findingFile),
  /** Which of them belong together: for duplicates, conflicts and leakage. */
  groups: z.array(findingGroup).optional(),
  /** Names of the classes, where it is about classes. */
  classes: z.array(z.string()).optional(),
  /** How many files are still unsettled after the decisions taken since; filled in by `data.report` and `data.get`. */
  open: count.optional(),
})
export type Finding = z.infer<typeof finding>

/** How many pictures lie between one edge and the next: one edge more than counts. What lies beyond is at the ends. */
export const histogram = z.object({ edges: z.array(z.number()).min(2), counts: z.array(count).min(1) })
export type Histogram = z.infer<typeof histogram>

/** The pictures at a glance, as they were when they were imported. */
export const spread = z.object({
  /** Shorter side in pixels, as stored; edges grow by a factor of √2. */
  side: histogram,
  /** Width / height once upright; edges grow by a factor. */
  aspect: histogram,
  /** Mean luminance, 0…255. */
  brightness: histogram,
})
export type Spread = z.infer<typeof spread>

/** Files listed in one finding at most. */
export const FINDING_LIMIT = 10_000

/** report.json */
export const importReport = z.object({
  version: z.literal(2),
  /** `total` counts every file below the folder; total = used + skipped. */
  files: z.object({ total: count, used: count, skipped: count }),
  findings: z.array(finding),
  /** Left out where nothing is known of the originals. */
  spread: spread.optional(),
  /** The files that were not taken, one line each; at most `FINDING_LIMIT`. Hidden ones are only among the findings. */
  skipped: z.array(skippedFile),
  /** Classes found without a usable image. */
  emptyClasses: z.array(z.string()),
  /** The findings about the whole set and about copies as English sentences, for a terminal. */
  warnings: z.array(z.string()),
  seconds: z.number(),
})
export type ImportReport = z.infer<typeof importReport>

/** What a person decided about one picture. `keep` says that it was looked at and is right as it is. */
export const decision = z.object({
  /** Place in the dataset. */
  index: count,
  action: z.enum(['leave-out', 'keep', 'relabel']),
  /** The class that it belongs to, with `relabel`. */
  label: count.optional(),
})
export type Decision = z.infer<typeof decision>

/** What was decided at once; undone at once. */
export const decisionStep = z.object({ at: timestamp, decisions: z.array(decision).min(1) })
export type DecisionStep = z.infer<typeof decisionStep>

/** decisions.json. The last decision about a picture counts. */
export const decisionsFile = z.object({
  version: z.literal(1),
  /** The dataset's hash without any decision. */
  base: z.string(),
  steps: z.array(decisionStep),
})
export type DecisionsFile = z.infer<typeof decisionsFile>

/** The last decision about each picture, by its place in the dataset. */
export function lastDecisions(steps: readonly DecisionStep[]): Map<number, Decision> {
  const last = new Map<number, Decision>()
  for (const { decisions } of steps) for (const one of decisions) last.set(one.index, one)
  return last
}
