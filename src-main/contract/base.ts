// Bases: pretrained networks without their top, in the catalogue, in the library, or shipped with Cotejo.
import { z } from './zod'
import { count, path, pixels } from './common'

/** One for each file in engine/models/applications; names as people write them. */
export const architecture = z.enum([
  'cotejo-mini',
  'mobilenet',
  'mobilenet-v2',
  'mobilenet-v3-small',
  'mobilenet-v3-large',
  'efficientnet-b0',
  'efficientnet-b1',
  'efficientnet-b2',
  'efficientnet-b3',
  'efficientnet-v2-b0',
  'vgg16',
  'vgg19',
  'resnet50',
  'resnet101',
  'resnet152',
  'densenet121',
  'convnext-tiny',
])
export type Architecture = z.infer<typeof architecture>

/** SHA-256 of a file, as 64 hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** `mobilenet-v2-1.0-224`: as an id, and a point is allowed within. No folder is called so. */
export const baseId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?$/, 'lower-case letters, digits, hyphens and points')

/** A base as base.json tells of it, in the library (bases/<sha256>/) and in resources/bases. */
export const baseRecord = z.object({
  version: z.literal(1),
  /** `mobilenet-v2-1.0-224` in the catalogue; made of architecture and file name where a user imported it. */
  id: baseId,
  title: z.string().min(1).max(100),
  architecture,
  /** Factor of the width. */
  alpha: z.number().positive(),
  /** Side in pixels that it was trained at. */
  size: pixels,
  /** Of the weights file. */
  sha256,
  bytes: count,
  /** Name of the weights file beside base.json. */
  file: z.string().min(1).max(255),
  origin: z.enum(['catalogue', 'file', 'box']),
  /** Where the catalogue's file is from. */
  url: z.url().nullable().default(null),
  /** What it was trained on: "ImageNet-1k", "CIFAR-10"; null where nobody knows. */
  trainedOn: z.string().nullable().default(null),
  licence: z.string().nullable().default(null),
  /** What its authors (or, in the box, this project) measured; the source says where. */
  accuracy: z
    .object({ top1: z.number().min(0).max(1), on: z.string(), source: z.string() })
    .nullable()
    .default(null),
})
export type BaseRecord = z.infer<typeof baseRecord>

/** A base as a run used it: without a file where its weights were drawn at random and it was not installed. */
export const usedBase = baseRecord.extend({
  sha256: sha256.nullable(),
  file: baseRecord.shape.file.nullable(),
})
export type UsedBase = z.infer<typeof usedBase>

/** A base as the list shows it, whether it is here or could be fetched. */
export const baseInfo = baseRecord.omit({ version: true, sha256: true, file: true }).extend({
  /** Null while it is not known: a file of the catalogue that is verified by another hash. */
  sha256: sha256.nullable(),
  state: z.enum(['built-in', 'installed', 'partial', 'available']),
  /** Bytes that a download that broke off has left behind. */
  partialBytes: count,
  /** Of the base without a head. */
  parameters: count,
  /** Smallest side of the input, in pixels. */
  smallest: pixels,
})
export type BaseInfo = z.infer<typeof baseInfo>

/** Where a user's own weights file is. */
export const weightsSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path }),
  z.object({ kind: z.literal('upload'), upload: z.string() }),
])
export type WeightsSource = z.infer<typeof weightsSource>

/** What is put on a base. The defaults are a linear classifier on the global average. */
export const headOptions = z.object({
  /** How height × width × channels become one vector. */
  pooling: z.enum(['globalAverage', 'flatten']).default('globalAverage'),
  /** Units of the hidden layer; 0 leaves it out. */
  dense: z.int().min(0).max(4096).default(0),
  /** Normalises the hidden layer before its activation. */
  batchNorm: z.boolean().default(false),
  activation: z.enum(['relu', 'elu', 'tanh']).default('relu'),
  /** Rate before the classes; 0 leaves it out. */
  dropout: z.number().min(0).max(0.9).default(0),
})
export type HeadOptions = z.infer<typeof headOptions>

/**
 * What happens to 0..255 values: `own` is what the base was trained with. The others are on purpose, to show what a
 * wrong one costs: −1..1; ImageNet's mean taken off, blue first (Caffe); normalised by ImageNet's mean and deviation
 * (Torch); 0..1; 0..255 as they are.
 */
export const pixelScalingName = z.enum(['own', 'signed', 'caffe', 'torch', 'unit', 'raw'])
export type PixelScalingName = z.infer<typeof pixelScalingName>

export const transferOptions = z.object({
  /** A base of `bases.list`; it must be installed, unless the weights are random. */
  base: baseId,
  head: headOptions.default(headOptions.parse({})),
  scaling: pixelScalingName.default('own'),
  /** `random` trains the same layers from the run's seed: what the pretraining is worth. */
  weights: z.enum(['pretrained', 'random']).default('pretrained'),
})
export type TransferOptions = z.infer<typeof transferOptions>
