// What a run's curves and figures say about how it went. Rules, not guesses: each finding has its evidence.
import { z } from './zod'

export const diagnosisName = z.enum([
  /** Better on what it trained on than on new pictures, by more than chance. */
  'overfitting',
  /** Not even good on what it trained on. */
  'underfitting',
  /** The loss jumps or rises from the start. */
  'rate-too-high',
  /** The loss falls evenly and slowly to the end. */
  'rate-too-low',
  /** It was still getting better when it ended. */
  'stopped-too-early',
  /** The interval of the test accuracy is wide. */
  'test-too-small',
  /** Near copies of test pictures are among those trained on. */
  'leakage',
  /** Much better on the test than on the training pictures. */
  'test-too-easy',
  /** One class does much worse than the rest. */
  'weak-class',
  /** Two classes are taken for each other. */
  'confused-classes',
  /** No better than always saying the largest class. */
  'no-better-than-chance',
  /** Surer than it is right. */
  'overconfident',
  /** Nothing stands out. */
  'healthy',
])
export type DiagnosisName = z.infer<typeof diagnosisName>

export const diagnosis = z.object({
  name: diagnosisName,
  severity: z.enum(['good', 'info', 'warning']),
  /** The numbers behind it, by name; the interface puts them into its sentences. */
  evidence: z.record(z.string(), z.union([z.number(), z.string()])),
  /** What to try, keys that the interface translates; the most promising first. */
  advice: z.array(z.string()),
  /** In English, for the terminal and for records: what was seen, and what to try. */
  text: z.string(),
})
export type Diagnosis = z.infer<typeof diagnosis>
