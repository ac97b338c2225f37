// The exported programs for Python and Node, run as a user runs them: pictures in, and what the run's model says out.
import { execFile } from 'node:child_process'
import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ResizeMode } from '../../src-main/contract'
import { decodePicture } from '../../src-main/engine/data/decode'
import { LABELS, exportedModels } from '../support/exportedModels'
import { pythonWith } from '../support/python'

const exec = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const python = await pythonWith(['numpy', 'onnxruntime', 'Pillow'])

let made: Awaited<ReturnType<typeof exportedModels>>
let photos: string[]
beforeAll(async () => {
  made = await exportedModels(['efficientnet-b0'])
  // In the order in which the model was asked about them.
  const names = await readdir(join(made.work, 'photos'))
  photos = names.sort((a, b) => parseInt(a) - parseInt(b)).map((file) => join(made.work, 'photos', file))
}, 120_000)
afterAll(() => made?.remove())

interface Answer {
  file: string
  classes: ({ label: string; probability: number } | [string, number])[]
}

/** One line of JSON a picture, as probabilities in the order of the labels. */
function probabilities(stdout: string): number[][] {
  const lines = stdout.trim().split('\n')
  return lines.map((line) => {
    const { classes } = JSON.parse(line) as Answer
    const by = new Map(classes.map((one) => (Array.isArray(one) ? one : [one.label, one.probability])))
    return LABELS.map((label) => by.get(label)!)
  })
}

const differences = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[] =>
  a.flatMap((row, at) => row.map((value, k) => Math.abs(value - b[at]![k]!)))

describe('the program for Node', () => {
  it('gets the very pixels of the training and says what the model says', async () => {
    const [model] = made.models
    const folder = await model!.write('node')
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const { stdout } = await exec(process.execPath, [join(folder, 'classify.mjs'), ...photos, '--json'])
    expect(Math.max(...differences(probabilities(stdout), model!.said))).toBeLessThan(1e-5)
  }, 120_000)

  it('says which file is no picture, and goes on', async () => {
    const folder = join(made.work, 'efficientnet-b0', 'node')
    const files = [join(folder, 'package.json'), photos[0]!]
    const call = exec(process.execPath, [join(folder, 'classify.mjs'), ...files])
    const error = (await call.catch((thrown: unknown) => thrown)) as {
      code: number
      stdout: string
      stderr: string
    }
    expect(error.code).toBe(1)
    expect(error.stderr).toContain('package.json')
    expect(error.stdout).toContain(photos[0]!)
  }, 60_000)
})

describe.skipIf(python === null)('the program for Python', () => {
  it('prepares pictures as the training did, and says what the model says', async () => {
    const [model] = made.models
    const folder = await model!.write('python')
    const elsewhere = join(made.work, 'otro sitio ñ')
    await mkdir(elsewhere)
    const { stdout } = await exec(python!, [join(folder, 'classify.py'), ...photos, '--json'], {
      cwd: elsewhere,
    })
    const said = probabilities(stdout)
    const all = differences(said, model!.said)
    expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeLessThan(0.01)
    const top = (row: readonly number[]) => row.indexOf(Math.max(...row))
    const agreed = said.filter((row, at) => top(row) === top(model!.said[at]!)).length
    // The model's weights are made up: no class leads by a tenth in any picture, and a grey level tips some of them.
    expect(agreed).toBeGreaterThanOrEqual(0.8 * photos.length)
  }, 120_000)

  it('gets the same square from every kind of file and for every way of resizing, to about a grey level', async () => {
    const folder = join(made.work, 'efficientnet-b0', 'python')
    const { stdout } = await exec(python!, ['-c', SQUARES, folder, ...photos], { maxBuffer: 1 << 28 })
    const squares = JSON.parse(stdout) as { file: string; resize: ResizeMode; size: number; base64: string }[]
    for (const { file, resize, size, base64 } of squares) {
      const theirs = Buffer.from(base64, 'base64')
      const ours = await decodePicture(file, { size, resize })
      const mean = ours.reduce((sum, value, at) => sum + Math.abs(value - theirs[at]!), 0) / ours.length
      expect(mean, `${file} ${resize} ${size}`).toBeLessThan(1.2)
    }
    expect(squares.length).toBe(photos.length * 6)
  }, 120_000)
})

const SQUARES = `
import base64, json, sys
folder, *files = sys.argv[1:]
sys.path.insert(0, folder)
from pixels import prepare
print(json.dumps([
    {"file": file, "resize": resize, "size": size,
     "base64": base64.b64encode(prepare(file, {"size": size, "resize": resize}).tobytes()).decode()}
    for file in files for resize in ("cover", "fit", "stretch") for size in (32, 96)
]))
`
