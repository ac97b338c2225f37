// The part of the WebAssembly interface that we use. TypeScript has it only in the browser's library, which the
// engine is not checked against.

export interface WasmInstance {
  readonly exports: Record<string, unknown>
}
export type WasmImports = Record<string, Record<string, unknown>>
/** Compiled code; opaque. */
export type WasmCode = object

interface WebAssemblyNamespace {
  readonly Module: new (binary: Uint8Array) => WasmCode
  readonly Instance: new (code: WasmCode, imports: WasmImports) => WasmInstance
}

export const { Module: CompiledModule, Instance } = (
  globalThis as unknown as { WebAssembly: WebAssemblyNamespace }
).WebAssembly
