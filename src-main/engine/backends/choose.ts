// Which backend a run uses: the one that was asked for, else the fastest kind that this machine has.
// A backend is opened at its first use and kept; falling back is never silent.
import { UserError, type BackendName } from '../../contract'
import type { Compute } from '../compute'
import { tf } from '../tf'
import { tensorflowIdentity, wasmIdentity, webgpuIdentity } from './identity'
import { openTensorflow } from './tensorflow'
import { defaultPackFolder } from './tensorflow/pack-folder'
import { openWasm } from './wasm'
import { lookForAdapter, openWebgpu, type Look } from './webgpu'

/** All that can be asked for. */
const usable = ['tensorflow', 'webgpu', 'wasm'] as const
type Usable = (typeof usable)[number]
/**
 * In order of preference where nothing was measured: for short work beside runs, and runs that are too short to measure.
 * WebGPU is not among them, as it is not known to be the faster one; a run takes it where it was measured to be
 * (engine/choice, docs/decisions/0032).
 */
const automatic = ['tensorflow', 'wasm'] as const satisfies readonly Usable[]

/** A backend that this machine has. */
export interface UsableBackend {
  readonly name: BackendName
  /** Tells devices, drivers and versions apart: another identity may be faster or slower. */
  readonly identity: string
}

export interface Backends {
  /** Opens (once) and selects a backend for what runs next. */
  use(name: BackendName | null, packs: string): Promise<Compute>
  /** What `use(null)` would take, without opening it. */
  preferred(packs: string): Promise<BackendName>
  /** Selects the best backend after one whose device failed, and says so. */
  useAfter(failed: BackendName, packs: string): Promise<Compute>
  /** The backend if it was opened before, else null. */
  opened(name: BackendName): Compute | null
  /** Those that could be opened here, as far as one can tell without; the likely fastest first, `wasm` last. */
  usable(packs: string): Promise<UsableBackend[]>
  /** The graphics card that WebGPU would compute on, or why there is none. Looked for once. */
  adapter(): Promise<Look>
}

export function createBackends(
  notify: (compute: Compute) => void,
  warn: (message: string) => void,
): Backends {
  const open = new Map<Usable, Promise<Compute>>()
  const ready = new Map<BackendName, Compute>()
  let current: Compute | null = null
  let look: Promise<Look> | null = null

  const adapter = () => (look ??= lookForAdapter())

  function openOne(name: Usable, packs: string): Promise<Compute> {
    if (name === 'wasm') return openWasm({ warn })
    return name === 'webgpu' ? openWebgpu() : openTensorflow(packs)
  }

  function start(name: Usable, packs: string): Promise<Compute> {
    let opening = open.get(name)
    if (!opening) {
      opening = openOne(name, packs)
      // A failure is not kept: the user may install what was missing and try again.
      opening.catch(() => open.delete(name))
      open.set(name, opening)
    }
    return opening
  }

  /** A device that is gone is opened anew at the next use: a driver that was restarted works again. */
  async function discard(name: BackendName): Promise<void> {
    const gone = ready.get(name)
    if (!gone?.failed) return
    ready.delete(name)
    open.delete(name as Usable)
    if (current === gone) current = null
    await gone.dispose()
  }

  async function select(name: Usable, packs: string): Promise<Compute> {
    await discard(name)
    const compute = await start(name, packs)
    ready.set(name, compute)
    if (tf.getBackend() !== compute.name) await tf.setBackend(compute.name)
    if (current !== compute) notify(compute)
    current = compute
    return compute
  }

  /** Those that this machine has, the best first. */
  async function candidates(packs: string): Promise<Usable[]> {
    const native = (await defaultPackFolder(packs)) !== null
    return automatic.filter((name) => name !== 'tensorflow' || native)
  }

  async function firstOf(names: readonly Usable[], packs: string): Promise<Compute> {
    for (const [i, name] of names.entries()) {
      const next = names[i + 1]
      if (!next) return select(name, packs)
      try {
        return await select(name, packs)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        warn(`${name} could not be started (${why}); using ${next} instead.`)
      }
    }
    throw new Error('There is no backend.')
  }

  return {
    preferred: async (packs) => (await candidates(packs))[0]!,
    opened: (name) => ready.get(name) ?? null,
    adapter,
    async usable(packs) {
      const look = await adapter()
      const native = await tensorflowIdentity(packs)
      return [
        ...('facts' in look ? [{ name: 'webgpu' as const, identity: webgpuIdentity(look.facts) }] : []),
        ...(native === null ? [] : [{ name: 'tensorflow' as const, identity: native }]),
        { name: 'wasm', identity: wasmIdentity() },
      ]
    },
    async use(name, packs) {
      if (name === null) return firstOf(await candidates(packs), packs)
      if (isUsable(name)) return select(name, packs)
      throw new UserError('backend-unavailable', `The backend “${name}” cannot be used on this machine.`, {
        detail: { backend: name },
        hint: `Use one of: ${usable.join(', ')}. “doctor” says what this machine has.`,
      })
    },
    async useAfter(failed, packs) {
      await discard(failed)
      const rest = (await candidates(packs)).filter((name) => name !== failed)
      return firstOf(rest, packs)
    },
  }
}

function isUsable(name: BackendName): name is Usable {
  return (usable as readonly string[]).includes(name)
}
