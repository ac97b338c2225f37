// Runs one conformance case on the backend that is selected, and says how far it is from the reference.
import { tf, type Tensor } from '../../tf'
import { type NdArray, sizeOf } from './array'

export interface Input {
  readonly shape: readonly number[]
  /** float32 by default. */
  readonly dtype?: 'float32' | 'int32' | 'bool'
  /** Values are drawn from this range (whole numbers where the type is not float32), or given. */
  readonly range?: readonly [number, number]
  readonly values?: readonly number[]
  /** Values that differ from each other by more than a central difference moves them: for maxima. */
  readonly distinct?: boolean
}

export interface ConformanceCase {
  readonly name: string
  readonly inputs: readonly Input[]
  run(inputs: readonly Tensor[]): Tensor
  reference(inputs: readonly NdArray[]): NdArray
  /** The inputs whose gradient is checked; all float32 ones where it is left out, none where it is empty. */
  readonly gradients?: readonly number[]
  /** Largest error allowed, relative to the largest magnitude of what is compared; 2e-5 where it is left out. */
  readonly tolerance?: number
}

export interface Deviation {
  /** "value", or "gradient of input 0". */
  readonly of: string
  /** Largest difference over the largest magnitude of the reference. */
  readonly error: number
  readonly tolerance: number
}

/** Elements of one input whose gradient is compared; the reference costs two evaluations each. */
const sampledElements = 24
const step = 1e-4

/**
 * Values are read asynchronously, as some devices have no other way.
 * @returns one deviation for the value and one for each gradient
 * @throws Error where a shape is not that of the reference, or the backend fails
 */
export async function checkCase(theCase: ConformanceCase): Promise<Deviation[]> {
  const tolerance = theCase.tolerance ?? 2e-5
  const { arrays, value: expected, upstream, slopes } = answerOf(theCase)
  const [value, ...gradients] = tf.tidy(() => {
    const tensors = theCase.inputs.map((input, i) => toTensor(input, arrays[i]!))
    const gradientOf = (input: number) =>
      tf.grad((x) => theCase.run(tensors.map((tensor, j) => (j === input ? x : tensor))))(
        tensors[input]!,
        tf.tensor(Float32Array.from(upstream), [...expected.shape]),
      )
    return [theCase.run(tensors), ...slopes.map(({ input }) => gradientOf(input))]
  })
  try {
    if (value!.shape.join() !== expected.shape.join()) {
      throw new Error(`The shape is [${value!.shape.join()}], not [${expected.shape.join()}].`)
    }
    const deviations = [{ of: 'value', error: deviation(await value!.data(), expected.values), tolerance }]
    for (const [i, { input, elements, values }] of slopes.entries()) {
      const actual = await gradients[i]!.data()
      const error = deviation(
        elements.map((element) => actual[element]!),
        values,
      )
      deviations.push({ of: `gradient of input ${input}`, error, tolerance })
    }
    return deviations
  } finally {
    tf.dispose([value!, ...gradients])
  }
}

/** What the reference says of a case: drawn inputs, the value, and samples of the gradients. */
interface Answer {
  readonly arrays: readonly NdArray[]
  readonly value: NdArray
  /** The gradient that flows into the value. */
  readonly upstream: Float64Array
  readonly slopes: readonly Slopes[]
}

/** Derivatives with respect to some elements of one input. */
interface Slopes {
  readonly input: number
  readonly elements: readonly number[]
  readonly values: readonly number[]
}

const answers = new WeakMap<ConformanceCase, Answer>()

/** Computed once for all backends that a process checks. */
function answerOf(theCase: ConformanceCase): Answer {
  let answer = answers.get(theCase)
  if (!answer) {
    const random = sequence(theCase.name)
    const arrays = theCase.inputs.map((input) => draw(input, random))
    const value = theCase.reference(arrays)
    const upstream = Float64Array.from({ length: sizeOf(value.shape) }, () => Math.fround(2 * random() - 1))
    const slopes = gradientInputs(theCase).map((input) => slopesOf(theCase, arrays, input, upstream, random))
    answers.set(theCase, (answer = { arrays, value, upstream, slopes }))
  }
  return answer
}

function gradientInputs({ inputs, gradients }: ConformanceCase): readonly number[] {
  return (
    gradients ?? inputs.flatMap(({ dtype }, i) => (dtype === undefined || dtype === 'float32' ? [i] : []))
  )
}

/** Central differences of the reference at sampled elements. */
function slopesOf(
  { reference }: ConformanceCase,
  arrays: readonly NdArray[],
  input: number,
  upstream: Float64Array,
  random: () => number,
): Slopes {
  const { values } = arrays[input]!
  const weighted = () => reference(arrays).values.reduce((sum, value, i) => sum + value * upstream[i]!, 0)
  const slope = (element: number): number => {
    const middle = values[element]!
    values[element] = middle + step
    const above = weighted()
    values[element] = middle - step
    const below = weighted()
    values[element] = middle
    return (above - below) / (2 * step)
  }
  const elements = Array.from({ length: Math.min(sampledElements, values.length) }, (_, i) =>
    values.length <= sampledElements ? i : Math.floor(random() * values.length),
  )
  return { input, elements, values: elements.map(slope) }
}

/** NaN anywhere counts as infinitely wrong. */
function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = 1e-6
  let difference = 0
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(expected[i]!))
    const error = Math.abs(actual[i]! - expected[i]!)
    difference = Number.isNaN(error) ? Infinity : Math.max(difference, error)
  }
  return difference / largest
}

/** Numbers that float32 holds exactly, so that backend and reference compute on the same. */
function draw({ shape, dtype, range = [-1, 1], values, distinct }: Input, random: () => number): NdArray {
  const size = sizeOf(shape)
  if (values) return { shape, values: Float64Array.from(values) }
  const [low, high] = range
  if (distinct) {
    const ranks = Array.from({ length: size }, (_, i) => i)
    for (let i = size - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[ranks[i], ranks[j]] = [ranks[j]!, ranks[i]!]
    }
    return {
      shape,
      values: Float64Array.from(ranks, (rank) => Math.fround(low + ((high - low) * (rank + 0.5)) / size)),
    }
  }
  const whole = dtype === 'int32' || dtype === 'bool'
  return {
    shape,
    values: Float64Array.from({ length: size }, () => {
      const value = low + (high - low) * random()
      return whole ? Math.floor(value) : Math.fround(value)
    }),
  }
}

const toTensor = ({ dtype = 'float32' }: Input, { shape, values }: NdArray): Tensor =>
  tf.tensor(dtype === 'float32' ? Float32Array.from(values) : Int32Array.from(values), [...shape], dtype)

/** A generator seeded by the case's name (Mulberry32 over a hash of it), so that a failure repeats. */
function sequence(name: string): () => number {
  let state = 0
  for (const character of name) state = (Math.imul(state, 31) + character.charCodeAt(0)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32
  }
}
