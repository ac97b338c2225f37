// Which graphics card to compute on, and why none can be used: adapters are asked for, described, and judged.
import type { MachineFinding } from '../../../contract'
import { loadDawn, interfacesOf, interfaceNames, type Dawn, type DriverInterface } from './dawn'
import { lackingLimit } from './limits'
import { dawnToggles, type Precision } from './precision'
import { driverTrial } from './trial'

/**
 * Names an adapter to use (a part of its name is enough); the only way to have a software adapter used. `none` keeps
 * WebGPU from being touched at all, for a machine whose driver does not survive it.
 */
export const ADAPTER_VARIABLE = 'COTEJO_WEBGPU_ADAPTER'

export interface AdapterFacts {
  /** "NVIDIA GeForce RTX 4070" */
  readonly name: string
  /** As the driver describes itself; may be empty. */
  readonly driver: string
  readonly vendor: string
  readonly architecture: string
  readonly interface: DriverInterface
  /** Computed by the processor: right, and far slower than the other backends. */
  readonly software: boolean
}

export interface FoundAdapter {
  readonly gpu: GPU
  readonly adapter: GPUAdapter
  readonly facts: AdapterFacts
}

/** Why there is no adapter to use: what is the matter, and what to do. One sentence each. */
export interface Obstacle {
  readonly problem: string
  readonly hint: string
  readonly finding: MachineFinding
}

/** What a look at the machine gave, without anything that is held open. */
export type Look = { readonly facts: AdapterFacts } | { readonly obstacle: Obstacle }

export async function lookForAdapter(): Promise<Look> {
  const search = await findAdapter()
  return 'found' in search ? { facts: search.found.facts } : { obstacle: search.obstacle }
}

/** One for each process: a driver that was mended takes a new start of Cotejo anyway. */
let trial: Promise<string | null> | null = null

export type Search = { readonly found: FoundAdapter } | { readonly obstacle: Obstacle }

/**
 * The adapter to use: the one that `wanted` names, else the first that is a graphics card. Dawn puts discrete cards
 * before integrated ones when it is asked for performance.
 * @param wanted a part of an adapter's name, any case; then software adapters count too
 * @param precision decides what Dawn is asked to offer
 */
export async function findAdapter(
  wanted = process.env[ADAPTER_VARIABLE] ?? '',
  precision: Precision = 'float32',
): Promise<Search> {
  if (wanted === 'none') return { obstacle: switchedOff }
  // Looks only where a process that nobody misses has shown that looking does no harm.
  const harm = await (trial ??= driverTrial())
  if (harm !== null) return { obstacle: driverBreaks(harm) }
  let dawn: Dawn
  try {
    dawn = await loadDawn()
  } catch (error) {
    return { obstacle: binaryMissing(error) }
  }
  const seen: AdapterFacts[] = []
  let lacking: Obstacle | null = null
  for (const driver of interfacesOf(process.platform)) {
    for await (const found of adaptersOf(dawn, driver, dawnToggles(precision))) {
      const { facts } = found
      seen.push(facts)
      const asked = wanted !== '' && facts.name.toLowerCase().includes(wanted.toLowerCase())
      if (wanted === '' ? facts.software : !asked) continue
      const limit = lackingLimit(found.adapter.limits)
      if (limit === null) return { found }
      lacking ??= {
        problem: `${facts.name} allows less than training needs (${limit}).`,
        hint: 'A newer driver may allow more.',
        finding: { code: 'webgpu-too-little', values: { card: facts.name, limit } },
      }
    }
  }
  return { obstacle: lacking ?? nothingFits(seen, wanted) }
}

/** Adapters of one interface, the best first: what Dawn takes for performance, then the others by name. */
async function* adaptersOf(
  dawn: Dawn,
  driver: DriverInterface,
  toggles: readonly string[],
): AsyncGenerator<FoundAdapter> {
  const names = await namesOf(dawn, driver)
  const first = await request(dawn, driver, null, names, toggles)
  if (!first) return
  yield first
  for (const name of names) {
    if (name === first.facts.name) continue
    const other = await request(dawn, driver, name, names, toggles)
    if (other) yield other
  }
}

