// A plan: the phases of a training, and what holds for all of them.
import { z } from './zod'

const rate = z.number().positive().max(100)

export const optimizer = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('adam'),
    beta1: z.number().min(0).lt(1).default(0.9),
    beta2: z.number().min(0).lt(1).default(0.999),
    epsilon: z.number().positive().default(1e-7),
  }),
  z.object({
    name: z.literal('adamw'),
    beta1: z.number().min(0).lt(1).default(0.9),
    beta2: z.number().min(0).lt(1).default(0.999),
    epsilon: z.number().positive().default(1e-7),
    weightDecay: z.number().min(0).default(0.004),
  }),
  z.object({
    name: z.literal('sgd'),
    momentum: z.number().min(0).lt(1).default(0.9),
    nesterov: z.boolean().default(false),
    weightDecay: z.number().min(0).default(0),
  }),
  z.object({
    name: z.literal('rmsprop'),
    rho: z.number().min(0).lt(1).default(0.9),
    momentum: z.number().min(0).lt(1).default(0),
    epsilon: z.number().positive().default(1e-7),
  }),
])
export type OptimizerChoice = z.infer<typeof optimizer>

/** The learning rate over a phase, as a factor of the phase's rate; warm-up rises linearly to 1 first. */
export const schedule = z.discriminatedUnion('name', [
  z.object({ name: z.literal('constant'), warmupEpochs: z.number().min(0).default(0) }),
  z.object({
    name: z.literal('cosine'),
    warmupEpochs: z.number().min(0).default(0),
    /** Factor at the end. */
    floor: z.number().min(0).max(1).default(0),
  }),
  z.object({
    name: z.literal('step'),
    warmupEpochs: z.number().min(0).default(0),
    everyEpochs: z.number().positive().default(5),
    factor: z.number().positive().max(1).default(0.5),
  }),
])
export type Schedule = z.infer<typeof schedule>

/** Random changes to the training pictures, drawn anew each step from the run's seed; 0 and false are off. */
export const augmentation = z.object({
  flip: z.boolean().default(false),
  /** Largest shift, as a fraction of the side (a random crop of the padded picture). */
  shift: z.number().min(0).max(0.5).default(0),
  /** Largest turn in degrees. */
  rotation: z.number().min(0).max(180).default(0),
  /** Largest change of scale: 0.1 is 0.9 to 1.1. */
  zoom: z.number().min(0).max(0.9).default(0),
  brightness: z.number().min(0).max(1).default(0),
  contrast: z.number().min(0).max(1).default(0),
  saturation: z.number().min(0).max(1).default(0),
  /** Largest turn of the hues, as a fraction of the colour wheel: 0.5 is any hue. */
  hue: z.number().min(0).max(0.5).default(0),
  /**
   * Magnitude of RandAugment (Cubuk et al., CVPR Workshops 2020), usual: 9. Each picture gets two changes after the
   * others, chosen evenly among twelve; which they are: engine/training/augment/randAugment.ts.
   */
  randAugment: z.number().min(0).max(10).default(0),
  /** Probability that a rectangle of a picture is erased (Zhong et al., "Random Erasing", AAAI 2020). */
  erasing: z.number().min(0).max(1).default(0),
  /**
   * Alpha of the Beta distribution that pictures are mixed by (Zhang et al., "mixup", ICLR 2018); usual: 0.2.
   * Where `cutMix` is on too, each picture gets one of the two, evenly.
   */
  mixUp: z.number().min(0).max(10).default(0),
  /** Alpha for rectangles taken from another picture (Yun et al., "CutMix", ICCV 2019); usual: 1. */
  cutMix: z.number().min(0).max(10).default(0),
})
export type Augmentation = z.infer<typeof augmentation>

/**
 * What a phase trains, with Keras's meaning: a frozen layer keeps its weights and is in inference mode, so that a
 * frozen BatchNorm normalises by its averages and keeps them. The head trains in all cases. Of the base: all; nothing
 * (`head`); its last layers, counted in Keras's order, those without weights included; or all from a named layer on.
 */
export const trainablePart = z.union([
  z.enum(['all', 'head']),
  z.object({ last: z.int().min(1).max(10_000) }),
  z.object({ from: z.string().min(1).max(200) }),
])
export type TrainablePart = z.infer<typeof trainablePart>

/**
 * How the part of a base that trains runs in a training step. `inference`: BatchNorm normalises by the averages that
 * came with the weights and keeps them, dropout within the base is off (Keras's `base(x, training=False)`, its way of
 * fine-tuning). `training`: BatchNorm normalises by each batch and moves its averages, as in a network from scratch;
 * a pretrained base can be spoiled by that within a few steps, which is what one may want to show. `auto`: inference
 * where the weights are pretrained, training where they are random.
 */
export const baseMode = z.enum(['auto', 'inference', 'training'])
export type BaseMode = z.infer<typeof baseMode>

export const phase = z.object({
  epochs: z.int().min(1).max(10_000),
  /** What trains in this phase; a model without a base always trains as a whole. */
  trainable: trainablePart.default('all'),
  baseMode: baseMode.default('auto'),
  optimizer: optimizer.default(optimizer.parse({ name: 'adam' })),
  learningRate: rate.default(1e-3),
  schedule: schedule.default(schedule.parse({ name: 'constant' })),
})
export type Phase = z.infer<typeof phase>

export const earlyStopping = z.object({
  monitor: z.enum(['validationLoss', 'validationAccuracy']).default('validationLoss'),
  /** Epochs without improvement before the phase ends. */
  patience: z.int().min(1).max(1000).default(3),
  minDelta: z.number().min(0).default(0),
})
export type EarlyStopping = z.infer<typeof earlyStopping>

/**
 * What is done about classes with unequally many training pictures: `weights` weighs the loss of each picture by
 * images / (classes × images of its class); `sampling` shows all classes equally often: an epoch keeps its length,
 * pictures of small classes come several times in it, of those of large classes a part, another one each epoch.
 */
export const classBalance = z.enum(['none', 'weights', 'sampling'])
export type ClassBalance = z.infer<typeof classBalance>

export const plan = z.object({
  phases: z.array(phase).min(1).max(10),
  batch: z.int().min(1).max(8192).default(32),
  augmentation: augmentation.default(augmentation.parse({})),
  /** Null trains all epochs. In either case the weights of the best validation epoch are what is kept if restoreBest. */
  earlyStopping: earlyStopping.nullable().default(null),
  restoreBest: z.boolean().default(true),
  classBalance: classBalance.default('none'),
  /** Older than `classBalance`: `balanced` means its `weights`, and counts where `classBalance` is `none`. */
  classWeights: z.enum(['none', 'balanced']).default('none'),
  labelSmoothing: z.number().min(0).max(0.5).default(0),
  /**
   * Null draws each augmentation anew, each step. A number is how many augmented views a training picture has, drawn
   * from the seed, the picture and the view alone: epoch e sees view e modulo k. Only then can what is frozen be
   * computed once under augmentation.
   */
  views: z.int().min(1).max(64).nullable().default(null),
  /** Whether what is frozen is computed once and kept. It changes the time alone, never the result. */
  cacheFeatures: z.boolean().default(true),
})
export type Plan = z.infer<typeof plan>

/** What a plan does about unequal classes, whichever of its two fields says it. */
export const classBalanceOf = (p: Pick<Plan, 'classBalance' | 'classWeights'>): ClassBalance =>
  p.classBalance === 'none' && p.classWeights === 'balanced' ? 'weights' : p.classBalance

export const planEpochs = (p: Plan): number => p.phases.reduce((sum, one) => sum + one.epochs, 0)
