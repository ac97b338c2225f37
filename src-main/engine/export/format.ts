// What every export format is: files that it writes into a folder, and a runtime that opens them again.
import { type ModelDescription } from '../../contract'
import { type Task } from '../task'
import { type LayersModel } from '../tf'
import { type PictureSource } from './check/pictures'
import { type RunFacts } from './facts'
import { type ModelGraph } from './graph'
import { type FormatText } from './readme'

/** A run as the formats get it. One export of several formats shares it. */
export interface ExportedRun {
  /** Preprocessed pictures in, probabilities out. Of the run's own layers, some of which only Cotejo knows. */
  readonly network: LayersModel
  readonly description: ModelDescription
  readonly facts: RunFacts
  /** The model as operations, raw pictures in: what a format is written from. Made when it is first asked for. */
  graph(): Promise<ModelGraph>
  /** Pictures of the run's dataset, where it is still there. */
  readonly pictures: PictureSource
}

/** A written model, loaded by a program that reads the format. */
export interface Consumer {
  /** With its version, as a user would name it: "TensorFlow.js 4.22.0", "onnxruntime 1.26.0". */
  readonly runtime: string
  /**
   * @param pixels uint8 RGB, row by row, `count` pictures of the model's size one after the other
   * @returns float32, count × classes
   */
  predict(pixels: Uint8Array, count: number): Promise<Float32Array>
  dispose(): void | Promise<void>
}

/** Why a written model cannot be run here: an English sentence for the user. */
export interface NoConsumer {
  readonly reason: string
}

/** What a written model may differ by from the run's. A value that is left out is not looked at. */
export interface Tolerance {
  /** Largest difference of a probability. */
  readonly difference?: number
  /** More is allowed where rounding alone makes more of this model (check/index.ts). */
  readonly rounding?: boolean
  /** Smallest part of the pictures for which the most probable class is the same; ties within `difference` count. */
  readonly agreement?: number
  /** Two classes that are this close for the run's own model are as good as equally probable: no disagreement. */
  readonly tie?: number
  /** How far the accuracy may be off, where the pictures have labels. */
  readonly accuracy?: number
  /** How many pictures that takes; 32 where it is left out. */
  readonly pictures?: number
}

/** Float32 everywhere: the order of sums differs, nothing else. */
export const EXACT: Tolerance = { difference: 1e-5, rounding: true }

export interface Format {
  /** What README.md says of it. */
  about(description: ModelDescription): FormatText
  /**
   * Writes the format's own files. metadata.json, labels.txt and README.md are there already.
   * @param folder nothing else writes into it
   * @throws UserError where this model cannot be had in this format, saying why
   */
  write(folder: string, run: ExportedRun, task: Task): Promise<void>
  /**
   * What the runtime would be given, read from the disk, as a text: formats whose files hold the very same model for the
   * same runtime are run once in an export of several. Left out where no other format shares its model.
   */
  identity?(folder: string): Promise<string>
  /** Opens what `write` left in `folder`. */
  open(folder: string, run: ExportedRun): Promise<Consumer | NoConsumer>
  readonly tolerance: Tolerance
}
