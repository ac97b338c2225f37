// About how long a base takes to look at all pictures once, which is what training on cached features costs.
import { defaultTransferSize, type Architecture, type BaseInfo } from '../../contract'
import type { Machine, RecipeFacts } from './facts'

/** MobileNetV2 at 96 px on two cores of a laptop: pictures a second (docs/measurements.md). */
const RATE = 280
const RATE_SIDE = 96
const RATE_CORES = 2
/** How much faster a graphics card is than two cores, at the least. */
const CARD = 20

/**
 * Processor time for one picture, in that of MobileNetV2 of full width at the same size: measured with Keras 3.15 on
 * TensorFlow 2.21, 32 pictures of 96 px, the best of four. ConvNeXt's large depthwise filters are slow on processors.
 */
const times: Record<Architecture, number> = {
  // Reckoned from its multiplications beside VGG16's.
  'cotejo-mini': 2.3,
  mobilenet: 1,
  'mobilenet-v2': 1,
  'mobilenet-v3-small': 0.5,
  'mobilenet-v3-large': 0.9,
  'efficientnet-b0': 1.6,
  'efficientnet-b1': 2.1,
  'efficientnet-b2': 2.5,
  'efficientnet-b3': 3.4,
  'efficientnet-v2-b0': 1.7,
  vgg16: 14,
  vgg19: 17.5,
  resnet50: 4.9,
  resnet101: 8.7,
  resnet152: 13.9,
  densenet121: 4.5,
  'convnext-tiny': 50,
}

/** Seconds to compute the features of `images` pictures at a size. */
export function featureSeconds(
  images: number,
  size: number,
  { architecture, alpha }: Pick<BaseInfo, 'architecture' | 'alpha'>,
  { card, cores }: Machine,
): number {
  const power = card === null ? cores / RATE_CORES : CARD
  const one = (times[architecture] * alpha * (size / RATE_SIDE) ** 2) / RATE
  return (images * one) / power
}

const SIZES = [224, 160, 128, 96] as const

/**
 * The side at which bases look at the pictures: what they were trained at if the pictures are that large, less where
 * looking at all of them would take longer than `limit`. Small pictures are enlarged: at 32 pixels little is left of
 * them after the five times that these networks halve them.
 * @param limit seconds
 */
export function inputSize(facts: RecipeFacts, bases: readonly BaseInfo[], limit: number): number {
  const { dataset, side, machine } = facts
  // What was made for small pictures, as the base in the box, takes no large ones.
  const small = bases.find((one) => one.size < SIZES.at(-1)!)
  if (small) return defaultTransferSize(side, small)
  const smallest = Math.max(...bases.map((one) => one.smallest))
  const largest = side >= 160 ? 224 : 160
  const seconds = (size: number) =>
    bases.reduce((sum, base) => sum + featureSeconds(dataset.images.total, size, base, machine), 0)
  const fitting = SIZES.find((size) => size <= largest && seconds(size) <= limit) ?? SIZES.at(-1)!
  return Math.max(fitting, smallest)
}
