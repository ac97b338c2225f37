// Stands between tfjs-node's kernels and the addon. Normally it hands every call on. While it records, it also writes
// down what is done, as the body of a TensorFlow function: tensors made on the way become constants, operations
// become nodes, and whatever would make the record wrong is an error at once.
import type {
  Binding,
  FunctionBody,
  GraphNode,
  KernelBinding,
  OpAttribute,
  TensorMetadata,
  TensorValues,
} from './binding'

/** Small constants with the same contents share one node. */
const MOST_SHARED_VALUES = 16

interface Recording {
  readonly name: string
  readonly inputs: FunctionBody['inputs']
  readonly nodes: GraphNode[]
  /** Tensor id → where it comes from, as (node number, output index). */
  readonly sources: Map<number, readonly [node: number, output: number]>
  /** Constants stay until the function is made of them, though tfjs may have let go of them. */
  readonly constants: Set<number>
  readonly released: Set<number>
  readonly shared: Map<string, number>
}

export class Recorder implements KernelBinding {
  readonly TF_FLOAT
  readonly TF_INT32
  readonly TF_INT64
  readonly TF_BOOL
  readonly TF_COMPLEX64
  readonly TF_STRING
  readonly TF_RESOURCE
  readonly TF_UINT8
  readonly TF_ATTR_STRING
  readonly TF_ATTR_INT
  readonly TF_ATTR_FLOAT
  readonly TF_ATTR_BOOL
  readonly TF_ATTR_TYPE
  readonly TF_ATTR_SHAPE
  readonly TF_Version
  readonly #native: Binding
  #recording: Recording | null = null

  constructor(native: Binding) {
    this.#native = native
    this.TF_FLOAT = native.TF_FLOAT
    this.TF_INT32 = native.TF_INT32
    this.TF_INT64 = native.TF_INT64
    this.TF_BOOL = native.TF_BOOL
    this.TF_COMPLEX64 = native.TF_COMPLEX64
    this.TF_STRING = native.TF_STRING
    this.TF_RESOURCE = native.TF_RESOURCE
    this.TF_UINT8 = native.TF_UINT8
    this.TF_ATTR_STRING = native.TF_ATTR_STRING
    this.TF_ATTR_INT = native.TF_ATTR_INT
    this.TF_ATTR_FLOAT = native.TF_ATTR_FLOAT
    this.TF_ATTR_BOOL = native.TF_ATTR_BOOL
    this.TF_ATTR_TYPE = native.TF_ATTR_TYPE
    this.TF_ATTR_SHAPE = native.TF_ATTR_SHAPE
    this.TF_Version = native.TF_Version
  }

  /** Name of the function that is being recorded, or null. */
  get recording(): string | null {
    return this.#recording?.name ?? null
  }

  /**
   * Records what `run` does.
   * @param inputs ids of the tensors that the function depends on, with their types and shapes
   * @param run does the work and gives the ids of the results
   * @param define gets the finished body while its constants still exist
   */
  record(
    name: string,
    inputs: readonly TensorMetadata[],
    run: () => readonly number[],
    define: (body: FunctionBody) => void,
  ): void {
    if (this.#recording) {
      throw new Error(`${name} cannot be captured inside ${this.#recording.name}: call its function directly`)
    }
    const recording: Recording = {
      name,
      inputs: inputs.map(({ dtype, shape }) => ({ dtype, shape })),
      nodes: [],
      sources: new Map(inputs.map(({ id }, i) => [id, [i, 0] as const])),
      constants: new Set(),
      released: new Set(),
      shared: new Map(),
    }
    this.#recording = recording
    try {
      const results = run()
      const outputs = results.flatMap((id) => this.#sourceOf(recording, id, 'a result'))
      this.#recording = null
      define({ inputs: recording.inputs, nodes: recording.nodes, outputs })
    } finally {
      this.#recording = null
      for (const id of recording.released) this.#native.deleteTensor(id)
    }
  }

  createTensor(shape: readonly number[], dtype: number, values: TensorValues): number {
    const id = this.#native.createTensor(shape, dtype, values)
    const recording = this.#recording
    if (recording) {
      recording.constants.add(id)
      recording.sources.set(id, [this.#constantNode(recording, id, shape, dtype, values), 0])
    }
    return id
  }

  deleteTensor(id: number): void {
    const recording = this.#recording
    if (recording?.constants.has(id)) recording.released.add(id)
    else this.#native.deleteTensor(id)
  }

  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array {
    if (this.#recording) {
      throw new Error(
        `${this.#recording.name} reads a tensor's values while it is captured. What depends on them would be ` +
          'frozen at this value; compute with tensors instead',
      )
    }
    return this.#native.tensorDataSync(id)
  }

  executeOp(name: string, attributes: OpAttribute[], inputs: number[], outputs: number): TensorMetadata[] {
    const recording = this.#recording
    if (!recording) return this.#native.executeOp(name, attributes, inputs, outputs)
    const pairs = inputs.flatMap((id, i) => this.#sourceOf(recording, id, `input ${i} of ${name}`))
    const results = this.#native.executeOp(name, attributes, inputs, outputs)
    const node = recording.inputs.length + recording.nodes.length
    recording.nodes.push({ op: name, attrs: attributes, inputs: pairs })
    results.forEach(({ id }, i) => recording.sources.set(id, [node, i]))
    return results
  }

  #sourceOf(recording: Recording, id: number, what: string): readonly [number, number] {
    const source = recording.sources.get(id)
    if (!source) {
      throw new Error(
        `${recording.name}: ${what} is a tensor that is not among the function's inputs. ` +
          'Every weight, statistic, optimizer slot and batch tensor that it uses must be passed in',
      )
    }
    return source
  }

  #constantNode(
    recording: Recording,
    id: number,
    shape: readonly number[],
    dtype: number,
    values: TensorValues,
  ): number {
    const node = recording.inputs.length + recording.nodes.length
    if (!Array.isArray(values) && values.length <= MOST_SHARED_VALUES) {
      // Bit patterns, so that 0 and -0 stay two constants.
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
      const key = `${dtype}[${shape.join()}]${bytes.join()}`
      const known = recording.shared.get(key)
      if (known !== undefined) return known
      recording.shared.set(key, node)
    }
    recording.nodes.push({ constant: id })
    return node
  }

  #refuse(what: string): void {
    if (this.#recording) throw new Error(`${this.#recording.name} ${what} while it is captured`)
  }

  loadSavedModel(folder: string, tags: string): number {
    this.#refuse('loads a saved model')
    return this.#native.loadSavedModel(folder, tags)
  }

  runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): TensorMetadata[] {
    this.#refuse('runs a saved model')
    return this.#native.runSavedModel(id, inputs, inputNames, outputNames)
  }

  deleteSavedModel(id: number): void {
    this.#native.deleteSavedModel(id)
  }

  getNumOfSavedModels(): number {
    return this.#native.getNumOfSavedModels()
  }

  getNumOfTensors(): number {
    return this.#native.getNumOfTensors()
  }

  isUsingGpuDevice(): boolean {
    return this.#native.isUsingGpuDevice()
  }
}
