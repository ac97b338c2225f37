// What an export costs, format by format: `node bench/run.mjs export --library DIR --run ID [--backend wasm]
// [--formats onnx,keras] [--out DIR]`. Writing and checking apart, by the clock and in processor time of the whole
// process; then all of them together, as `cotejo export RUN --format all` does it. `--out` keeps what was written.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportFormat, run as runSchema, UserError, type ExportFormat } from '../src-main/contract'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'
import { openWasm } from '../src-main/engine/backends/wasm'
import { exportSeveral, openRun } from '../src-main/engine/export'
import { checkExport } from '../src-main/engine/export/check'
import { writeCard, writeCommon } from '../src-main/engine/export/common-files'
import { formats } from '../src-main/engine/export/formats'
import { quietTask } from '../src-main/engine/task'

const { values } = parseArgs({
  options: {
    library: { type: 'string' },
    run: { type: 'string' },
    backend: { type: 'string', default: 'tensorflow' },
    formats: { type: 'string', default: exportFormat.options.join(',') },
    out: { type: 'string' },
  },
})
if (!values.library || !values.run) throw new Error('--library and --run are needed')
const chosen = values.formats.split(',').map((name) => exportFormat.parse(name))
const pack = values.backend === 'tensorflow' ? await defaultPackFolder() : null
const compute = pack ? await openTensorflow(pack, {}) : await openWasm()
console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)

const task = quietTask()
const folder = join(values.library, 'runs', values.run)
const { dataset } = runSchema.parse(JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')))
const place = { folder, run: values.run, dataset: join(values.library, 'datasets', dataset) }

interface Cost {
  clock: number
  processor: number
}
async function costOf<T>(work: () => Promise<T>): Promise<[T, Cost]> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  return [result, { clock: performance.now() - start, processor: (user + system) / 1000 }]
}
const sum = (costs: readonly Cost[]): Cost => ({
  clock: costs.reduce((all, one) => all + one.clock, 0),
  processor: costs.reduce((all, one) => all + one.processor, 0),
})
const cell = ({ clock, processor }: Cost) => `${clock.toFixed(0)} (${processor.toFixed(0)})`
const line = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`)

const work = values.out ?? (await mkdtemp(join(tmpdir(), 'cotejo-bench-')))
const apart = join(work, 'apart')
const [run, opened] = await costOf(() => openRun(place, task))
const [, described] = await costOf(() => run.graph())
line(
  'format',
  'writing, ms (processor)',
  'checking, ms (processor)',
  'runtime',
  'largest difference',
  'same class',
)
line('---', '---', '---', '---', '---', '---')
line('the run read', cell(opened), '', '', '', '')
line('the model described', cell(described), '', '', '', '')
const costs = new Map<ExportFormat, Cost>()
for (const name of chosen) {
  const inner = join(apart, name)
  await mkdir(inner, { recursive: true })
  try {
    const [, writing] = await costOf(async () => {
      await writeCommon(inner, formats[name], run)
      await formats[name].write(inner, run, task)
    })
    const [check, checking] = await costOf(async () => {
      const check = await checkExport(name, formats[name], inner, run, task)
      await writeCard(inner, name, check, run)
      return check
    })
    costs.set(name, sum([writing, checking]))
    const { runtime, reason, largestDifference, agreement } = check
    line(name, cell(writing), cell(checking), runtime ?? reason ?? '', largestDifference?.toPrecision(2) ?? '–', agreement === null ? '–' : `${(100 * agreement).toFixed(1)} %`) // prettier-ignore
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    line(name, 'FAILED', error.message, '', '', '')
  }
}
line('all', cell(sum([opened, described, ...costs.values()])), '', '', '', '')
run.dispose()

const others = chosen.filter((name) => name !== 'tflite-int8')
if (others.length > 1) {
  const out = join(work, 'together')
  const [{ failed }, cost] = await costOf(() => exportSeveral({ ...place, formats: others, out }, task))
  console.log(
    `All but tflite-int8 together: ${cell(cost)}; failed: ${failed.map(({ format }) => format).join(', ') || 'none'}`,
  )
}
if (!values.out) await rm(work, { recursive: true })
await compute.dispose()
