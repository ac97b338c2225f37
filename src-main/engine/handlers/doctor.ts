// What this machine can compute with: each backend, whether it can be used, what it needs, and how fast it is.
import { availableParallelism } from 'node:os'
import type { BackendName, BackendReport, MachineFinding } from '../../contract'
import type { Backends } from '../backends/choose'
import { installedPack } from '../backends/tensorflow/packs/folder'
import { possible } from '../backends/tensorflow/packs/possible'
import { adapterText } from '../backends/webgpu'
import { keptMeasurements } from '../choice/kept'
import type { EngineHandlers } from '../dispatch'
import { listGpus, type Gpu } from '../gpus'
import { measureTraining } from '../measure'
import type { Task } from '../task'

const unused = { device: null, version: null, threads: null, imagesPerSecond: null } as const

export function createDoctor(backends: Backends, busy: () => boolean): EngineHandlers['doctor'] {
  return async ({ packs, measure }, task) => {
    const chosen = await backends.preferred(packs)
    const names = ['tensorflow', 'webgpu', 'wasm'] as const
    const reports: BackendReport[] = []
    // A run in progress keeps its backend: selecting another under it would move its tensors.
    const measured = measure && !busy()
    for (const [index, name] of names.entries()) {
      if (measured)
        task.progress({ stage: 'measure', done: index, total: names.length, unit: 'parts', item: name })
      reports.push(await report(name, chosen, packs, measured, task))
    }
    if (measured) task.progress({ stage: 'measure', done: names.length, total: names.length, unit: 'parts' })
    if (measured) await backends.use(null, packs)
    const gpus = await listGpus()
    const warnings = await warningsFor(gpus, packs, reports)
    if (measure && !measured)
      warnings.push({
        text: 'Speed was not measured because a run is in progress.',
        finding: { code: 'not-measured', values: {} },
      })
    return {
      backends: reports,
      gpus: gpus.map(({ name }) => name),
      warnings: warnings.map(({ text }) => text),
      findings: warnings.map(({ finding }) => finding),
      measurements: await keptMeasurements(packs),
    }
  }

  async function report(
    name: BackendName,
    chosen: BackendName,
    packs: string,
    measure: boolean,
    task: Task,
  ): Promise<BackendReport> {
    const base = { ...unused, name, chosen: name === chosen, problem: null, hint: null }
    if (name === 'tensorflow' && !(await installedPack(packs))) {
      const obstacle = await possible('cpu')
      return {
        ...base,
        available: false,
        problem: obstacle?.problem ?? 'The engine pack is not installed.',
        hint: obstacle?.hint ?? 'Install it with “engine install cpu”, or on the machine screen.',
        finding: obstacle?.finding ?? { code: 'pack-not-installed', values: {} },
      }
    }
    if (name === 'webgpu') {
      const look = await backends.adapter()
      if (!('facts' in look)) return { ...base, available: false, ...look.obstacle }
    }
    // Without a measurement the doctor opens nothing: it must answer at once, also while a run computes.
    if (!measure) return { ...base, available: true, ...(await facts(name, packs)) }
    try {
      const compute = await backends.use(name, packs)
      const { device, version, threads } = compute
      const imagesPerSecond = await measureTraining(compute, task)
      return { ...base, available: true, device, version, threads, imagesPerSecond }
    } catch (error) {
      task.signal.throwIfAborted()
      const problem = error instanceof Error ? error.message : String(error)
      return { ...base, available: false, problem, hint: 'The log has the details.' }
    }
  }

  async function facts(name: BackendName, packs: string): Promise<Partial<BackendReport>> {
    const open = backends.opened(name)
    if (open) return { device: open.device, version: open.version, threads: open.threads }
    if (name === 'wasm') return { threads: availableParallelism() }
    if (name === 'webgpu') {
      const look = await backends.adapter()
      return 'facts' in look ? { device: adapterText(look.facts) } : {}
    }
    const pack = await installedPack(packs)
    return {
      version: pack ? `TensorFlow ${pack.version}` : null,
      device: pack?.name === 'cuda' ? 'NVIDIA GPU' : 'CPU',
    }
  }
}

/** A card that is there and not used is said plainly, with the reason. */
async function warningsFor(
  gpus: readonly Gpu[],
  packs: string,
  reports: readonly BackendReport[],
): Promise<{ text: string; finding: MachineFinding }[]> {
  if (gpus.length === 0) return []
  const pack = await installedPack(packs)
  const onGpu = reports.some(
    ({ name, chosen, device }) =>
      chosen && (name === 'webgpu' || (name === 'tensorflow' && /gpu|nvidia/i.test(device ?? ''))),
  )
  if (onGpu && (pack === null || pack.name === 'cuda')) return []
  const card = (gpus.find(({ vendor }) => vendor === 'NVIDIA') ?? gpus[0]).name
  const obstacle = await possible('cuda')
  const why = obstacle ? obstacle.problem : 'The CUDA engine pack is not installed.'
  const todo = obstacle ? obstacle.hint : 'Install it with “engine install cuda”.'
  const because = obstacle ? obstacle.finding : { code: 'cuda-not-installed' as const, values: {} }
  return [
    {
      text: `Training runs on the CPU although this machine has a graphics card (${card}). ${why} ${todo}`,
      finding: { code: 'gpu-unused', values: { card }, ...(because && { because }) },
    },
  ]
}
