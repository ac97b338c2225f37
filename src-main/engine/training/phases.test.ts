// Phases that train parts of a model on a base: what is frozen stays as it is to the bit, what is not moves; an
// interrupted run goes on to the same numbers; histories say what each phase trains.
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fill } from '../../../tests/support/keras-formulas'
import { temporaryFolder, toyData, toyRun, toySize } from '../../../tests/support/toyRun'
import {
  modelChoice,
  runRecord,
  type TrainedRun,
  type RunRecord,
  type RunRecordOf,
  type UsedBase,
} from '../../contract'
import { openWasm } from '../backends/wasm'
import type { Compute } from '../compute'
import { buildFresh, buildModel } from '../models/build'
import type { ImageReader } from '../models/inference'
import { loadModel } from '../models/storage'
import { saveWeights } from '../models/weights-file/save'
import { quietTask } from '../task'
import { tf, type LayersModel } from '../tf'
import { RunControl } from './control'
import { trainRun, type TrainOptions } from './train'

let compute: Compute
beforeAll(async () => void (compute = await openWasm()))

const size = 32
const base: UsedBase = {
  version: 1,
  id: 'mobilenet-0.25-224',
  title: 'MobileNet 0.25',
  architecture: 'mobilenet',
  alpha: 0.25,
  size: 224,
  sha256: '0'.repeat(64),
  bytes: 0,
  file: 'weights.h5',
  origin: 'catalogue',
  url: null,
  trainedOn: null,
  licence: null,
  accuracy: null,
}

/** The toy's pictures, each pixel as four by four. */
function enlarged(data: ReturnType<typeof toyData>): Pick<TrainOptions, 'open' | 'images'> {
  const small = new Uint8Array(toySize * toySize * 3)
  const images: ImageReader = {
    size,
    read(indices, into) {
      for (let i = 0; i < indices.length; i++) {
        data.images.read([indices[i]!], small)
        for (let at = 0; at < size * size * 3; at++) {
          const [row, column] = [Math.floor(at / 3 / size), Math.floor(at / 3) % size]
          const place = Math.floor((row * toySize) / size) * toySize + Math.floor((column * toySize) / size)
          into[i * size * size * 3 + at] = small[place * 3 + (at % 3)]!
        }
      }
    },
  }
  return { open: data.open, images }
}

const phases = [
  { epochs: 2, trainable: 'head', learningRate: 0.01 },
  { epochs: 2, trainable: { last: 6 }, learningRate: 0.001 },
  { epochs: 1, trainable: 'head', learningRate: 0.001, optimizer: { name: 'sgd' } },
]

function transferRun(plan: object = {}): TrainedRun {
  const options = { base: base.id, head: { dense: 8, dropout: 0.3 } }
  const run = toyRun({ plan: { phases, batch: 8, ...plan } })
  const model = modelChoice.parse({ name: 'transfer', options })
  return {
    ...run,
    model,
    base,
    preprocessing: { ...run.preprocessing, size, scale: 1 / 127.5, offset: [-1, -1, -1] },
  }
}

/** A weights file of a base whose activations neither vanish nor explode, as those of a pretrained one. */
let weightsFile: string
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cotejo-'))
  weightsFile = join(folder, 'weights.h5')
  const filled = buildFresh(transferRun().model, { size, classes: 3, seed: 1, base })
  fill(filled.base!, 10)
  await saveWeights(filled.base!, weightsFile)
  filled.dispose()
  return () => rm(folder, { recursive: true })
})

/** The model of the run before its first step. */
const untrained = ({ model, seed }: TrainedRun) =>
  buildModel(model, { size, classes: 3, seed, base, weightsFile })

interface Options {
  folder?: string
  plan?: object
  onRecord?: (record: RunRecord) => void
}

async function train({ folder = temporaryFolder(), plan, onRecord }: Options = {}) {
  const records: RunRecord[] = []
  const run = transferRun(plan)
  const trained = await trainRun(
    {
      folder,
      run,
      weightsFile,
      ...enlarged(toyData({ train: 16, validation: 6, test: 3 })),
      compute,
      control: new RunControl(),
      checkpointSeconds: onRecord ? 0 : 1000,
      emit: (record) => {
        records.push(runRecord.parse(record))
        onRecord?.(record)
      },
    },
    quietTask(),
  )
  const weights = valuesOf(trained.network)
  trained.network.dispose()
  return { ...trained, folder, records, weights }
}

/** Values of a network's weights by layer. */
const valuesOf = (network: LayersModel) =>
  new Map(
    network.layers.map((layer) => [layer.name, layer.getWeights().map((w) => Array.from(w.dataSync()))]),
  )
const ofType = <T extends RunRecord['type']>(records: RunRecord[], type: T) =>
  records.filter((record): record is RunRecordOf<T> => record.type === type)

const ofHead = ['dense', 'logits']
/** The weights among the last 6 layers of the base: conv_dw_13_bn and its activation, conv_pw_13, and so on. */
const ofEnd = ['conv_dw_13', 'conv_dw_13_bn', 'conv_pw_13', 'conv_pw_13_bn']

