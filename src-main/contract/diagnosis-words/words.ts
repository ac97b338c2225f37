// What a language needs to tell findings. `{name}` is a value of the evidence, `{count|picture|pictures}` a number with
// the word that it counts. A sentence whose values are not all there is left out.
import { type AdviceName, type DiagnosisName } from '../diagnosis'

/** Sentences one after the other; of findings that come in variants, those of each. */
type Sentences = readonly string[] | Readonly<Record<string, readonly string[]>>

export interface DiagnosisWords {
  titles: Readonly<Record<DiagnosisName, string>>
  seen: Readonly<Record<DiagnosisName, Sentences>>
  /** Behind what was seen in a cross-validation. */
  folds: string
  /** The first one whose values are there. */
  advice: Readonly<Record<AdviceName, readonly string[]>>
  /** Before what to try, where it stands in one line. */
  tryThis: string
}
