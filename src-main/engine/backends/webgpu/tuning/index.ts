// Tuning of the kernels to the adapter: the table of what was measured is read when the backend is opened; what a model
// needs and the table does not have is measured after the model's first step.
import type { Tuned } from '../../../compute'
import type { AdapterFacts } from '../adapter'
import type { WebgpuBackend } from '../backend'
import { forgetDecisions, useDecisions } from './decisions'
import { addToTable, adapterKey, readTable, tableFolder } from './table'
import { Tuner, type TuneOptions } from './tuner'

/** `off`: the rules decide. `force`: software adapters are measured too, which says nothing about cards. */
export const TUNING_VARIABLE = 'COTEJO_WEBGPU_TUNING'

export interface Tuning {
  /**
   * Measures what kernels have decided by rule since the last call, and has later steps take what is the fastest. To be
   * awaited once after the first step of a phase, not after each: every call may take its whole budget, and goes on
   * where the last one ran out of it. Returns at once where nothing is open.
   */
  tune(options: TuneOptions): Promise<Tuned>
  dispose(): void
}

const nothing: Tuned = { settled: 0, improved: 0, left: 0, milliseconds: 0 }

/**
 * @param precision tells apart what the kernels compute with
 * @param folder that holds the table
 */
export async function openTuning(
  backend: WebgpuBackend,
  facts: AdapterFacts,
  precision: string,
  folder = tableFolder(),
  mode = process.env[TUNING_VARIABLE] ?? '',
): Promise<Tuning> {
  const { limits } = backend.device
  const on = mode !== 'off' && (!facts.software || mode === 'force')
  if (!on) {
    useDecisions(limits, new Map(), false)
    return { tune: () => Promise.resolve(nothing), dispose: forgetDecisions }
  }
  const key = adapterKey(facts, precision)
  const table = await readTable(folder, key)
  useDecisions(limits, new Map([...table].map(([name, { option }]) => [name, option])), true)
  const tuner = new Tuner(backend, (settled) => addToTable(folder, key, facts.name, settled))
  return {
    async tune(options) {
      const report = await tuner.tune(options)
      if (report.improved > 0) backend.forgetRecordings()
      return report
    },
    dispose: forgetDecisions,
  }
}
