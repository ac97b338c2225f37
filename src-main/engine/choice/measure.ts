// Measures one backend after the other on a run's own model.
import type { BackendSpeed, MeasuredSpeeds } from '../../contract'
import type { UsableBackend } from '../backends/choose'
import type { Task } from '../task'
import type { Order } from './messages'
import { watchSteps, type StartStepping } from './watch'

/** Begins the steps of an order. */
export type Stepper = (order: Order) => StartStepping

/**
 * One after the other, as they share processor, memory and the user's patience.
 * @param backends in the order in which they are measured
 * @returns the fastest first; those that were left out come last
 * @throws UserError `cancelled`
 */
export async function measureBackends(
  stepper: Stepper,
  backends: readonly UsableBackend[],
  order: Omit<Order, 'backend'>,
  task: Task,
): Promise<MeasuredSpeeds> {
  const speeds: BackendSpeed[] = []
  const total = backends.length
  let best = 0
  for (const [done, { name }] of backends.entries()) {
    task.progress({ stage: 'measure', done, total, unit: 'parts', item: name })
    const speed = await watchSteps(name, stepper({ ...order, backend: name }), best, task.signal)
    best = Math.max(best, speed.imagesPerSecond ?? 0)
    speeds.push(speed)
  }
  task.progress({ stage: 'measure', done: total, total, unit: 'parts' })
  speeds.sort((a, b) => (b.imagesPerSecond ?? 0) - (a.imagesPerSecond ?? 0))
  return { at: new Date().toISOString(), speeds }
}
