// What a model card says, as plain values: model-card.json, what formats carry in their metadata, and what
// MODEL-CARD.md is written from. Sections are those of Mitchell et al. 2019 (Model Cards for Model Reporting,
// arXiv:1810.03993).
import {
  type Dataset,
  type DiagnosisName,
  type ExportCheck,
  type ExportFormat,
  type Figure,
  type FigureName,
  type Finding,
  type UsedBase,
} from '../../../contract'

export interface CardData {
  readonly name: string
  /** What kind of pictures: a folder, CIFAR-10, drawn by Cotejo; null where the dataset is not in the library any more. */
  readonly kind: Dataset['kind'] | null
  /** SHA-256 of labels, split and pictures. */
  readonly hash: string
  /** Counts and findings are of the very data that the model was trained on: nothing was changed since. */
  readonly same: boolean
  readonly split: Dataset['split'] | null
  readonly images: Dataset['images'] | null
  readonly classes: Dataset['classes'] | null
  readonly decided: Dataset['decided'] | null
  /** What import found, the worst first. */
  readonly findings: readonly Pick<Finding, 'kind' | 'severity' | 'count' | 'message'>[]
}

export interface CardClass {
  readonly name: string
  /** Test pictures. */
  readonly count: number
  readonly precision: Figure
  readonly recall: Figure
  readonly f1: Figure
}

export interface CardResults {
  /** `folds`: every picture was tested once, by a model that had not seen it; the model here was trained on all. */
  readonly testedBy: 'test' | 'folds'
  /** It was trained elsewhere, and may have seen the test pictures. */
  readonly elsewhere: boolean
  readonly count: number
  readonly figures: Partial<Record<FigureName, Figure>>
  readonly classes: readonly CardClass[]
  /** Mean confidence minus accuracy. */
  readonly overconfidence: number | null
  /** What logits would have to be divided by (temperature scaling). */
  readonly temperature: number | null
}

export interface CardTraining {
  /** "MobileNetV2 1.0, pretrained on ImageNet-1k" */
  readonly model: string
  /** Name and value of each setting, in words. */
  readonly settings: readonly (readonly [name: string, value: string])[]
  readonly seed: number
  readonly folds: number | null
  /** ISO 8601. */
  readonly created: string
  /** Where it was trained; null where nobody wrote it down. */
  readonly machine: string | null
  /** Commands of Cotejo that do it again. */
  readonly commands: readonly string[]
  /** What `cotejo train --like` takes. */
  readonly request: object
}

export interface CardLimit {
  /** A finding of the diagnosis, or a name of limits.ts. */
  readonly about:
    | DiagnosisName
    | 'other-pictures'
    | 'always-answers'
    | 'one-seed'
    | 'elsewhere'
    | 'interval'
    | 'base'
    | 'untested'
    | 'data'
  /** In English. */
  readonly text: string
}

export interface ModelCard {
  readonly version: 1
  readonly name: string
  readonly cotejo: string
  readonly labels: readonly string[]
  readonly base: UsedBase | null
  /** SPDX identifier of the base's licence; null where there is no base, or nobody knows. */
  readonly baseLicence: string | null
  /** Null where run.json is missing. */
  readonly data: CardData | null
  /** Null where it was not evaluated. */
  readonly results: CardResults | null
  readonly limits: readonly CardLimit[]
  readonly training: CardTraining | null
}

/** What is known once a format was written. */
export interface CardCheck {
  readonly format: ExportFormat
  readonly check: ExportCheck
}
