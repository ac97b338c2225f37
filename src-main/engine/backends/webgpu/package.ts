// The npm package @tensorflow/tfjs-backend-webgpu. It is required, not bundled: it has to meet the very same instance of
// tfjs-core as engine/tf.ts does. Loading it registers its kernels; Dawn's globals have to be there before.
import { createRequire } from 'node:module'
import type * as backendWebgpu from '@tensorflow/tfjs-backend-webgpu'

const load = createRequire(import.meta.url)

/**
 * Loads the package. `navigator.gpu` is there while it loads and while `use` runs, as the package asks for it, and is
 * gone afterwards: whoever holds it keeps the process from ending.
 */
export function withPackage<T>(gpu: GPU, use: (module: typeof backendWebgpu) => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
  Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true, writable: true })
  try {
    return use(load('@tensorflow/tfjs-backend-webgpu') as typeof backendWebgpu)
  } finally {
    if (before) Object.defineProperty(globalThis, 'navigator', before)
    else delete (globalThis as { navigator?: unknown }).navigator
  }
}

/** The package's version. */
export const packageVersion = (): string =>
  (load('@tensorflow/tfjs-backend-webgpu/package.json') as { version: string }).version
