// Where the device's time goes in a step, kernel by kernel. Each dispatch is timed in a pass of its own, which costs
// something: the sum is a little more than what a step takes.
import type { WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { Clock, hasClock, type Timed } from './clock'

const steps = 5

/**
 * Lines for people: kinds of kernels by their share, then the kernels that take most.
 * @param step runs one step and waits for it, more than once
 */
export async function profiled({ gpu }: WebgpuCompute, step: () => Promise<unknown>): Promise<string[]> {
  if (!hasClock(gpu)) return ['no profile: the adapter has no clock (timestamp-query)']
  await step()
  const start = performance.now()
  for (let i = 0; i < steps; i++) await step()
  const wall = (performance.now() - start) / steps
  const clock = new Clock(gpu)
  try {
    for (let i = 0; i < steps; i++) await step()
  } finally {
    clock.detach()
  }
  const timed = await clock.times()
  const kind = ({ label }: Timed) => label.split(' ')[0]!
  const total = timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return [
    `a step alone: ${wall.toFixed(3)} ms by the wall's clock, ${(total / steps).toFixed(3)} ms on the device in ` +
      `${timed.length / steps} dispatches`,
    ...lines(timed, kind, total, 30),
    'the kernels that take most:',
    ...lines(timed, ({ label }) => label, total, 20),
  ]
}

function lines(
  timed: readonly Timed[],
  nameOf: (one: Timed) => string,
  total: number,
  most: number,
): string[] {
  const groups = new Map<string, { count: number; milliseconds: number }>()
  for (const one of timed) {
    const group = groups.get(nameOf(one)) ?? { count: 0, milliseconds: 0 }
    group.count++
    group.milliseconds += one.milliseconds
    groups.set(nameOf(one), group)
  }
  return [...groups]
    .sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
    .slice(0, most)
    .map(([name, { count, milliseconds }]) => {
      const share = ((100 * milliseconds) / total).toFixed(1).padStart(5)
      return `  ${share} %  ${(milliseconds / steps).toFixed(3).padStart(9)} ms  ${count / steps} × ${name}`
    })
}
