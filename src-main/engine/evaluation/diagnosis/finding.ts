// What a rule is: a pure function of what is known of a run.
import {
  type AdviceName,
  type Dataset,
  type Diagnosis,
  type DiagnosisName,
  type Evaluation,
  type Run,
  type RunSummary,
} from '../../../contract'
import { type RunHistory } from './history'

export interface DiagnosisFacts {
  run: Run
  summary: RunSummary
  /** Null where the run was not evaluated: it failed. */
  evaluation: Evaluation | null
  history: RunHistory
  /** The dataset as it is now; null where it is gone. */
  dataset: Dataset | null
  /** Test pictures, by their place in the dataset, with a copy among those trained on; null where nobody knows. */
  copies: readonly number[] | null
}

/** A run that was trained to its end and evaluated. */
export type JudgedFacts = DiagnosisFacts & { evaluation: Evaluation }

export type Evidence = Diagnosis['evidence']

export interface Finding {
  name: DiagnosisName
  severity: Diagnosis['severity']
  evidence: Evidence
  advice: AdviceName[]
}

/** Null where the rule has nothing to say. */
export type Rule = (facts: DiagnosisFacts) => Finding | null

/** A rule about an evaluation; silent where there is none. */
export const ofJudged =
  (rule: (facts: JudgedFacts) => Finding | null): Rule =>
  (facts) =>
    facts.evaluation ? rule({ ...facts, evaluation: facts.evaluation }) : null

/** Advice with what does not apply left out. */
export const advise = (...asked: readonly (AdviceName | false | null | undefined)[]): AdviceName[] =>
  asked.filter((one) => typeof one === 'string')
