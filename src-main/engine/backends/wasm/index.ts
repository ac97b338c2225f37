// The wasm backend: always there, nothing to install.
export { openWasm, type WasmOptions } from './open'
