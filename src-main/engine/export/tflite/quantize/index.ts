// From a float model to one of 8-bit whole numbers: full integer quantization after training, as TensorFlow Lite
// specifies it (https://ai.google.dev/edge/litert/models/quantization_spec). Kernels of convolutions have a scale for
// each output channel and no zero point, dense ones have one scale (old runtimes take nothing else); activations have
// one scale and zero point a tensor; biases are 32-bit numbers. Pictures and probabilities are uint8.
import { type LoweredModel } from '../lower'
import { type Quantization, type TfliteModel, type TfliteOperator, type TfliteTensor } from '../model'
import { type OperatorName, type TensorType } from '../schema'
import { sameGrid, uniform, type Range } from './grid'
import { gridsOf } from './grids'
import { wholeWeights } from './weights'

/** Of the kernel, the axis of the output channels. */
const KERNEL_AXIS: Partial<Record<OperatorName, number>> = {
  CONV_2D: 0,
  DEPTHWISE_CONV_2D: 3,
  FULLY_CONNECTED: 0,
}

const NONE = { kind: 'none' } as const

class Quantizer {
  readonly tensors: TfliteTensor[]
  readonly operators: TfliteOperator[] = []
  readonly #model: TfliteModel
  readonly #grids: Map<number, Quantization>
  /** Copies of tensors in another form that were made already. */
  readonly #copies = new Map<string, number>()

  constructor(model: TfliteModel, grids: Map<number, Quantization>) {
    this.#model = model
    this.#grids = grids
    this.tensors = [...model.tensors]
  }

  #tensor = (tensor: TfliteTensor): number => this.tensors.push(tensor) - 1

  #copy(from: number, suffix: string, type: TensorType, quantization: Quantization | null): number {
    const key = `${from} ${suffix} ${quantization?.scale[0]} ${quantization?.zeroPoint}`
    const known = this.#copies.get(key)
    if (known !== undefined) return known
    const { name, shape } = this.tensors[from]!
    const output = this.#tensor({ name: `${name}/${suffix}`, shape, type, data: null, quantization })
    const operator = type === 'float32' ? 'DEQUANTIZE' : 'QUANTIZE'
    this.operators.push({ name: operator, inputs: [from], output, options: NONE })
    this.#copies.set(key, output)
    return output
  }

  /** The tensor as whole numbers, on `grid` where one is asked for. */
  #whole(number: number, grid: Quantization | null = null): number {
    const { type, data, quantization, name, shape } = this.tensors[number]!
    if (type === 'int8' && (!grid || sameGrid(grid, quantization!))) return number
    if (type === 'int8') return this.#copy(number, 'moved', 'int8', grid)
    if (type !== 'float32') return number
    if (!(data instanceof Float32Array)) return this.#copy(number, 'whole', 'int8', this.#grids.get(number)!)
    const scale = Math.fround(data.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / 127) || 1
    const values = Int8Array.from(data, (one) => Math.round(one / scale))
    return this.#tensor({ name, shape, type: 'int8', data: values, quantization: uniform(scale, 0) })
  }

  #float = (number: number): number =>
    this.tensors[number]!.type === 'int8' ? this.#copy(number, 'float', 'float32', null) : number

  /** Makes whole numbers of the kernel and the bias. */
  #weigh({ name, inputs }: TfliteOperator, input: number): void {
    const [, kernel, bias] = inputs as [number, number, number]
    const [weights, summands] = [this.tensors[kernel]!, this.tensors[bias]!]
    const [values, offsets] = [weights.data as Float32Array, summands.data as Float32Array]
    const axis = KERNEL_AXIS[name]!
    const stride = axis === 0 ? values.length / offsets.length : 1
    const scale = this.tensors[input]!.quantization!.scale[0]!
    const layout = { axis, stride, alike: name === 'FULLY_CONNECTED' }
    const made = wholeWeights(values, offsets, scale, layout)
    this.tensors[kernel] = { ...weights, type: 'int8', ...made.kernel }
    this.tensors[bias] = { ...summands, type: 'int32', ...made.bias }
  }

  #output(number: number): void {
    const tensor = this.tensors[number]!
    this.tensors[number] = { ...tensor, type: 'int8', quantization: this.#grids.get(number)! }
  }

  add(operator: TfliteOperator): void {
    const { name, inputs, output, options } = operator
    if (operator.float) {
      this.operators.push({ name, inputs: inputs.map(this.#float), output, options })
      return
    }
    this.#output(output)
    if (name === 'CAST') {
      this.#input(inputs[0]!)
      this.operators.push({ name: 'QUANTIZE', inputs, output, options: NONE })
      return
    }
    if (KERNEL_AXIS[name] !== undefined) {
      const x = this.#whole(inputs[0]!)
      this.#weigh(operator, x)
      this.operators.push({ ...operator, inputs: [x, ...inputs.slice(1)] })
      return
    }
    const grid = name === 'CONCATENATION' ? this.#grids.get(output)! : null
    this.operators.push({ ...operator, inputs: inputs.map((one) => this.#whole(one, grid)) })
  }

  /** A pixel's value is what is stored. */
  #input(number: number): void {
    this.tensors[number] = { ...this.tensors[number]!, quantization: uniform(1, 0) }
  }

  /** Probabilities as uint8, under the name that they had. */
  #probabilities(from: number): number {
    const whole = this.#whole(from)
    const { quantization, ...tensor } = this.tensors[whole]!
    this.tensors[whole] = { ...tensor, quantization, name: `${tensor.name}/whole` }
    const { scale, zeroPoint } = quantization!
    const output = this.#tensor({
      ...tensor,
      type: 'uint8',
      quantization: uniform(scale[0]!, zeroPoint + 128),
    })
    this.operators.push({ name: 'QUANTIZE', inputs: [whole], output, options: NONE })
    return output
  }

  finish(): TfliteModel {
    const { input, output } = this.#model
    const last = this.#probabilities(output)
    return { tensors: this.tensors, operators: this.operators, input, output: last }
  }
}

/**
 * @param model as lowered from the graph that was observed
 * @param observed of each operation of the graph, the range of its values (`calibrate`)
 */
export function toWholeNumbers(model: LoweredModel, observed: ReadonlyMap<string, Range>): TfliteModel {
  const grids = gridsOf(model, new Map([...observed, ...model.ranges]))
  const quantizer = new Quantizer(model, grids)
  for (const operator of model.operators) quantizer.add(operator)
  return quantizer.finish()
}
