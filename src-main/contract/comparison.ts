// A comparison: runs laid side by side, with what the difference between them is worth.
import { z } from './zod'
import { count, id, seed } from './common'
import { diagnosis } from './diagnosis'
import { cost } from './cost'
import { figureName, figures } from './figures'
import { evaluation, interval, run, runSummary, setMetrics } from './run'

/** Two runs on the same test images. */
export const pairComparison = z.object({
  a: id,
  b: id,
  /** Test accuracy of a minus that of b. */
  difference: z.number(),
  /** 95 %, of this pair alone (Bonett and Price 2012); null if the test images differ. */
  differenceInterval: interval.nullable(),
  /** Images that only a, only b got right. */
  onlyA: count,
  onlyB: count,
  /** McNemar's test, exact (binomial) where there are fewer than 25 discordant images; null if the test images differ. */
  mcnemar: z.object({ p: z.number(), method: z.enum(['exact', 'chi-squared']) }).nullable(),
  /** McNemar's p, adjusted by Holm's method for all pairs of the comparison; null if the test images differ. */
  holm: z.number().nullable(),
  /** True where `holm` < 0.05. */
  decided: z.boolean(),
})
export type PairComparison = z.infer<typeof pairComparison>

/** A figure over several seeds. */
export const figureSpread = z.object({
  mean: z.number(),
  /** Sample standard deviation (divided by n − 1); null of one seed. */
  deviation: z.number().nullable(),
  /** 95 %. See `over` of the entry. */
  interval: interval.nullable(),
})
export type FigureSpread = z.infer<typeof figureSpread>

/**
 * Runs that differ in nothing but their seed, as one entry; a run without such company is an entry of its own.
 * Where the same seed was run twice, the second run begins another entry: it says nothing new.
 */
export const comparisonEntry = z.object({
  /** No other entry is called the same. */
  name: z.string(),
  /** In the order of their seeds; `seeds` is equally long. */
  runs: z.array(id).min(1),
  seeds: z.array(seed),
  /** How many of them have been evaluated: what the figures are of. */
  evaluated: count,
  /**
   * What the intervals are over. `seeds`: where the mean of ever more seeds would lie, on these test images (Student's
   * t; null where all seeds came to the very same). `images`: of one seed, where the figure of this very model would
   * lie on ever more images. Null before any run was evaluated.
   */
  over: z.enum(['seeds', 'images']).nullable(),
  /** Of the test accuracy; null before any run was evaluated. */
  mean: z.number().nullable(),
  deviation: z.number().nullable(),
  interval: interval.nullable(),
  /**
   * 95 % of the test accuracy over seeds and images together: what to expect of another seed's model on other images.
   * Of one seed the same as `interval`.
   */
  total: interval.nullable(),
  /** Of every figure that all evaluated runs have. */
  figures: z.partialRecord(figureName, figureSpread),
  /** 1 + the entries that are decidedly better (Holm): entries that cannot be told apart share it. */
  rank: count.nullable(),
})
export type ComparisonEntry = z.infer<typeof comparisonEntry>

/** Two entries, by their places in `entries`. `a` is the one with the higher mean. */
export const entryPair = z.object({
  a: count,
  b: count,
  /** Mean test accuracy of a minus that of b. */
  difference: z.number(),
  differenceInterval: interval.nullable(),
  /**
   * Of one seed each, McNemar's test. Else what the difference is against the luck of seeds and of images together
   * (`crossed`, docs/decisions/0015); where one of the two has one seed alone, against that of images (`images`).
   * Null if the test images differ.
   */
  test: z.object({ p: z.number(), method: z.enum(['exact', 'chi-squared', 'crossed', 'images']) }).nullable(),
  /** Adjusted by Holm's method for all pairs of entries. */
  holm: z.number().nullable(),
  /** True where `holm` < 0.05. */
  decided: z.boolean(),
})
export type EntryPair = z.infer<typeof entryPair>

/** What was the same and what differed, by name. `matters` marks a difference that makes the comparison unfair. */
export const condition = z.object({
  name: z.enum([
    'dataset',
    'split',
    'seed',
    'size',
    'preprocessing',
    /** Whether a model was trained here, or brought in: then it may have seen the test pictures. */
    'origin',
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
  /**
   * The best run of the best entry, and that of the one it is held against: in a tie the best one that it cannot be
   * told apart from, else the second.
   */
  best: id.nullable(),
  second: id.nullable(),
  /** The same two as places in `entries`. */
  bestEntry: count.nullable(),
  secondEntry: count.nullable(),
  /** Places in `entries` of all that the test images cannot tell from the best; empty where there are none. */
  tied: z.array(count),
  /** Mean test accuracy of the best entry minus that of the other. */
  difference: z.number().nullable(),
  /** Of the two; adjusted by Holm's method where there are more entries than two. */
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

/**
 * What a run is worth. Figures are null until it was evaluated (in a comparison also where its probabilities are damaged
 * or gone); a diagnosis can be made before.
 */
export const runFigures = z.object({
  figures: figures.nullable(),
  cost: cost.nullable(),
  diagnosis: z.array(diagnosis),
})
export type RunFigures = z.infer<typeof runFigures>

/** What was asked of a run, without the names of its classes: its evaluation has them. */
export const askedRun = run.omit({ labels: true })
export type AskedRun = z.infer<typeof askedRun>

export const comparedRun = runSummary.extend({
  /** What `conditions` are made from; the interface says them in the user's language. */
  asked: askedRun,
  interval: interval.nullable(),
  epochsHistory: z.array(epochPoint),
  evaluation: evaluation.omit({ predictions: true }).nullable(),
  ...runFigures.shape,
})
export type ComparedRun = z.infer<typeof comparedRun>

export const comparison = z.object({
  runs: z.array(comparedRun),
  pairs: z.array(pairComparison),
  /** The best first; those without an evaluated run last. */
  entries: z.array(comparisonEntry),
  entryPairs: z.array(entryPair),
  /** Are all evaluated runs equally good? Null of fewer than three, or where the test images differ. */
  cochran: z.object({ q: z.number(), df: count, p: z.number() }).nullable(),
  conditions: z.array(condition),
  verdict,
})
export type Comparison = z.infer<typeof comparison>
