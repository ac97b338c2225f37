// What the rest of the engine knows of a backend: a name, a device, and a way to make functions of tensors fast.
import type { BackendName } from '../contract'
import type { ImageReader } from './models/inference'
import type { Tensor, Tensor4D } from './tf'

/**
 * A function of tensors. It must be pure: the outputs depend on `inputs` alone, nothing is read back to JavaScript,
 * no random numbers are drawn in JavaScript, no tensor is kept. A layers model's own variables may be used inside
 * as long as they are among the inputs. Inputs of one function keep their number, types and order; shapes may vary.
 */
export type TensorFunction = (inputs: readonly Tensor[]) => Tensor[]

export interface CompiledFunction {
  /** New tensors, owned by the caller. Inputs stay the caller's. */
  run(inputs: readonly Tensor[]): Tensor[]
  dispose(): void
}

/** Pictures on the device. */
export interface PictureStore {
  /** The pictures of these numbers, NHWC, 8-bit values; the caller's. */
  take(indices: Int32Array): Tensor4D
  dispose(): void
}

/** What a device has learnt about its kernels: in how many cases another way of computing was measured. */
export interface Tuned {
  readonly settled: number
  /** Those of them in which the rule's way was not the fastest. */
  readonly improved: number
  /** Not reached; a later call or the next run goes on there. */
  readonly left: number
  readonly milliseconds: number
}

export interface Compute {
  readonly name: BackendName
  /** For people: "CPU, WebAssembly SIMD, 2 threads", "NVIDIA GeForce RTX 4070". */
  readonly device: string
  readonly version: string
  readonly threads: number | null
  /** The device is gone, or its memory in disorder: nothing can be computed any more. The next use opens it anew. */
  readonly failed?: boolean
  /** Eager backends run `fn` in a tidy; `tensorflow` captures it once per input shapes and replays it. */
  compile(name: string, fn: TensorFunction): CompiledFunction
  /**
   * Waits until the device has done all that was asked of it. Left out by backends that compute while they are called.
   * @throws UserError `out-of-memory`, `device-lost` where something of it failed
   */
  settled?(): Promise<void>
  /**
   * To be awaited between two pieces of work that need nothing read back: returns when no more than one of them is left to
   * do, so that the device always has one, and a cancel waits for no more. Left out by backends that compute while they
   * are called.
   * @throws UserError `device-lost`
   */
  pace?(): Promise<void>
  /**
   * Keeps a dataset's pictures on the device from when they are first used. Left out where they are no faster there.
   * @param count of the dataset: the numbers to be taken are below it
   * @returns null where they do not fit
   */
  keepPictures?(images: ImageReader, count: number): PictureStore | null
  /**
   * Gives memory that is kept for reuse back to the device, after something did not fit. To be called when what failed
   * has been disposed; errors that it left are forgotten.
   */
  trim?(): Promise<void>
  /**
   * Measures, for what was computed since the last call, which of several ways of the same result is the fastest here, for
   * two seconds at most, and takes it from then on. To be awaited once after the first step of a phase. Left out by
   * backends that have nothing to choose; returns at once where all is known.
   */
  tune?(signal: AbortSignal): Promise<Tuned>
  /** Frees the device. The process needs a new start to use this backend again. */
  dispose(): Promise<void>
}
