// Named policies of augmentation, and the preview of one on a user's own pictures.
import { z } from './zod'
import { count, pixels, seed } from './common'
import { augmentation, type Augmentation } from './plan'

export const augmentationPolicy = z.enum(['none', 'light', 'standard', 'strong'])
export type AugmentationPolicy = z.infer<typeof augmentationPolicy>

/**
 * `light` is what CIFAR-10's classic recipes do; `standard` suits most photos; `strong` is for long trainings of
 * models that otherwise learn their pictures by heart, and slows the first epochs.
 */
export const augmentationPolicies: Readonly<Record<AugmentationPolicy, Augmentation>> = {
  none: augmentation.parse({}),
  light: augmentation.parse({ flip: true, shift: 0.1 }),
  standard: augmentation.parse({
    flip: true,
    shift: 0.1,
    rotation: 10,
    zoom: 0.15,
    brightness: 0.1,
    contrast: 0.15,
    saturation: 0.15,
    hue: 0.02,
  }),
  strong: augmentation.parse({
    flip: true,
    shift: 0.125,
    zoom: 0.25,
    randAugment: 9,
    erasing: 0.25,
    mixUp: 0.2,
    cutMix: 1,
  }),
}

/** The name of a policy, or `custom` where the changes are those of none. */
export function policyOf(chosen: Augmentation): AugmentationPolicy | 'custom' {
  const text = (value: Augmentation) => JSON.stringify(augmentation.parse(value))
  return (
    augmentationPolicy.options.find((name) => text(augmentationPolicies[name]) === text(chosen)) ?? 'custom'
  )
}

/** At most this many pictures are made for one preview. */
export const MOST_PREVIEWS = 64

/** `count` versions of each picture, through the function that training uses. Pictures are mixed among each other. */
export const previewRequest = z.object({
  indices: z.array(count).min(1).max(MOST_PREVIEWS),
  augmentation,
  seed: seed.default(1),
  /** Versions of each picture: those of the first steps of a run with this seed. */
  count: z.int().min(1).max(16).default(4),
})

export const previewResult = z.object({
  /** Side of the pictures in pixels. */
  size: pixels,
  /** Picture by picture, in the order of `indices`; of each, version 0 to count - 1. */
  images: z.array(
    z.object({
      index: count,
      version: count,
      mime: z.string(),
      base64: z.string(),
      /** The picture that was mixed in, and the share of this one; null where none was. */
      mixed: z.object({ index: count, share: z.number() }).nullable(),
    }),
  ),
})
export type AugmentPreview = z.infer<typeof previewResult>
