// Where a step's time goes, kernel by kernel: every kernel of a backend is wrapped in a stop-watch that counts its own
// time without that of the kernels it calls. Right for backends that compute within the call (wasm, cpu).
import { tf } from '../src-main/engine/tf'

export interface KernelTime {
  kernel: string
  calls: number
  milliseconds: number
}

/** Wraps all kernels; call once, after the backend was opened. */
export function profileKernels(backend: string) {
  const times = new Map<string, KernelTime>()
  const open: number[] = []
  for (const config of tf.getKernelsForBackend(backend)) {
    const time: KernelTime = { kernel: config.kernelName, calls: 0, milliseconds: 0 }
    times.set(config.kernelName, time)
    tf.unregisterKernel(config.kernelName, backend)
    tf.registerKernel({
      ...config,
      kernelFunc: (call) => {
        const start = performance.now()
        open.push(0)
        const result = config.kernelFunc(call)
        const took = performance.now() - start
        time.calls++
        time.milliseconds += took - open.pop()!
        if (open.length > 0) open[open.length - 1]! += took
        return result
      },
    })
  }
  return {
    reset: () => times.forEach((time) => Object.assign(time, { calls: 0, milliseconds: 0 })),
    /** Kernels that were called, the slowest first. */
    report: () =>
      [...times.values()].filter((t) => t.calls > 0).sort((a, b) => b.milliseconds - a.milliseconds),
  }
}
