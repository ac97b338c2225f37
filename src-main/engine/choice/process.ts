// Measures in a process of its own, the engine's program started anew: it can be ended in the middle of a step, a driver
// that breaks ends nobody else, and what it took of memory is given back. WebAssembly's memory never shrinks, and
// TensorFlow keeps what it took of a card.
import { fork } from 'node:child_process'
import { MEASURE, sighting, type Order } from './messages'
import type { StartStepping } from './watch'

/**
 * @param program the built engine
 * @returns what starts the steps of an order
 */
export const stepsInProcess =
  (program: string) =>
  (order: Order): StartStepping =>
  (tell) => {
    const child = fork(program, [MEASURE], {
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (raw) => {
      const read = sighting.safeParse(raw)
      if (read.success) tell(read.data)
    })
    child.on('error', (error) => tell({ seen: 'failed', reason: error.message }))
    child.on('exit', (code, signal) =>
      tell({
        seen: 'failed',
        reason: `Its process ended (${signal ?? `exit status ${code}`}).`,
        code: 'ended',
      }),
    )
    child.send(order, (error) => error && tell({ seen: 'failed', reason: error.message }))
    return { stop: () => void child.kill('SIGKILL') }
  }
