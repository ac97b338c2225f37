// A comparison: runs laid side by side, with what the difference between them is worth.
import { z } from './zod'
import { count, id } from './common'
import { evaluation, interval, runSummary, setMetrics } from './run'

/** Two runs on the same test images. */
export const pairComparison = z.object({
  a: id,
  b: id,
  /** Test accuracy of a minus that of b. */
  difference: z.number(),
  /** Images that only a, only b got right. */
  onlyA: count,
  onlyB: count,
  /** McNemar's test, exact (binomial) where there are fewer than 25 discordant images; null if the test images differ. */
  mcnemar: z.object({ p: z.number(), method: z.enum(['exact', 'chi-squared']) }).nullable(),
  /** True where p < 0.05. */
  decided: z.boolean(),
})
export type PairComparison = z.infer<typeof pairComparison>

/** What was the same and what differed, by name. `matters` marks a difference that makes the comparison unfair. */
export const condition = z.object({
  name: z.enum([
    'dataset',
    'split',
    'seed',
    'size',
    'preprocessing',
    'plan',
    'epochs',
    'batch',
    'augmentation',
    'backend',
    'model',
  ]),
  same: z.boolean(),
  values: z.array(z.string()),
  matters: z.boolean(),
})
export type Condition = z.infer<typeof condition>

export const verdict = z.object({
  kind: z.enum(['better', 'tie', 'unfair', 'single']),
  /** The run with the highest test accuracy. */
  best: id.nullable(),
  second: id.nullable(),
  difference: z.number().nullable(),
  p: z.number().nullable(),
  testCount: count.nullable(),
  /** Test images that would show a difference such as the observed one (80 % power), in a tie; null where none can. */
  needed: count.nullable(),
  /** In English, for the terminal; the interface says it in the user's language from the fields. */
  text: z.string(),
})
export type Verdict = z.infer<typeof verdict>

export const epochPoint = z.object({
  epoch: count,
  train: setMetrics,
  validation: setMetrics.nullable(),
  seconds: z.number(),
})

export const comparedRun = runSummary.extend({
  interval: interval.nullable(),
  epochsHistory: z.array(epochPoint),
  evaluation: evaluation.omit({ predictions: true }).nullable(),
})
export type ComparedRun = z.infer<typeof comparedRun>

export const comparison = z.object({
  runs: z.array(comparedRun),
  pairs: z.array(pairComparison),
  conditions: z.array(condition),
  verdict,
})
export type Comparison = z.infer<typeof comparison>
