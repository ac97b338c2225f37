// A model that was trained elsewhere and brought in for the comparison: what was found in its files, what is asked of
// the user, and what run.json keeps of it.
import { z } from './zod'
import { count, id, pixels } from './common'
import { resizeMode } from './dataset'
import { filesSource } from './predict-files'

/** What its files are. */
export const contestantFormat = z.enum(['tfjs', 'tfjs-graph', 'keras', 'h5'])
export type ContestantFormat = z.infer<typeof contestantFormat>

/** Who wrote them, as far as they say. */
export const contestantOrigin = z.enum(['cotejo', 'teachable-machine', 'other'])
export type ContestantOrigin = z.infer<typeof contestantOrigin>

/**
 * What its last layer gave: probabilities, numbers that a softmax makes probabilities of, one probability for two
 * classes (its first class is the one at 0), or one a class that do not sum to 1.
 */
export const contestantOutputs = z.enum(['softmax', 'logits', 'sigmoid', 'sigmoids'])
export type ContestantOutputs = z.infer<typeof contestantOutputs>

/** How pixels are scaled (scaling.ts has the numbers). */
export const scalingName = z.enum(['signed', 'caffe', 'torch', 'unit', 'raw'])

/**
 * How its preparation of pictures is known: written in its files, the rule of the program that made it, layers of its
 * own, the networks that its layers are called like, nothing at all, or the user said so.
 */
export const preparationFrom = z.enum([
  'metadata',
  'teachable-machine',
  'inside',
  'architecture',
  'guess',
  'user',
])
export type PreparationFrom = z.infer<typeof preparationFrom>

const label = z.string().max(500)

/** What run.json and metadata.json say of a model that was brought in, in the place of an architecture's options. */
export const importedOptions = z.object({
  format: contestantFormat,
  origin: contestantOrigin,
  /** Of the file with the layers, or of the archive or folder that it came in. */
  file: z.string().max(255),
  /** SHA-256 over what was read: the same model has the same. */
  sha256: z.string(),
  outputs: contestantOutputs,
  preparation: preparationFrom,
  /** Its own classes, in its own order. */
  labels: z.array(label).min(2).max(10_000),
  /** For each class of the run, its place among `labels`; null for one that the model does not know. */
  map: z.array(count.nullable()),
})
export type ImportedOptions = z.infer<typeof importedOptions>

export const importedModel = z.object({ name: z.literal('imported'), options: importedOptions })
export type ImportedModel = z.infer<typeof importedModel>

/** What was found in a model's files before anything is done with it. */
export const contestantFound = z.object({
  format: contestantFormat,
  origin: contestantOrigin,
  file: z.string(),
  sha256: z.string(),
  /** What the model or its files call themselves. */
  title: z.string(),
  /** Side of its input; null where it takes any, and the user has to say. */
  size: pixels.nullable(),
  /** 1 for a model of grey pictures. */
  channels: z.union([z.literal(1), z.literal(3)]),
  outputs: contestantOutputs,
  /** Classes that it tells apart. */
  classes: count,
  /** Null where its files do not name them. */
  labels: z.array(z.string()).nullable(),
  /** Null where it is one without a name (a Cotejo model has them all). */
  scaling: scalingName.nullable(),
  resize: resizeMode,
  /** How `scaling` is known. */
  preparation: preparationFrom,
  parameters: count,
  layers: count,
  /** Of a Cotejo export: what it was trained on, and how that went. */
  claims: z.object({
    dataset: z.string().nullable(),
    testAccuracy: z.number().nullable(),
  }),
})
export type ContestantFound = z.infer<typeof contestantFound>

/** What the user says of a model, where its files do not, or are wrong. */
export const contestantAnswers = z.object({
  size: pixels.optional(),
  scaling: scalingName.optional(),
  resize: resizeMode.optional(),
  /** Names of the model's classes, in its order. */
  labels: z.array(label.min(1)).min(2).max(10_000).optional(),
  /** For each class of the dataset, the model's; those with the same name where it is left out. */
  map: z.array(count.nullable()).optional(),
})
export type ContestantAnswers = z.infer<typeof contestantAnswers>

export const contestantRequest = z.object({
  source: filesSource,
  dataset: id,
  name: z.string().min(1).max(200).optional(),
  answers: contestantAnswers.default({}),
})
export type ContestantRequest = z.infer<typeof contestantRequest>
