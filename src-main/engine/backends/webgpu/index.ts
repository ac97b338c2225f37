// The webgpu backend: any vendor's graphics card, nothing to install.
export { ADAPTER_VARIABLE, findAdapter, lookForAdapter, type Look } from './adapter'
export { adapterText, openWebgpu, type WebgpuCompute, type WebgpuOptions } from './open'
export { forgetTable } from './tuning/table'
