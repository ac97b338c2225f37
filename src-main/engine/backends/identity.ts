// What tells a backend on this machine apart from another or an older one, found out without opening it: a measurement
// holds for one identity (engine/choice).
import { availableParallelism } from 'node:os'
import { loadAddon } from './tensorflow/addon'
import { defaultPackFolder } from './tensorflow/pack-folder'
import { installedPack } from './tensorflow/packs/folder'
import { adapterText } from './webgpu'
import type { AdapterFacts } from './webgpu/adapter'
import { packageVersion } from './webgpu/package'
import { PRECISION_VARIABLE } from './webgpu/precision'

const threads = () => `${availableParallelism()} threads`

export const wasmIdentity = (): string => threads()

/** Adapter, interface, driver, and what is asked of it. */
export const webgpuIdentity = (facts: AdapterFacts): string =>
  [adapterText(facts), packageVersion(), process.env[PRECISION_VARIABLE] ?? ''].join(' · ')

/** @returns null where there is no pack */
export async function tensorflowIdentity(packs: string): Promise<string | null> {
  const folder = await defaultPackFolder(packs)
  if (folder === null) return null
  const pack = await installedPack(packs)
  const named = pack?.libraries === folder ? `${pack.name} ${pack.version}` : folder
  const xla = process.env['COTEJO_XLA'] === '1' ? 'xla' : ''
  return [named, pack?.name === 'cpu' ? threads() : cards(), xla].join(' · ')
}

/** NVIDIA's cards and the version of CUDA that their driver runs; empty without them. */
function cards(): string {
  try {
    const { cards, cudaVersion } = loadAddon().cudaDriver()
    return `${cards.map(({ name }) => name).join(', ')}, CUDA ${cudaVersion}`
  } catch {
    return ''
  }
}
