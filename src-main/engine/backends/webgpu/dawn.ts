// Dawn's binding for Node (the npm package `webgpu`): WebGPU outside of a browser. Its binary is loaded at first use
// and never before, so that a machine where it does not load still has the other backends.
/// <reference types="@webgpu/types" preserve="true" />

/** How Dawn talks to the driver. */
export type DriverInterface = 'd3d12' | 'metal' | 'vulkan'

export interface Dawn {
  /** An entry to WebGPU. While it is referenced, the process does not end by itself. */
  create(options: readonly string[]): GPU
}

let loading: Promise<Dawn> | null = null

/**
 * Loads the binary of this platform and puts WebGPU's classes and constants into the global scope, where the backend
 * of TensorFlow.js looks for them.
 * @throws Error where the package has no binary for this platform or it does not load
 */
export function loadDawn(): Promise<Dawn> {
  loading ??= import('webgpu').then(({ create, globals }) => {
    Object.assign(globalThis, globals)
    return { create: (options) => create([...options]) }
  })
  loading.catch(() => (loading = null))
  return loading
}

/** The interfaces to ask for on this platform, the best supported one first. */
export function interfacesOf(platform: NodeJS.Platform): readonly DriverInterface[] {
  if (platform === 'win32') return ['d3d12', 'vulkan']
  return platform === 'darwin' ? ['metal'] : ['vulkan']
}

export const interfaceNames: Record<DriverInterface, string> = {
  d3d12: 'D3D12',
  metal: 'Metal',
  vulkan: 'Vulkan',
}
