// Models on a base as users take them home: loaded by TensorFlow.js as it is from npm, in Node and on the export's page
// in a real Chromium, against what the run's own model says. Some of these bases have layers that it lacks.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  modelChoice,
  scalingOf,
  type Architecture,
  type ModelDescription,
  type PixelScalingName,
} from '../../src-main/contract'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { exportRun } from '../../src-main/engine/export'
import { buildFresh, type ImageModel } from '../../src-main/engine/models/build'
import { saveModel } from '../../src-main/engine/models/storage'
import { forgetModels } from '../../src-main/engine/models/pool'
import { predictPictures } from '../../src-main/engine/predict'
import { quietTask } from '../../src-main/engine/task'
import { tf, type Tensor } from '../../src-main/engine/tf'
import { fill } from '../support/keras-formulas'

const executablePath = process.env.COTEJO_CHROMIUM ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
if (!hasChromium) console.warn(`SKIPPED: exports in a browser: there is no Chromium at ${executablePath}`)

const SIZE = 32
const labels = ['a', 'b', 'c']
const execute = promisify(execFile)
const program = resolve(import.meta.dirname, '../support/plain-tfjs.mjs')

let compute: Compute
let work: string
let picture: string

beforeAll(async () => {
  compute = await openWasm()
  work = await mkdtemp(join(tmpdir(), 'cotejo-export-'))
  picture = join(work, 'exact.png')
  const pixels = Buffer.from({ length: SIZE * SIZE * 3 })
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * i * 31 + i * 7) % 256
  const raw = { width: SIZE, height: SIZE, channels: 3 } as const
  await sharp(pixels, { raw }).png().toFile(picture)
})
afterAll(async () => {
  forgetModels()
  await compute.dispose()
  await rm(work, { recursive: true, force: true })
})

/** Scales the logits to about one: an answer without doubt would be the same for many models. */
function soften({ logits, network }: ImageModel): void {
  const kernel = network.getLayer('logits').weights[0]!
  tf.tidy(() => {
    const answer = logits.predict(tf.randomUniform([4, SIZE, SIZE, 3], 0, 255, 'float32', 3)) as Tensor
    kernel.write(kernel.read().div(answer.abs().max()))
  })
}

/** Exports a model whose weights all matter. @returns the export's folder, and what the run's model says */
async function exported(name: Architecture, gain: number, scaling: PixelScalingName) {
  const folder = join(work, name)
  const model = modelChoice.parse({
    name: 'transfer',
    options: { base: name, weights: 'random', scaling, head: { dense: 8, batchNorm: true, dropout: 0.2 } },
  })
  const base = { architecture: name, alpha: 1 }
  const built = buildFresh(model, { size: SIZE, classes: labels.length, seed: 4, base })
  fill(built.base!, gain)
  soften(built)
  // A fine-tuned model is saved with most of it frozen.
  built.setTrainable({ last: 3 })
  const description: ModelDescription = {
    version: 1,
    model,
    labels,
    preprocessing: { size: SIZE, resize: 'cover', ...scalingOf(name, scaling) },
    parameters: built.parameters,
    trainableParameters: built.trainableParameters,
    cotejo: '0.1.0',
  }
  await saveModel(join(folder, 'model'), built.network, description)
  built.dispose()
  const out = join(folder, 'export')
  await exportRun({ folder, run: name, format: 'tfjs', out }, quietTask())
  const asked = { folder, run: name, pictures: [{ path: picture }], packs: work }
  const { predictions } = await predictPictures(asked, compute, quietTask())
  const said = predictions[0]!.probabilities
  expect(Math.max(...said)).toBeLessThan(0.9999)
  return { out, said }
}

const expectSame = (theirs: readonly number[], ours: readonly number[]) => {
  expect(theirs).toHaveLength(ours.length)
  theirs.forEach((one, i) => expect(Math.abs(one - ours[i]!)).toBeLessThan(1e-5))
}

test.each([
  ['mobilenet-v3-small', 7, 'own'],
  ['efficientnet-b0', 8, 'own'],
  ['convnext-tiny', 5, 'own'],
  ['resnet50', 5, 'own'],
] as const)('%s says the same in plain TensorFlow.js', async (name, gain, scaling) => {
  const { out, said } = await exported(name, gain, scaling)
  const { stdout } = await execute(process.execPath, [program, out, picture])
  expectSame(JSON.parse(stdout) as number[], said)
})

describe.skipIf(!hasChromium)('on the page of the export', () => {
  test.each([
    ['mobilenet-v2', 5, 'torch'],
    ['mobilenet-v3-large', 5.5, 'caffe'],
  ] as const)('%s says the same', async (name, gain, scaling) => {
    const { out, said } = await exported(name, gain, scaling)
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage({ locale: 'en-US' })
      const problems: string[] = []
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
      page.on('pageerror', (error) => problems.push(String(error)))
      await page.goto(pathToFileURL(join(out, 'index.html')).href)
      await page.setInputFiles('#file', picture)
      await page.waitForSelector('article:first-child:is(.failed, :has(ol))')
      const shown = await page.$$eval('article li', (items) =>
        items.map(
          (item) =>
            [item.querySelector('.label')!.textContent!, Number(item.querySelector('data')!.value)] as const,
        ),
      )
      const byLabel = new Map(shown)
      expectSame(
        labels.map((label) => byLabel.get(label) ?? NaN),
        said,
      )
      expect(problems).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
