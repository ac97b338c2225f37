// A SavedModel checked by TensorFlow itself: the engine's own library runs the files that were just written.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import type { Compute } from '../../src-main/engine/compute'
import { writeFormat } from '../../src-main/engine/export'
import { savedmodel } from '../../src-main/engine/export/savedmodel'
import { quietTask } from '../../src-main/engine/task'
import { tf } from '../../src-main/engine/tf'
import { everyLayer } from '../support/everyLayer'
import { exportedRun, LABELS } from '../support/exportedRun'
import { preparedPack } from '../support/tensorflow'

const pack = await preparedPack()
const SIZE = 32
const scaling = { scale: 1 / 127.5, offset: [-1, -1, -1], channels: 'bgr' } as const

describe.skipIf(pack === null)('a SavedModel', () => {
  let compute: Compute
  let folder: string
  beforeAll(async () => {
    compute = await openTensorflow(pack!, { cpuOnly: true })
    folder = await mkdtemp(join(tmpdir(), 'cotejo-saved-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await compute.dispose()
  })
  const run = () =>
    exportedRun(everyLayer(SIZE, LABELS.length), {
      size: SIZE,
      resize: 'fit',
      ...scaling,
      offset: [-1, -1, -1],
    })

  test('is run by TensorFlow, and nothing of it stays in memory', async () => {
    const exported = run()
    const check = await writeFormat('savedmodel', folder, exported, quietTask())
    expect(check.runtime).toMatch(/^TensorFlow 2\./)
    expect(check).toMatchObject({ agreement: 1, pictures: { from: 'patterns' } })
    expect(check.largestDifference).toBeLessThan(1e-5)
    const before = tf.memory().numTensors
    await savedmodel.open(folder, exported).then((one) => 'dispose' in one && one.dispose())
    expect(tf.memory().numTensors).toBe(before)
  })

  test('that is damaged is not opened', async () => {
    const file = join(folder, 'saved_model.pb')
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length / 2))
    await expect(savedmodel.open(folder, run())).rejects.toThrow()
  })
})
