// The one description of a model: what is built, what it takes in, how pictures are prepared for it.
import { z } from './zod'
import { transferOptions, usedBase } from './base'
import { count, pixels } from './common'
import { importedModel } from './contestant'
import { resizeMode } from './dataset'

export const modelName = z.enum(['cnn', 'mlp', 'transfer'])
export type ModelName = z.infer<typeof modelName>

export const activation = z.enum(['relu', 'elu', 'tanh'])

/** The seed CNN is this with nothing changed: conv 32, pool, conv 64, pool, dense 512, all 3×3 same. */
export const cnnOptions = z.object({
  /** Filters of each block; a block is convolutions, then a 2×2 max-pool. */
  filters: z.array(z.int().min(1).max(1024)).min(1).max(8).default([32, 64]),
  convolutionsPerBlock: z.int().min(1).max(4).default(1),
  kernel: z.union([z.literal(1), z.literal(3), z.literal(5), z.literal(7)]).default(3),
  batchNorm: z.boolean().default(false),
  /** Units of the hidden dense layer; 0 leaves it out. */
  dense: z.int().min(0).max(4096).default(512),
  /** Rate after each block. */
  blockDropout: z.number().min(0).max(0.9).default(0),
  /** Rate after the dense layer. */
  dropout: z.number().min(0).max(0.9).default(0),
  /** What joins the blocks to the dense layers. */
  pooling: z.enum(['flatten', 'globalAverage']).default('flatten'),
  activation: activation.default('relu'),
})
export type CnnOptions = z.infer<typeof cnnOptions>

export const mlpOptions = z.object({
  hidden: z.array(z.int().min(1).max(4096)).min(0).max(8).default([256, 128]),
  batchNorm: z.boolean().default(false),
  dropout: z.number().min(0).max(0.9).default(0),
  activation: activation.default('relu'),
})
export type MlpOptions = z.infer<typeof mlpOptions>

export const modelChoice = z.discriminatedUnion('name', [
  z.object({ name: z.literal('cnn'), options: cnnOptions.default(cnnOptions.parse({})) }),
  z.object({ name: z.literal('mlp'), options: mlpOptions.default(mlpOptions.parse({})) }),
  z.object({ name: z.literal('transfer'), options: transferOptions }),
])
export type ModelChoice = z.infer<typeof modelChoice>

/** What a run's model is: one that can be built and trained here, or one that was brought in. */
export const runModel = z.discriminatedUnion('name', [...modelChoice.options, importedModel])
export type RunModel = z.infer<typeof runModel>

/**
 * How a picture becomes the model's input: turned upright by EXIF, brought to RGB, resized to size × size
 * by `resize`, then every 0..255 value v becomes (v * scale + offset[channel]) / deviation[channel].
 */
export const preprocessing = z.object({
  size: pixels,
  resize: resizeMode,
  scale: z.number(),
  offset: z.tuple([z.number(), z.number(), z.number()]),
  /** All 1 where it is left out. */
  deviation: z.tuple([z.number(), z.number(), z.number()]).optional(),
  channels: z.enum(['rgb', 'bgr']),
})
export type Preprocessing = z.infer<typeof preprocessing>

/** What a saved model carries beside its weights (metadata.json in a run's model folder and in every export). */
export const modelDescription = z.object({
  version: z.literal(1),
  model: runModel,
  /** What a transfer model stands on. */
  base: usedBase.optional(),
  labels: z.array(z.string()).min(2),
  preprocessing,
  parameters: count,
  trainableParameters: count,
  /** Version of Cotejo that wrote it. */
  cotejo: z.string(),
  run: z.string().optional(),
  dataset: z.string().optional(),
  testAccuracy: z.number().optional(),
  testCount: count.optional(),
  /**
   * The model was trained on all pictures, so that none was left to test it on: `testAccuracy` is that of `folds`
   * models which were each trained without a part of the pictures and tested on it.
   */
  crossValidation: z
    .object({
      folds: count,
      /** Pictures it was trained on. */
      images: count,
      /** Epochs of each phase: the median of the folds' best. */
      epochs: z.array(count),
    })
    .optional(),
})
export type ModelDescription = z.infer<typeof modelDescription>

/** A model as the new-run screen shows it before anything is trained. */
export const modelSummary = z.object({
  name: modelName,
  inputShape: z.array(z.int()),
  parameters: count,
  trainableParameters: count,
  layers: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      outputShape: z.array(z.int().nullable()),
      parameters: count,
    }),
  ),
})
export type ModelSummary = z.infer<typeof modelSummary>
