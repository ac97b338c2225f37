// Records a function of tensors once per shapes of its inputs, and replays it.
import type { CompiledFunction, TensorFunction } from '../../compute'
import { tf, type DataType, type Tensor } from '../../tf'
import { owned } from '../shared/eager'
import type { WebgpuBackend } from './backend'
import type { Replay } from './replay'
import type { Script } from './recording'

/** More input shapes than this, and the one that was not used for longest is recorded anew when it comes again. */
const MOST_SIGNATURES = 8

interface Output {
  /** Position among the replay's outputs, or null for an input that is handed through. */
  readonly result: number | null
  readonly input: number | null
  readonly dtype: DataType
  readonly shape: readonly number[]
}

interface Recorded {
  readonly signature: string
  /** Kernels may take other tiles from some moment on: what was recorded before is out of date then. */
  readonly generation: number
  readonly script: Script
  readonly results: readonly number[]
  readonly outputs: readonly Output[]
  /** Made at the second run: what runs once needs no bind groups that last. */
  replay: Replay | null
}

/** Makes the `compile` of a `Compute` over a backend. */
export function createCompiler(backend: WebgpuBackend) {
  /** Runs `fn` op by op and writes down what it does. */
  function record(
    name: string,
    fn: TensorFunction,
    inputs: readonly Tensor[],
    signature: string,
  ): [Recorded, Tensor[]] {
    const { generation } = backend
    const {
      value: tensors,
      script,
      madeIn,
    } = backend.record(name, inputs, () =>
      tf.tidy(() => fn(inputs).map((output) => settled(owned(output, inputs)))),
    )
    const inputOf = new Map(inputs.map(({ dataId }, i) => [dataId, i]))
    const results: number[] = []
    const outputs = tensors.map((tensor): Output => {
      const about = { dtype: tensor.dtype, shape: tensor.shape }
      const input = inputOf.get(tensor.dataId)
      if (input !== undefined) return { ...about, result: null, input }
      const made = madeIn(backend.rangeOf(tensor.dataId))
      if (!results.includes(made)) results.push(made)
      return { ...about, result: results.indexOf(made), input: null }
    })
    return [{ signature, generation, script, results, outputs, replay: null }, tensors]
  }

  /** A result whose contents come from the processor is computed from them, so that each run has its own. */
  function settled(output: Tensor): Tensor {
    if (!backend.isConstant(output.dataId)) return output
    backend.uploadToGPU(output.dataId)
    return tf.mul(output, tf.scalar(1, output.dtype as 'float32' | 'int32'))
  }

  function replay(recorded: Recorded, inputs: readonly Tensor[]): Tensor[] {
    recorded.replay ??= backend.replayOf(recorded.script, inputs.length, recorded.results)
    const ranges = backend.replay(
      recorded.replay,
      inputs.map(({ dataId }) => dataId),
    )
    const adopted: object[] = []
    return recorded.outputs.map(({ result, input, dtype, shape }) => {
      if (result === null) return inputs[input!]!.clone()
      const twin = adopted[result]
      if (twin) backend.incRef(twin)
      const dataId = (adopted[result] = twin ?? backend.adopt(ranges[result]!, shape, dtype))
      return tf.engine().makeTensorFromTensorInfo({ dataId, shape: [...shape], dtype })
    })
  }

  function forget(recorded: Recorded): void {
    if (recorded.replay) recorded.replay.dispose()
    else backend.abandon(recorded.script)
  }

  return function compile(name: string, fn: TensorFunction): CompiledFunction {
    /** Most recently used first. */
    let known: Recorded[] = []
    let disposed = false

    return {
      run(inputs) {
        if (disposed) throw new Error(`${name} was disposed`)
        const signature = backend.signatureOf(inputs)
        const found = known.find(
          (one) => one.signature === signature && one.generation === backend.generation,
        )
        if (!found) {
          const [recorded, results] = record(name, fn, inputs, signature)
          const [stale, rest] = [known.filter((one) => !isCurrent(one)), known.filter(isCurrent)]
          known = [recorded, ...rest]
          for (const old of [...stale, ...known.splice(MOST_SIGNATURES)]) forget(old)
          return results
        }
        if (known[0] !== found) known = [found, ...known.filter((one) => one !== found)]
        return replay(found, inputs)
      },
      dispose() {
        disposed = true
        known.forEach(forget)
        known = []
      },
    }
  }

  function isCurrent(one: Recorded): boolean {
    return one.generation === backend.generation
  }
}
