// How a kernel of ours is written and registered for the backend `webgpu`.
import { tf, type KernelFunc, type TensorInfo } from '../../../tf'
import type { WebgpuBackend } from '../backend'
import { duringCall, type CallShape } from '../tuning/decisions'

export type Inputs = Record<string, TensorInfo>

export interface KernelCall<Attributes> {
  inputs: Inputs
  attrs: Attributes
  backend: WebgpuBackend
}

/** The package's kernels that ours stand for, for the cases that ours leave to them. */
const originals = new Map<string, KernelFunc>()
/** Ours: where a device is opened again, they are not taken for the package's. */
const own = new WeakSet<KernelFunc>()

/**
 * Registers a kernel, in place of the package's where it has one of that name.
 * @param kernel makes the outputs, or gives null to leave this call to the package's kernel
 */
export function registerKernel<Attributes = object>(
  kernelName: string,
  kernel: (call: KernelCall<Attributes>) => TensorInfo | TensorInfo[] | null,
): void {
  const backendName = 'webgpu'
  const before = tf.getKernel(kernelName, backendName)
  if (before && !own.has(before.kernelFunc)) originals.set(kernelName, before.kernelFunc)
  if (before) tf.unregisterKernel(kernelName, backendName)
  const kernelFunc: KernelFunc = (call) => {
    const inputs = call.inputs as unknown as Inputs
    const attrs = (call.attrs ?? {}) as unknown as Attributes
    const backend = call.backend as unknown as WebgpuBackend
    const made = duringCall(
      () => shapeOf(kernelName, inputs, attrs as object),
      () => kernel({ inputs, attrs, backend }),
    )
    if (made) return made
    const original = originals.get(kernelName)
    if (!original) throw new Error(`${kernelName} on webgpu does not take these tensors.`)
    return original(call)
  }
  own.add(kernelFunc)
  tf.registerKernel({ kernelName, backendName, kernelFunc })
}

/** Tensors are not held on to. */
function shapeOf(kernelName: string, inputs: Inputs, attrs: object): CallShape {
  // A bias that is left out is named all the same.
  const given = Object.entries(inputs).filter(([, input]) => input)
  const shapes = given.map(([name, { shape, dtype }]) => [name, { shape: [...shape], dtype }])
  return { kernelName, inputs: Object.fromEntries(shapes), attrs }
}

/** The package's kernel of a name, whether or not ours stands for it: for comparison. */
export function packageKernel(name: string): KernelFunc {
  const original = originals.get(name) ?? tf.getKernel(name, 'webgpu')?.kernelFunc
  if (!original) throw new Error(`tfjs-backend-webgpu has no kernel ${name}.`)
  return original
}

/** Frees what a kernel made on the way. */
export function free(backend: WebgpuBackend, ...made: readonly TensorInfo[]): void {
  for (const { dataId } of made) backend.disposeData(dataId)
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1)
