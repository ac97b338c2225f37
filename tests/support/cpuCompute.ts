// TensorFlow.js's plain `cpu` backend, for tests on tiny models.
export { openCpu as cpuCompute } from '../../src-main/engine/backends/cpu'
