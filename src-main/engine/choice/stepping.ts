// The program that is measured: opens one backend and takes steps of one run until it is ended.
import { constants, setPriority } from 'node:os'
import { createBackends } from '../backends/choose'
import { order, type Order, type Sighting } from './messages'
import { timedSteps } from './steps'

/** Runs until the process is ended, or who started it is gone. */
export function takeSteps(): void {
  const tell = (one: Sighting) => process.connected && process.send?.(one)
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not allowed in some sandboxes.
  }
  process.on('disconnect', () => process.exit(0))
  process.on('SIGINT', () => {})
  process.once('message', (raw) => {
    follow(order.parse(raw), tell).catch((error: unknown) => {
      tell({ seen: 'failed', reason: error instanceof Error ? error.message : String(error) })
    })
  })
}

async function follow({ backend, packs, run, work }: Order, tell: (one: Sighting) => void): Promise<void> {
  const nobody = () => {}
  const compute = await createBackends(nobody, nobody).use(backend, packs)
  tell({ seen: 'open', device: compute.device })
  let first = true
  for await (const timed of timedSteps(run, work, compute, (pictures) => tell({ seen: 'ready', pictures }))) {
    tell(first ? { seen: 'first', ...timed } : { seen: 'timed', ...timed })
    first = false
  }
}
