// What comparing many runs costs the engine, from what is on disk: `node bench/run.mjs compare [runs] [steps]`.
// The first comparison makes the figures, the second reads them from the files as a fresh engine would, the third has
// all of it in memory. A fresh engine is a process of its own: this file, started again.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calls, engineCalls, type RunSummary } from '../src-main/contract'
import { compareRuns } from '../src-main/engine/evaluation'
import { quietTask } from '../src-main/engine/task'
import { makeRuns } from './made-runs'

const EPOCHS = 100
const IMAGES = 10_000

async function compare(library: string): Promise<void> {
  const made = JSON.parse(await readFile(join(library, 'made.json'), 'utf8')) as string[]
  const asked = await Promise.all(
    made.map(async (id) => {
      const folder = join(library, 'runs', id)
      const run = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'))
      return { folder, run, summary: { ...summaryOf, run: id, name: run.name, seed: run.seed } }
    }),
  )
  for (const what of ['from files', 'again']) {
    const [start, used] = [performance.now(), process.cpuUsage()]
    const params = engineCalls.compare.params.parse({ runs: asked, keep: true })
    const result = await compareRuns(params, quietTask())
    const [compared, { user, system }] = [performance.now(), process.cpuUsage(used)]
    const text = JSON.stringify(result)
    calls.compare.result.parse(JSON.parse(text))
    const sent = performance.now()
    console.log(
      `${what}: ${(compared - start).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} of processors), checked and sent ${(sent - compared).toFixed(0)} ms, ` +
        `${(text.length / 1e6).toFixed(1)} MB, ${result.pairs.length} pairs, ${result.entries.length} entries`,
    )
  }
}

const summaryOf: Omit<RunSummary, 'run' | 'name' | 'seed'> = {
  created: '2026-01-01T00:00:00Z',
  status: 'done',
  reason: null,
  dataset: 'made',
  datasetName: 'Made',
  model: 'cnn',
  size: 32,
  backend: 'tensorflow',
  folds: null,
  recipe: null,
  epochs: EPOCHS,
  epochsPlanned: EPOCHS,
  bestEpoch: EPOCHS,
  stoppedEarly: false,
  parameters: 122_570,
  trainableParameters: 122_570,
  trainAccuracy: 0.9,
  validationAccuracy: 0.8,
  testAccuracy: null,
  testInterval: null,
  testCount: IMAGES,
  testLoss: null,
  uneven: false,
  balancedAccuracy: null,
  macroF1: null,
  gap: null,
  efficiency: null,
  seconds: 1200,
  imagesPerSecond: 4000,
}

const [first = '50', steps = '313'] = process.argv.slice(2)
if (first === 'library') await compare(steps)
else {
  const library = await mkdtemp(join(tmpdir(), 'cotejo-compare-'))
  try {
    const runs = await makeRuns(library, {
      runs: Number(first),
      epochs: EPOCHS,
      stepsPerEpoch: Number(steps),
      images: IMAGES,
      classes: 10,
      seeds: 5,
    })
    const { writeFile } = await import('node:fs/promises')
    await writeFile(join(library, 'made.json'), JSON.stringify(runs.map(({ id }) => id)))
    for (const what of ['without figures', 'with figures, a fresh engine']) {
      console.log(`${first} runs, ${EPOCHS} epochs of ${steps} steps, ${IMAGES} test images, ${what}`)
      spawnSync(process.execPath, [process.argv[1]!, 'library', library], { stdio: 'inherit' })
    }
  } finally {
    await rm(library, { recursive: true, force: true })
  }
}
