// Drawing is synchronous and takes long: between two pieces the engine must hear that it was told to stop.
import { setImmediate } from 'node:timers/promises'
import { throwIfCancelled, type Task } from '../task'

/** Lets messages in. @throws UserError `cancelled` */
export async function breathe(task: Task): Promise<void> {
  await setImmediate()
  throwIfCancelled(task)
}
