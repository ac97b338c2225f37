// The program that is measured: opens one backend and takes steps of one run until it is ended.
import { constants, setPriority } from 'node:os'
import { toErrorShape, type TrainedRun } from '../../contract'
import { createBackends } from '../backends/choose'
import type { Compute } from '../compute'
import { order, type Order, type Sighting } from './messages'
import { timedSteps } from './steps'
import type { Work } from './work'

/** Where memory runs out, parts of a batch are tried down to the eighth. */
const SMALLEST_PART = 8

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
      const { code, message } = toErrorShape(error)
      tell({ seen: 'failed', reason: message, code })
    })
  })
}

async function follow({ backend, packs, run, work }: Order, tell: (one: Sighting) => void): Promise<void> {
  const nobody = () => {}
  const compute = await createBackends(nobody, nobody).use(backend, packs)
  tell({ seen: 'open', device: compute.device })
  for (let { batch } = work; ; batch = Math.ceil(batch / 2)) {
    try {
      return await stepAlong(run, { ...work, batch }, compute, tell)
    } catch (error) {
      // A run would go on in parts of a batch then.
      const goesOn = toErrorShape(error).code === 'out-of-memory' && work.kind !== 'features'
      if (!goesOn || batch * SMALLEST_PART <= work.batch) throw error
      await compute.trim?.()
    }
  }
}

async function stepAlong(
  run: TrainedRun,
  work: Work,
  compute: Compute,
  tell: (one: Sighting) => void,
): Promise<void> {
  let first = true
  for await (const timed of timedSteps(run, work, compute, (pictures) => tell({ seen: 'ready', pictures }))) {
    tell(first ? { seen: 'first', ...timed } : { seen: 'timed', ...timed })
    first = false
  }
}
