// What a run's curves and figures say about how it went. Rules, not guesses: each finding has its evidence.
import { z } from './zod'

/** In the order in which they are told: what explains the others first. */
export const diagnosisName = z.enum([
  /** The pixels are prepared otherwise than those that the base was trained with. */
  'wrong-scaling',
  /** The loss jumps or rises from the start. */
  'rate-too-high',
  /** The model was brought in: nobody here knows what it has seen. */
  'trained-elsewhere',
  /** Near copies of test pictures are among those trained on. */
  'leakage',
  /** No better than guessing. */
  'no-better-than-chance',
  /** It was still getting better when it ended. */
  'stopped-too-early',
  /** The loss falls evenly and slowly to the end. */
  'rate-too-low',
  /** Not even good on what it trained on. */
  'underfitting',
  /** Better on what it trained on than on new pictures, by more than chance. */
  'overfitting',
  /** Worse on the test pictures than on the validation pictures, by more than chance. */
  'test-differs',
  /** Much better on the test than on the training pictures. */
  'test-too-easy',
  /** The interval of the test accuracy is wide. */
  'test-too-small',
  /** One class does much worse than the rest. */
  'weak-class',
  /** Two classes are taken for each other. */
  'confused-classes',
  /** Surer than it is right. */
  'overconfident',
  /** Nothing stands out. */
  'healthy',
])
export type DiagnosisName = z.infer<typeof diagnosisName>

/** What can be tried. Those with a number in them take it from the evidence. */
export const adviceName = z.enum([
  'own-scaling',
  /** Of a model that was brought in: how its pixels are scaled, which class is which. */
  'check-preparation',
  /** `suggestedRate` */
  'lower-rate',
  /** `suggestedRate` */
  'raise-rate',
  'warm-up',
  /** `suggestedEpochs` */
  'more-epochs',
  /** `suggestedPatience` */
  'more-patience',
  'early-stopping',
  'restore-best',
  'augment',
  'less-augmentation',
  'dropout',
  'less-dropout',
  'transfer',
  'fine-tune',
  'larger-model',
  'larger-size',
  'more-pictures',
  /** `class` */
  'more-of-class',
  'balance',
  'look-at-mistakes',
  'check-labels',
  /** Take the copies out of training, in the dataset's findings. */
  'settle-copies',
  'check-split',
  'folds',
  'more-test-pictures',
  'label-smoothing',
  'calibrate',
  'try-seeds',
])
export type AdviceName = z.infer<typeof adviceName>

export const diagnosis = z.object({
  name: diagnosisName,
  severity: z.enum(['good', 'info', 'warning']),
  /** The values behind it, by name; `diagnosisText` puts them into sentences. */
  evidence: z.record(z.string(), z.union([z.number(), z.string()])),
  /** The most promising first. */
  advice: z.array(adviceName),
  /** In English, for the terminal and for records: what was seen, and what to try. */
  text: z.string(),
})
export type Diagnosis = z.infer<typeof diagnosis>