/** Dawn rounds the device's clock to 65 µs, against web pages that listen in on others; kernels take less. */
const EXACT_CLOCK = 'disable-dawn-features=timestamp_quantization'

async function request(
  dawn: Dawn,
  driver: DriverInterface,
  name: string | null,
  names: readonly string[],
  toggles: readonly string[],
): Promise<FoundAdapter | null> {
  try {
    const wanted = name === null ? [] : [`adapter=${name}`]
    const gpu = dawn.create([`backend=${driver}`, ...wanted, EXACT_CLOCK, ...toggles])
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' })
    if (!adapter) return null
    const { device, description, vendor, architecture } = adapter.info
    const shown =
      name ?? names.find((one) => plain(one) === plain(device)) ?? (device || description || vendor)
    const software =
      adapter.info.isFallbackAdapter ||
      /swiftshader|llvmpipe|lavapipe|\bwarp\b|basic render/i.test(
        [shown, architecture, description].join(' '),
      )
    return {
      gpu,
      adapter,
      facts: { name: shown, driver: description, vendor, architecture, interface: driver, software },
    }
  } catch {
    return null
  }
}

/** Dawn lists what it has when it is asked for an adapter that there is not; it gives no list otherwise. */
async function namesOf(dawn: Dawn, driver: DriverInterface): Promise<string[]> {
  try {
    await dawn.create([`backend=${driver}`, 'adapter=(none)']).requestAdapter()
    return []
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const lines = text.matchAll(/backend: '([^']*)', name: '(.*)'$/gm)
    return [...new Set(Array.from(lines, ([, type, name]) => (type === driver ? name! : '')))].filter(Boolean)
  }
}

/** WebGPU gives names in a plain form: lower case, all else but letters and digits made dashes. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const switchedOff: Obstacle = {
  problem: `WebGPU is switched off by ${ADAPTER_VARIABLE}.`,
  hint: 'Clear that variable to use it.',
  finding: { code: 'webgpu-off', values: { variable: ADAPTER_VARIABLE } },
}

const driverBreaks = (reason: string): Obstacle => ({
  problem: `The graphics driver does not survive WebGPU: a trial process ended (${reason}).`,
  hint: 'Update the driver of the graphics card; until then another backend is used.',
  finding: { code: 'webgpu-driver-breaks', values: { reason } },
})

function binaryMissing(error: unknown): Obstacle {
  const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  return {
    problem: `WebGPU could not be loaded on this platform (${process.platform}, ${process.arch}): ${reason}`,
    hint: 'Use another backend.',
    finding: { code: 'webgpu-not-loaded', values: { reason } },
  }
}

function nothingFits(seen: readonly AdapterFacts[], wanted: string): Obstacle {
  const names = seen.map(({ name }) => name).join(', ')
  if (wanted !== '') {
    return {
      problem: `There is no adapter “${wanted}”, which ${ADAPTER_VARIABLE} names${names ? ` (there is: ${names})` : ''}.`,
      hint: `Change or clear ${ADAPTER_VARIABLE}.`,
      finding: { code: 'webgpu-not-named', values: { card: wanted, variable: ADAPTER_VARIABLE } },
    }
  }
  if (seen.length > 0) {
    return {
      problem: `Only a software adapter was found (${names}), which is slower than the other backends.`,
      hint: `Install the driver of the graphics card; ${ADAPTER_VARIABLE} names an adapter to use all the same.`,
      finding: { code: 'webgpu-software', values: { card: names } },
    }
  }
  const through = interfacesOf(process.platform)
    .map((one) => interfaceNames[one])
    .join(' or ')
  return {
    problem: `No graphics card was found through ${through}.`,
    hint: `Where this machine has one, install or update its driver (with ${through}), or unblock it.`,
    finding: { code: 'webgpu-no-card', values: { through } },
  }
}
