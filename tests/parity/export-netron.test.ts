// Netron, with which people look into model files, opens every format and draws its graph.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportFormat } from '../../src-main/contract'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { formats } from '../../src-main/engine/export/formats'
import { quietTask } from '../../src-main/engine/task'
import { everyLayer } from '../support/everyLayer'
import { exportedRun, LABELS } from '../support/exportedRun'
import { pythonWith } from '../support/python'

const executablePath = process.env.COTEJO_CHROMIUM ?? '/usr/bin/chromium'
const python = await pythonWith(['netron'])
const possible = python !== null && existsSync(executablePath)
if (!existsSync(executablePath)) console.warn(`SKIPPED: Netron: there is no Chromium at ${executablePath}`)

const SERVE =
  'import sys, netron; netron.start(sys.argv[1], ("localhost", int(sys.argv[2])), browse=False); netron.wait()'

/** Of each format, the file that a user opens, and operations that must be in it under the format's own names. */
const FILES: readonly [ExportFormat, string, readonly string[]][] = [
  ['tfjs', 'model.json', ['Conv2D', 'BatchNormalization', 'LayerNormalization']],
  ['tfjs-graph', 'model.json', ['Placeholder', 'DepthwiseConv2dNative', 'Softmax']],
  ['keras', 'model.keras', ['Rescaling', 'DepthwiseConv2D', 'LayerNormalization']],
  ['h5', 'model.h5', ['Rescaling', 'DepthwiseConv2D', 'LayerNormalization']],
  ['savedmodel', 'saved_model.pb', ['Placeholder', 'DepthwiseConv2dNative', 'Softmax']],
  ['onnx', 'model.onnx', ['Conv', 'Softmax']],
  ['tflite', 'model.tflite', ['DepthwiseConv2D', 'Softmax']],
  ['tflite-f16', 'model.tflite', ['Dequantize', 'DepthwiseConv2D']],
  ['coreml', 'model.mlpackage/Data/com.apple.CoreML/model.mlmodel', ['conv', 'softmax']],
]

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

describe.skipIf(!possible)('Netron', () => {
  let compute: Compute
  let browser: Browser
  let work: string
  let server: ChildProcess | null = null
  const run = () => {
    const network = everyLayer(32, LABELS.length)
    return exportedRun(network, {
      size: 32,
      resize: 'fit',
      scale: 1 / 127.5,
      offset: [-1, -1, -1],
      channels: 'bgr',
    })
  }

  beforeAll(async () => {
    compute = await openWasm()
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    work = await mkdtemp(join(tmpdir(), 'cotejo-netron-'))
  })
  afterAll(async () => {
    server?.kill()
    await browser?.close()
    await rm(work, { recursive: true, force: true })
    await compute?.dispose()
  })

  test.each(FILES)('opens %s', async (format, file, operations) => {
    const folder = join(work, format)
    await mkdir(folder)
    await formats[format].write(folder, run(), quietTask())
    const port = await freePort()
    server = spawn(python!, ['-c', SERVE, join(folder, file), String(port)], { stdio: 'ignore' })
    const page = await browser.newPage()
    try {
      const url = `http://localhost:${port}`
      await expect.poll(() => fetch(url).then((one) => one.ok, () => false), { timeout: 60_000 }).toBe(true) // prettier-ignore
      await page.goto(url)
      // It asks once whether it may use cookies.
      await page.getByText('Accept', { exact: true }).click()
      await page.locator('body.default, body.alert').waitFor({ timeout: 60_000 })
      expect(await page.locator('body').getAttribute('class'), await page.locator('body').innerText()).toBe(
        'default',
      )
      const drawn = (await page.locator('#origin').textContent())!
      for (const operation of operations) expect(drawn).toContain(operation)
    } finally {
      await page.close()
      server.kill()
      server = null
    }
  })
})
