// Layers as Keras source, one line each: of the chains that are trained from scratch, and of applications' graphs.
import { type ChainLayer } from '../../models/chain'
import { type LayerSpec } from '../../models/applications/specs'
import { pythonBool, pythonNumber, pythonText } from './python'

/** `f(1, name="x")`; an argument without a value is left out. */
function call(name: string, ...args: (string | [key: string, value: string | undefined])[]): string {
  const written = args.flatMap((one) => {
    if (typeof one === 'string') return [one]
    return one[1] === undefined ? [] : [`${one[0]}=${one[1]}`]
  })
  return `layers.${name}(${written.join(', ')})`
}

const text = (value: string | undefined) => (value === undefined ? undefined : pythonText(value))
const off = (value: boolean | undefined) => (value === false ? pythonBool(false) : undefined)

/** A layer of a chain. */
export function chainLayerCode(layer: ChainLayer): string {
  const name: [string, string] = ['name', pythonText(layer.name)]
  switch (layer.type) {
    case 'Conv2D':
      return call(
        'Conv2D',
        String(layer.filters),
        String(layer.kernel),
        ['padding', '"same"'],
        ['activation', text(layer.activation)],
        ['use_bias', off(layer.useBias)],
        name,
      )
    case 'Dense':
      return call(
        'Dense',
        String(layer.units),
        ['activation', text(layer.activation)],
        ['use_bias', off(layer.useBias)],
        name,
      )
    case 'Activation':
      return call('Activation', pythonText(layer.activation), name)
    case 'Dropout':
      return call('Dropout', pythonNumber(layer.rate), name)
    case 'MaxPooling2D':
      return call('MaxPooling2D', '2', name)
    case 'BatchNormalization':
    case 'GlobalAveragePooling2D':
    case 'Flatten':
      return call(layer.type, name)
  }
}

/** Keras's names of activations; its `swish` and ours are one. */
const activations: Record<string, string> = { hardSwish: 'hard_silu', swish: 'silu' }
const activation = (name: string): string => pythonText(activations[name] ?? name)

type Window = { kernel: number; strides?: number; padding?: string }
const window = ({ strides = 1, padding = 'same' }: Window): [string, string | undefined][] => [
  ['strides', strides === 1 ? undefined : String(strides)],
  ['padding', pythonText(padding)],
]

/**
 * A layer of an application's graph, for those that Keras has no function for.
 * @throws Error for kinds that no such application has
 */
export function graphLayerCode(name: string, spec: LayerSpec): string {
  const named: [string, string] = ['name', pythonText(name)]
  switch (spec.type) {
    case 'Conv2D':
      return call(
        'Conv2D',
        String(spec.filters),
        String(spec.kernel),
        ...window(spec),
        ['activation', spec.activation && activation(spec.activation)],
        ['use_bias', off(spec.useBias)],
        named,
      )
    case 'Dense':
      return call(
        'Dense',
        String(spec.units),
        ['activation', spec.activation && activation(spec.activation)],
        named,
      )
    case 'BatchNormalization':
      return call(
        'BatchNormalization',
        ['epsilon', spec.epsilon?.toString()],
        ['momentum', spec.momentum?.toString()],
        named,
      )
    case 'ReLU':
      return call('ReLU', ['max_value', spec.maxValue?.toString()], named)
    case 'Activation':
      return call('Activation', activation(spec.activation), named)
    case 'Dropout':
      return call('Dropout', pythonNumber(spec.rate), named)
    case 'MaxPooling2D':
    case 'AveragePooling2D':
      return call(
        spec.type,
        String(spec.kernel),
        ['strides', String(spec.strides ?? 1)],
        ['padding', pythonText(spec.padding ?? 'same')],
        named,
      )
    case 'GlobalAveragePooling2D':
    case 'Flatten':
    case 'Add':
    case 'Multiply':
    case 'Concatenate':
      return call(spec.type, named)
    default:
      throw new Error(`No Keras source for a layer of type ${spec.type}`)
  }
}