describe.each([
  ['with features of what is frozen kept', true],
  ['with all computed in each step', false],
])('%s', (_, cacheFeatures) => {
  /** Names of the layers that a plan changed. */
  async function changedBy(plan: object): Promise<string[]> {
    const fresh = await untrained(transferRun())
    const before = valuesOf(fresh.network)
    fresh.dispose()
    const { weights } = await train({ plan: { cacheFeatures, restoreBest: false, ...plan } })
    return [...weights].filter(([name, values]) => JSON.stringify(values) !== JSON.stringify(before.get(name))).map(([name]) => name) // prettier-ignore
  }

  test('a frozen part keeps its weights, and a frozen BatchNorm its averages', async () => {
    expect(await changedBy({ phases: phases.slice(0, 1) })).toEqual(ofHead)
    expect((await changedBy({})).sort()).toEqual([...ofEnd, ...ofHead].sort())
  })

  test('interrupted in the second or the third phase, a run goes on to the same weights and records', async () => {
    const plan = { cacheFeatures }
    const straight = await train({ plan })
    for (const stop of [
      (r: RunRecord) => r.type === 'batch' && r.step === 6,
      (r: RunRecord) => r.type === 'epoch' && r.epoch === 5,
    ]) {
      const folder = temporaryFolder()
      const onRecord = (record: RunRecord) => {
        if (stop(record)) throw new Error('killed')
      }
      await expect(train({ folder, plan, onRecord })).rejects.toThrow('killed')
      const resumed = await train({ folder, plan })
      expect(resumed.weights).toEqual(straight.weights)
      expect([resumed.bestEpoch, resumed.kept]).toEqual([straight.bestEpoch, straight.kept])
      expect(ofType(resumed.records, 'note')[0]!.message).toMatch(/Continued from step/)
    }
  })
})

test('the averages of what trains stay, unless its training mode is asked for', async () => {
  const fresh = await untrained(transferRun())
  const before = valuesOf(fresh.network)
  fresh.dispose()
  const movedBy = async (baseMode: string) => {
    const { weights } = await train({
      plan: { phases: [{ epochs: 1, trainable: { last: 6 }, baseMode }], restoreBest: false },
    })
    // Gamma, beta, mean, variance.
    return weights.get('conv_pw_13_bn')!.map((one, i) => JSON.stringify(one) !== JSON.stringify(before.get('conv_pw_13_bn')![i])) // prettier-ignore
  }
  expect(await movedBy('auto')).toEqual([true, true, false, false])
  expect(await movedBy('training')).toEqual([true, true, true, true])
})

test('the history says what each phase trains, and the model what was trained at most', async () => {
  const { records, description, folder } = await train()
  const head = 256 * 8 + 8 + 8 * 3 + 3
  // Of the last six layers: depthwise and pointwise kernels, gamma and beta of two normalisations of 256 channels.
  const end = head + 9 * 256 + 256 * 256 + 4 * 256
  const [start] = ofType(records, 'start')
  expect(start).toMatchObject({ trainableParameters: head, parameters: 218_544 + head, epochs: 5 })
  const told = ofType(records, 'phase').map(({ phase, trainable, trainableParameters, learningRate, epochs, after }) => [phase, trainable, trainableParameters, learningRate, epochs, after]) // prettier-ignore
  expect(told).toEqual([
    [1, 'head', head, 0.01, 2, 0],
    [2, { last: 6 }, end, 0.001, 2, 2],
    [3, 'head', head, 0.001, 1, 4],
  ])
  expect(ofType(records, 'epoch').map((one) => one.learningRate)).toEqual([0.01, 0.01, 0.001, 0.001, 0.001])
  expect(description).toMatchObject({ base, trainableParameters: end })

  const { network, description: saved } = await loadModel(join(folder, 'model'))
  expect(saved).toEqual(description)
  expect(network.countParams()).toBe(218_544 + head)
  network.dispose()
})

test('a checkpoint holds what the plan changes, not the whole base', async () => {
  const bytes = async (plan: object) => {
    const { folder } = await train({ plan })
    return statSync(join(folder, 'checkpoint', 'state.safetensors')).size
  }
  // The head's 2,083 values of 4 bytes, twice.
  expect(await bytes({ phases: [{ epochs: 1, trainable: 'head' }] })).toBeLessThan(30_000)
  expect(await bytes({ phases: [{ epochs: 1 }] })).toBeGreaterThan(1_000_000)
})

test('phases keep no tensors', async () => {
  await train()
  const before = tf.memory().numTensors
  await train()
  expect(tf.memory().numTensors).toBe(before)
})

test('a model from scratch trains as a whole, and a layer that is not there is named', async () => {
  const attempt = (run: TrainedRun, pictures: Pick<TrainOptions, 'open' | 'images'>) =>
    trainRun({ folder: temporaryFolder(), run, ...pictures, weightsFile, compute, control: new RunControl(), emit: () => {} }, quietTask()) // prettier-ignore
  await expect(attempt(toyRun({ plan: { phases } }), toyData())).rejects.toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining('CNN'),
  })
  const plan = { phases: [{ epochs: 1, trainable: { from: 'block_99' } }] }
  await expect(
    attempt(transferRun(plan), enlarged(toyData({ train: 3, validation: 3, test: 3 }))),
  ).rejects.toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining('block_99'),
  })
})
