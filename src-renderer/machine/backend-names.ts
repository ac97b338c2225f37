// What the backends are called; the names are the same in every language.
import { type BackendName } from '../../src-main/contract'

export const backendNames: Record<BackendName, string> = {
  tensorflow: 'TensorFlow',
  webgpu: 'WebGPU',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
}
