// Where an eager step spends its time, by TensorFlow operation.
import type { TensorflowBackend } from '../src-main/engine/backends/tensorflow/backend'
import { tf } from '../src-main/engine/tf'

/** Runs `step` a few times and prints the operations that took most. */
export function profileOperations(step: () => unknown, steps: number): void {
  const { binding } = tf.backend() as unknown as TensorflowBackend
  const original = binding.executeOp
  const spent = new Map<string, { calls: number; milliseconds: number }>()
  binding.executeOp = function (name, ...rest) {
    const start = performance.now()
    try {
      return original.call(this, name, ...rest)
    } finally {
      const entry = spent.get(name) ?? { calls: 0, milliseconds: 0 }
      entry.calls++
      entry.milliseconds += performance.now() - start
      spent.set(name, entry)
    }
  }
  const start = performance.now()
  for (let i = 0; i < steps; i++) step()
  const total = performance.now() - start
  binding.executeOp = original
  const rows = [...spent].sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
  for (const [name, { calls, milliseconds }] of rows.slice(0, 20)) {
    const share = ((100 * milliseconds) / total).toFixed(1).padStart(5)
    console.log(
      `  ${(milliseconds / steps).toFixed(2).padStart(8)} ms ${share} % ${(calls / steps).toFixed(0).padStart(4)} × ${name}`,
    )
  }
}
