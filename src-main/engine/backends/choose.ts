// Which backend a run uses: the one that was asked for, else the fastest kind that this machine has.
// A backend is opened at its first use and kept; falling back is never silent.
import { UserError, type BackendName } from '../../contract'
import type { Compute } from '../compute'
import { tf } from '../tf'
import { openTensorflow } from './tensorflow'
import { defaultPackFolder } from './tensorflow/pack-folder'
import { openWasm } from './wasm'

/** In order of preference when the user asked for none. */
const preference = ['tensorflow', 'wasm'] as const
type Usable = (typeof preference)[number]

export interface Backends {
  /** Opens (once) and selects a backend for what runs next. */
  use(name: BackendName | null, packs: string): Promise<Compute>
  /** What `use(null)` would take, without opening it. */
  preferred(packs: string): Promise<BackendName>
  /** The backend if it was opened before, else null. */
  opened(name: BackendName): Compute | null
}

export function createBackends(
  notify: (compute: Compute) => void,
  warn: (message: string) => void,
): Backends {
  const open = new Map<Usable, Promise<Compute>>()
  const ready = new Map<BackendName, Compute>()
  let current: Compute | null = null

  function start(name: Usable, packs: string): Promise<Compute> {
    let opening = open.get(name)
    if (!opening) {
      opening = name === 'wasm' ? openWasm({ warn }) : openTensorflow(packs)
      // A failure is not kept: the user may install what was missing and try again.
      opening.catch(() => open.delete(name))
      open.set(name, opening)
    }
    return opening
  }

  async function select(name: Usable, packs: string): Promise<Compute> {
    const compute = await start(name, packs)
    ready.set(name, compute)
    if (tf.getBackend() !== compute.name) await tf.setBackend(compute.name)
    if (current !== compute) notify(compute)
    current = compute
    return compute
  }

  async function preferred(packs: string): Promise<Usable> {
    return (await defaultPackFolder(packs)) === null ? 'wasm' : 'tensorflow'
  }

  return {
    preferred,
    opened: (name) => ready.get(name) ?? null,
    async use(name, packs) {
      if (name !== null) {
        if (!isUsable(name)) {
          throw new UserError(
            'backend-unavailable',
            `The backend “${name}” cannot be used on this machine.`,
            {
              detail: { backend: name },
              hint: `Use one of: ${preference.join(', ')}. “doctor” says what this machine has.`,
            },
          )
        }
        return select(name, packs)
      }
      const first = await preferred(packs)
      if (first === 'wasm') return select('wasm', packs)
      try {
        return await select(first, packs)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        warn(`${first} could not be started (${why}); using wasm instead.`)
        return select('wasm', packs)
      }
    },
  }
}

function isUsable(name: BackendName): name is Usable {
  return (preference as readonly string[]).includes(name)
}
