// The pieces of an ML Program: types, constants, operations (the "MIL" of Core ML's specification).
import { type Shape } from '../graph'
import { DATA_TYPE, type MilOperation, type TensorValue, type Value, type ValueType } from './messages'
import { type WeightFile } from './weights'

export const WEIGHT_FILE = '@model_path/weights/weight.bin'

/** Fewer numbers than this are written into the program itself. */
const SMALLEST_BLOB = 10

const dimension = (size: number) => ({ constant: { size } })

export const tensorType = (type: keyof typeof DATA_TYPE, shape: readonly number[]): ValueType => ({
  tensorType: { dataType: DATA_TYPE[type], rank: shape.length, dimensions: shape.map(dimension) },
})

const immediate = (type: ValueType, tensor: TensorValue): Value => ({ type, immediateValue: { tensor } })

const text = (value: string): Value => immediate(tensorType('string', []), { strings: { values: [value] } })

/** A list of texts, as the classes of a classifier are given. */
export const textList = (values: readonly string[]): Value => ({
  type: { listType: { type: tensorType('string', []), length: dimension(values.length) } },
  immediateValue: { list: { values: values.map(text) } },
})

/** What an operation is told: a number is a float where it is written as one. */
export type Setting = string | boolean | number | readonly number[] | { float: number }

function settingValue(setting: Setting): Value {
  if (typeof setting === 'string') return text(setting)
  if (typeof setting === 'boolean') return immediate(tensorType('bool', []), { bools: { values: [setting] } })
  if (typeof setting === 'number') return immediate(tensorType('int32', []), { ints: { values: [setting] } })
  if ('float' in setting) return immediate(tensorType('float32', []), { floats: { values: [setting.float] } })
  return immediate(tensorType('int32', [setting.length]), { ints: { values: setting } })
}

export class Program {
  readonly operations: MilOperation[] = []
  readonly #weights: WeightFile

  constructor(weights: WeightFile) {
    this.#weights = weights
  }

  #constant(name: string, value: Value): string {
    const outputs = [{ name, type: value.type }]
    this.operations.push({ type: 'const', inputs: {}, outputs, attributes: { val: value, name: text(name) } })
    return name
  }

  /** Weights go into a file of their own. @returns the constant's name */
  weights(name: string, shape: readonly number[], values: Float32Array): string {
    const type = tensorType('float32', shape)
    if (values.length < SMALLEST_BLOB)
      return this.#constant(name, immediate(type, { floats: { values: Array.from(values) } }))
    const offset = this.#weights.add(values)
    return this.#constant(name, { type, blobFileValue: { fileName: WEIGHT_FILE, offset } })
  }

  /**
   * Adds an operation with float output.
   * @param inputs names of values by the operation's names for them; several for what takes a list
   * @param settings constants that are made for it
   * @returns the name of its output
   */
  add(
    type: string,
    name: string,
    shape: Shape,
    inputs: Record<string, string | readonly string[]>,
    settings: Record<string, Setting> = {},
  ): string {
    const all: MilOperation['inputs'] = {}
    for (const [key, from] of Object.entries(inputs))
      all[key] = { arguments: [from].flat().map((one) => ({ name: one })) }
    for (const [key, setting] of Object.entries(settings))
      all[key] = { arguments: [{ name: this.#constant(`${name}__${key}`, settingValue(setting)) }] }
    const outputs = [{ name, type: tensorType('float32', shape) }]
    this.operations.push({ type, inputs: all, outputs, attributes: { name: text(name) } })
    return name
  }

  /** The end of a classifier: the most probable class, and all of them with their probabilities. */
  classify(probabilities: string, labels: readonly string[], label: string, all: string): void {
    const [string, double] = [tensorType('string', []), tensorType('float64', [])]
    this.operations.push({
      type: 'classify',
      inputs: {
        probabilities: { arguments: [{ name: probabilities }] },
        classes: { arguments: [{ value: textList(labels) }] },
      },
      outputs: [
        { name: label, type: string },
        { name: all, type: { dictionaryType: { keyType: string, valueType: double } } },
      ],
      attributes: { name: text('classify') },
    })
  }
}
