// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="./raw.d.ts" />
// The licence of the weights that a model stands on: whoever passes the model on passes them on.
import { type Architecture, type ModelDescription, type UsedBase } from '../../contract'
import apache from '../../../resources/licences/Apache-2.0.txt?raw'
import bsd from '../../../resources/licences/BSD-3-Clause.txt?raw'
import creativeCommons from '../../../resources/licences/CC-BY-4.0.txt?raw'
import mit from '../../../resources/licences/MIT.txt?raw'

export const LICENCE_FILE = 'BASE-LICENCE.txt'

/** By their SPDX identifiers, as the catalogue names them (SPDX License List, CC0). */
const texts: Readonly<Record<string, string>> = {
  'Apache-2.0': apache,
  'BSD-3-Clause': bsd,
  'CC-BY-4.0': creativeCommons,
  MIT: mit,
}

interface Owner {
  /** As the owner's own file has it, where the licence asks for that. */
  readonly notice: string
  readonly source: string
}

/** Whose the published weights are. */
const owners: readonly (Owner & { of: RegExp })[] = [
  {
    of: /^(mobilenet|efficientnet)/,
    notice: 'Copyright The TensorFlow Authors',
    source:
      'https://github.com/tensorflow/models, https://github.com/tensorflow/tpu, https://github.com/google/automl',
  },
  {
    of: /^resnet/,
    notice: 'Copyright (c) 2016 Shaoqing Ren',
    source: 'https://github.com/KaimingHe/deep-residual-networks',
  },
  {
    of: /^vgg/,
    notice: 'Karen Simonyan and Andrew Zisserman, Visual Geometry Group, University of Oxford',
    source: 'https://www.robots.ox.ac.uk/~vgg/research/very_deep/',
  },
  {
    of: /^densenet/,
    notice: 'Copyright (c) 2016, Zhuang Liu.',
    source: 'https://github.com/liuzhuang13/DenseNet',
  },
  {
    of: /^convnext/,
    notice: 'Copyright (c) Meta Platforms, Inc. and affiliates.',
    source: 'https://github.com/facebookresearch/ConvNeXt',
  },
  {
    of: /^cotejo/,
    notice: 'Copyright (c) 2026 The Cotejo authors',
    source: 'Cotejo',
  },
]

const ownerOf = (architecture: Architecture): Owner => owners.find(({ of }) => of.test(architecture))!

/** The base whose trained weights are in the model; null where there are none of others in it. */
export function baseOf({ model, base }: ModelDescription): UsedBase | null {
  if (!base || model.name !== 'transfer' || model.options.weights === 'random') return null
  return base
}

/** A licence as its name says it: "Apache-2.0"; null where nobody told. */
export const licenceOf = (description: ModelDescription): string | null =>
  baseOf(description)?.licence ?? null

const RULE = '\n' + '-'.repeat(78) + '\n\n'

/**
 * The file: what stands on what, whose it is, that it was changed (Apache-2.0 and CC-BY-4.0 ask for that), and the
 * licence in full. Of weights from a user's own file nobody but that user knows the licence, and the file says so.
 * @returns null for a model without weights of others
 */
export function licenceText(description: ModelDescription): string | null {
  const base = baseOf(description)
  if (!base) return null
  const { licence, origin, url } = base
  const facts = [
    `This model contains the weights of ${base.title}` +
      (base.trainedOn ? `, which were trained on ${base.trainedOn}.` : '.'),
    ...(url ? [`Weights: ${url}`] : []),
    ...(base.sha256 ? [`SHA-256 of the weights file: ${base.sha256}`] : []),
  ]
  if (licence === null) {
    const unknown =
      'They come from a file that the person who trained the model brought along, and nobody told Cotejo their licence.\n' +
      'Find it out before you pass this model on, and put it here.'
    return `${[...facts, '', unknown].join('\n')}\n`
  }
  const { notice, source } = ownerOf(base.architecture)
  const text = texts[licence]
  const changes =
    'Changes: the weights were converted from one format to another; a head for other classes was put on them; and\n' +
    'training may have changed them (MODEL-CARD.md says which layers were trained).'
  const head = [
    ...facts,
    `Licence: ${licence}`,
    `Authors: ${notice}`,
    ...(origin === 'box' ? [] : [`Source: ${source}`]),
    '',
    changes,
  ]
  return `${head.join('\n')}\n${text ? RULE + withNotice(text, notice) : ''}`
}

/** The place for the owner filled in. */
const withNotice = (text: string, notice: string): string =>
  text.replace(/^Copyright \(c\) <year> <(copyright holders|owner)>\.?/m, notice)
