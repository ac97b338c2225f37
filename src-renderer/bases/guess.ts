// What a weights file is of, guessed from its name: Keras's own names say it, and people keep them. Only a suggestion;
// the file itself is looked at when it is imported.
import { type Architecture } from '../../src-main/contract'
import { type Width } from './families'

const patterns: readonly (readonly [RegExp, Architecture])[] = [
  [/cotejo[-_ ]?mini/, 'cotejo-mini'],
  [/mobilenet[-_ ]?v3[-_ ]?small/, 'mobilenet-v3-small'],
  [/mobilenet[-_ ]?v3[-_ ]?large/, 'mobilenet-v3-large'],
  [/mobilenet[-_ ]?v2/, 'mobilenet-v2'],
  [/mobilenet(?![-_ ]?v[34])/, 'mobilenet'],
  [/efficientnet[-_ ]?v2[-_ ]?b0/, 'efficientnet-v2-b0'],
  [/efficientnet[-_ ]?b0/, 'efficientnet-b0'],
  [/efficientnet[-_ ]?b1/, 'efficientnet-b1'],
  [/efficientnet[-_ ]?b2/, 'efficientnet-b2'],
  [/efficientnet[-_ ]?b3/, 'efficientnet-b3'],
  [/vgg[-_ ]?16/, 'vgg16'],
  [/vgg[-_ ]?19/, 'vgg19'],
  [/resnet[-_ ]?50(?![-_ ]?v2)/, 'resnet50'],
  [/resnet[-_ ]?101(?![-_ ]?v2)/, 'resnet101'],
  [/resnet[-_ ]?152(?![-_ ]?v2)/, 'resnet152'],
  [/densenet[-_ ]?121/, 'densenet121'],
  [/convnext[-_ ]?tiny/, 'convnext-tiny'],
]

/** `0.35`, and `2_5` as the files of the first MobileNet have it. */
function alphaIn(name: string, alphas: readonly number[]): number | null {
  const first = /mobilenet_([1257])_([05])_/.exec(name)
  const text = first ? (first[1] === '1' ? '1.0' : `0.${first[1]}${first[2]}`) : null
  const numbers = text ? [text] : (name.match(/\d+\.\d+/g) ?? [])
  return alphas.find((alpha) => numbers.some((number) => Number(number) === alpha)) ?? null
}

/** Null where the name says nothing; the width is 1, or the only one, where it does not say that. */
export function guessWeights(
  file: string,
  widths: readonly Width[],
): { architecture: Architecture; alpha: number } | null {
  const name = file.toLowerCase()
  const architecture = patterns.find(([pattern]) => pattern.test(name))?.[1]
  const found = widths.find((one) => one.architecture === architecture)
  if (!found) return null
  const alpha = alphaIn(name, found.alphas) ?? (found.alphas.includes(1) ? 1 : found.alphas[0]!)
  return { architecture: found.architecture, alpha }
}
