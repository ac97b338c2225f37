// The exported Keras notebook in Jupyter, from top to bottom, on the sample: it must land within the interval that
// Cotejo reported. With JAX under Keras, which is a sixth of TensorFlow's download; the notebook leaves the choice open.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src-main/app/open'
import type { App } from '../../src-main/app/types'
import { pythonWith } from '../support/python'
import { memoryLog, runEnded } from '../support/app'

const exec = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)
const packages = ['keras', 'jax', 'nbclient', 'nbformat', 'ipykernel', 'matplotlib', 'pillow']
const python = built ? await pythonWith(packages) : null

/** Runs a notebook as Jupyter does, with a kernel of this very Python, and tells what `RESULTS` holds then. */
const RUN = `
import json, os, sys
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbclient import NotebookClient

class OwnPython(KernelSpecManager):
    def get_kernel_spec(self, name):
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="Python 3", language="python")

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
nbformat.validate(notebook)
tell = "import json; print(json.dumps([{k: v for k, v in r.items() if k != 'predicted'} for r in RESULTS.values()]))"
notebook.cells.append(nbformat.v4.new_code_cell(tell))
client = NotebookClient(notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": os.path.dirname(path)}})
client.create_kernel_manager()
client.km.kernel_spec_manager = OwnPython()
client.execute()
print(notebook.cells[-1].outputs[0].text)
`

interface Result {
  name: string
  right: number
  count: number
  accuracy: number
  low: number
  high: number
  reported: { accuracy: number; low: number; high: number }
  agrees: boolean
}

describe.skipIf(python === null)('the exported notebook', () => {
  let app: App
  let home: string
  const runs: string[] = []

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-notebook-'))
    app = await openApp({
      library: join(home, 'library'),
      packs: join(home, 'packs'),
      host: 'cli',
      engine: { node: process.execPath, program },
      log: memoryLog(),
    })
    const { dataset } = await app.call('data.import', {
      source: { kind: 'sample', perClass: 60 },
      options: { size: 32, test: 0.3 },
    })
    const request = { dataset: dataset.id, size: 32, seed: 1, backend: 'wasm' as const }
    const onBase = {
      model: { name: 'transfer' as const, options: { base: 'cotejo-mini' } },
      plan: {
        phases: [
          { epochs: 8, trainable: 'head' as const, learningRate: 1e-2 },
          { epochs: 2, trainable: { last: 7 }, learningRate: 1e-3, schedule: { name: 'cosine' as const } },
        ],
        batch: 16,
      },
    }
    const scratch = {
      model: { name: 'cnn' as const, options: { filters: [16, 32], dense: 64, dropout: 0.2 } },
      plan: {
        phases: [{ epochs: 10 }],
        batch: 16,
        augmentation: { flip: true },
        labelSmoothing: 0.1,
        earlyStopping: { patience: 5 },
      },
    }
    for (const one of [onBase, scratch]) {
      const { run } = await app.call('runs.start', { ...request, ...one })
      expect((await runEnded(app, run)).status).toBe('done')
      runs.push(run)
    }
  })
  afterAll(async () => {
    await app?.close()
    await rm(home, { recursive: true, force: true })
  })

  it('runs from top to bottom and lands within the interval that Cotejo reported', async () => {
    const { file } = await app.call('report', {
      runs,
      options: { format: 'ipynb', language: 'es', title: 'Práctica "1" \\ 🦋' },
      out: join(home, 'out', 'cuaderno.ipynb'),
    })
    const { stdout } = await exec(python!, ['-c', RUN, file], { maxBuffer: 2 ** 24 })
    const results = JSON.parse(stdout.trim().split('\n').at(-1)!) as Result[]
    expect(results).toHaveLength(2)
    for (const [at, run] of runs.entries()) {
      const { evaluation } = await app.call('runs.get', { run })
      const { test, testInterval } = evaluation!
      const result = results[at]!
      expect(result.count).toBe(test.count)
      expect(result.reported.accuracy).toBeCloseTo(test.accuracy, 5)
      expect(result.reported.low).toBeCloseTo(testInterval.low, 5)
      expect(result.accuracy).toBeGreaterThanOrEqual(testInterval.low)
      expect(result.accuracy).toBeLessThanOrEqual(testInterval.high)
      expect(result.agrees).toBe(true)
    }
  })
})
