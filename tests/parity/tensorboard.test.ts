// A run's folder read back by TensorBoard itself.
import { describe, expect, test } from 'vitest'
import { openCpu } from '../../src-main/engine/backends/cpu'
import { quietTask } from '../../src-main/engine/task'
import { RunControl } from '../../src-main/engine/training/control'
import { trainRun } from '../../src-main/engine/training/train'
import type { RunRecord } from '../../src-main/contract'
import { askPython, pythonWith } from '../support/python'
import { temporaryFolder, toyData, toyRun } from '../support/toyRun'

const python = await pythonWith(['tensorboard'])

const READ = `
import json, os, sys
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
folder = json.load(sys.stdin)
out = {}
for part in ('train', 'validation'):
    log = EventAccumulator(os.path.join(folder, part))
    log.Reload()
    out[part] = {tag: [[e.step, e.value] for e in log.Scalars(tag)] for tag in log.Tags()['scalars']}
json.dump(out, sys.stdout)
`

describe.skipIf(python === null)('TensorBoard', () => {
  test('reads the scalars of a run', async () => {
    const folder = temporaryFolder()
    const epochs: Extract<RunRecord, { type: 'epoch' }>[] = []
    const emit = (record: RunRecord) => record.type === 'epoch' && epochs.push(record)
    const compute = await openCpu()
    const run = toyRun({ plan: { phases: [{ epochs: 3, learningRate: 0.01 }], batch: 16 } })
    const trained = await trainRun({ folder, run, ...toyData(), compute, emit, control: new RunControl() }, quietTask()) // prettier-ignore
    trained.network.dispose()

    const read = await askPython<Record<string, Record<string, [number, number][]>>>(python!, READ, `${folder}/tensorboard`) // prettier-ignore
    const points = (of: (epoch: (typeof epochs)[number]) => number) =>
      epochs.map((epoch) => [epoch.epoch, Math.fround(of(epoch))])
    expect(epochs.length).toBe(3)
    expect(read).toEqual({
      train: {
        epoch_loss: points((e) => e.train.loss),
        epoch_accuracy: points((e) => e.train.accuracy),
        epoch_learning_rate: points((e) => e.learningRate),
      },
      validation: {
        epoch_loss: points((e) => e.validation!.loss),
        epoch_accuracy: points((e) => e.validation!.accuracy),
      },
    })
  })
})
