// Training from features gives what training from pictures gives, whatever is frozen, augmented or interrupted, and
// computes what is frozen once.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cpuOnly, preparedPack } from '../support/tensorflow'
import { temporaryFolder } from '../support/toyRun'
import { livelyWeights, stripes, transferRun, type TransferRunOptions } from '../support/transferRun'
import type { RunRecord, RunRecordOf, TrainedRun } from '../../src-main/contract'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { evaluateRun } from '../../src-main/engine/evaluation'
import { FeatureStore } from '../../src-main/engine/features/store'
import { predictProbabilities } from '../../src-main/engine/models/inference'
import { quietTask } from '../../src-main/engine/task'
import { tf, type LayersModel } from '../../src-main/engine/tf'
import { RunControl } from '../../src-main/engine/training/control'
import { crossValidate } from '../../src-main/engine/training/folds/crossValidate'
import { RunWriter } from '../../src-main/engine/training/history'
import { trainRun } from '../../src-main/engine/training/train'

let compute: Compute
/** Batches that went through the network before the cut, counted where the backend compiles. */
let extracted = 0

function counting(backend: Compute): Compute {
  return {
    ...backend,
    compile(name, fn) {
      const compiled = backend.compile(name, fn)
      if (!name.startsWith('features')) return compiled
      const run: typeof compiled.run = (inputs) => (extracted++, compiled.run(inputs))
      return { ...compiled, run }
    },
  }
}

const pack = await preparedPack()
const backends: [string, (() => Promise<Compute>) | null][] = [
  ['wasm', () => openWasm()],
  ['tensorflow', pack ? () => openTensorflow(pack, { cpuOnly }) : null],
]

interface Options extends TransferRunOptions {
  folder?: string
  data?: ReturnType<typeof stripes>
  store?: FeatureStore
  featureMemory?: number
  control?: RunControl
  onRecord?: (record: RunRecord) => void
  checkpointSeconds?: number
  /** Of the base's weights. */
  weights?: number
}

const weightsFiles = new Map<string, Promise<string>>()
const weightsFolder = mkdtempSync(join(tmpdir(), 'cotejo-weights-'))
afterAll(() => rmSync(weightsFolder, { recursive: true, force: true }))

function weightsFile(run: TrainedRun, seed: number): Promise<string> {
  const name = `${run.base!.architecture}-${seed}.h5`
  const file = weightsFiles.get(name) ?? livelyWeights(join(weightsFolder, name), run, seed)
  weightsFiles.set(name, file)
  return file
}

const ofType = <T extends RunRecord['type']>(records: RunRecord[], type: T) =>
  records.filter((record): record is RunRecordOf<T> => record.type === type)
const weightsOf = (network: LayersModel) => network.getWeights().flatMap((w) => Array.from(w.dataSync()))

async function train({ folder = temporaryFolder(), data = stripes(), ...options }: Options = {}) {
  const records: RunRecord[] = []
  const { control = new RunControl(), checkpointSeconds = 1000, store, featureMemory, onRecord } = options
  const emit = (record: RunRecord) => {
    records.push(record)
    onRecord?.(record)
  }
  const run = transferRun(options)
  const file = await weightsFile(run, options.weights ?? 1)
  extracted = 0
  const trained = await trainRun(
    {
      folder,
      run,
      weightsFile: file,
      ...data,
      compute,
      emit,
      control,
      checkpointSeconds,
      store,
      featureMemory,
      keepFeatures: true,
    },
    quietTask(),
  )
  const { network, features } = trained
  const { evaluation, probabilities } = await evaluateRun(
    { network, preprocessing: run.preprocessing, ...data, labels: run.labels, compute, seed: 1, features },
    quietTask(),
  )
  const test = data.open.indices('test')
  const whole = await predictProbabilities(network, run.preprocessing, data.images, test, compute, quietTask()) // prettier-ignore
  const weights = weightsOf(network)
  network.dispose()
  features?.close()
  const batches = extracted
  return { ...trained, folder, records, weights, evaluation, probabilities, whole, batches }
}

type Trained = Awaited<ReturnType<typeof train>>

const timeless = (records: RunRecord[]) =>
  ofType(records, 'epoch').map(({ t: _t, seq: _s, seconds: _d, imagesPerSecond: _i, ...rest }) => rest)

/** The largest difference, in parts of the largest value. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length)
  let [difference, most] = [0, 1e-6]
  for (let i = 0; i < a.length; i++) {
    difference = Math.max(difference, Math.abs(a[i]! - b[i]!))
    most = Math.max(most, Math.abs(a[i]!))
  }
  return difference / most
}

/**
 * The two ways agree: to the bit where a backend computes a picture in the same way whatever is beside it, which
 * TensorFlow promises nowhere (on a CPU it does, but for batches of one). The network that is saved runs BatchNorm as
 * a layer of its own and rounds otherwise.
 */
function expectSame(cached: Trained, uncached: Trained): void {
  expect(cached.features).not.toBeNull()
  expect(uncached.features).toBeNull()
  expect(cached.batches).toBeGreaterThan(0)
  expect(uncached.batches).toBe(0)
  const exact = compute.name === 'wasm'
  const [ours, theirs] = [timeless(cached.records), timeless(uncached.records)]
  if (exact) expect(ours).toEqual(theirs)
  expect(ours.length).toBe(theirs.length)
  ours.forEach(({ train, validation, best }, i) => {
    expect(best).toBe(theirs[i]!.best)
    expect(train.accuracy).toBe(theirs[i]!.train.accuracy)
    expect(validation!.accuracy).toBe(theirs[i]!.validation!.accuracy)
    expect(train.loss).toBeCloseTo(theirs[i]!.train.loss, 4)
    expect(validation!.loss).toBeCloseTo(theirs[i]!.validation!.loss, 4)
  })
  expect(apart(cached.weights, uncached.weights)).toBeLessThanOrEqual(exact ? 0 : 1e-4)
  expect(apart(cached.whole, uncached.whole)).toBeLessThanOrEqual(exact ? 0 : 1e-4)
  expect(apart(cached.probabilities, cached.whole)).toBeLessThan(1e-5)
  expect(cached.evaluation.confusion).toEqual(uncached.evaluation.confusion)
  expect(cached.evaluation.test.loss).toBeCloseTo(uncached.evaluation.test.loss, 4)
}

const head = { epochs: 2, learningRate: 0.01, trainable: 'head' }
const last = { epochs: 1, learningRate: 0.003, trainable: { last: 4 } }
const flips = { flip: true, shift: 0.1, rotation: 10 }

describe.each(backends)('on %s', (_, open) => {
  if (!open) return void test.skip('there is no engine pack')

  beforeAll(async () => void (compute = counting(await open())))
  afterAll(() => compute.dispose())

  describe('training from features is training from pictures', () => {
    const cases: Record<string, TransferRunOptions> = {
      'a head with hidden layer, BatchNorm and dropout': {
        head: { dense: 8, batchNorm: true, dropout: 0.3 },
        plan: { phases: [head] },
      },
      'the head, then the last layers': { plan: { phases: [head, last] } },
      'the last layers of a residual network': {
        architecture: 'mobilenet-v2',
        alpha: 0.35,
        plan: { phases: [{ ...last, trainable: { from: 'block_16_project' } }] },
      },
      'views under augmentation': { plan: { phases: [head], augmentation: flips, views: 2 } },
      'early stopping, class weights, smoothing': {
        plan: {
          phases: [{ ...head, epochs: 4 }],
          earlyStopping: { patience: 1, minDelta: 0.05 },
          classBalance: 'sampling',
          labelSmoothing: 0.1,
        },
      },
    }
    test.each(Object.entries(cases))('%s', async (_, options) => {
      const cached = await train(options)
      const uncached = await train({ ...options, plan: { ...options.plan, cacheFeatures: false } })
      expectSame(cached, uncached)
    })

    test('views change pictures, and another number of them is another training', async () => {
      const plan = (views: number) => ({ phases: [{ ...head, epochs: 2 }], augmentation: flips, views })
      const [one, two] = [await train({ plan: plan(1) }), await train({ plan: plan(2) })]
      expect(timeless(one.records)[0]).toEqual(timeless(two.records)[0])
      expect(timeless(one.records)[1]).not.toEqual(timeless(two.records)[1])
    })
  })

  describe('what is frozen is computed once', () => {
    test('for all epochs, for a second run, for another head; other weights are another matter', async () => {
      const store = new FeatureStore(join(temporaryFolder(), 'features'))
      const first = await train({ store })
      expect(first.batches).toBe(2)
      const note = ofType(first.records, 'note').map(({ message }) => message)
      expect(note).toEqual([expect.stringContaining('computed once for 14 pictures')])

      const again = await train({ store, head: { dense: 8 }, plan: { phases: [{ ...head, epochs: 5 }] } })
      expect(again.batches).toBe(0)
      expect((await train({ store, seed: 2 })).batches).toBe(0)
      expect((await train({ store, weights: 2 })).batches).toBe(2)
      expect((await train({ store, plan: { phases: [last] } })).batches).toBe(2)
    })

    test('for all folds', async () => {
      const folder = temporaryFolder()
      const store = new FeatureStore(join(folder, 'features'))
      const data = stripes({ train: 18, validation: 0, test: 0 })
      const run = transferRun({ folds: 3, plan: { phases: [head], augmentation: flips, views: 1 } })
      const records: RunRecord[] = []
      const writer = new RunWriter(folder, (record) => void records.push(record))
      const control = new RunControl()
      const file = await weightsFile(run, 1)
      const { trained, evaluated } = await crossValidate(
        { folder, run, weightsFile: file, ...data, compute, control, writer, store },
        quietTask(),
      )
      writer.close()
      trained.network.dispose()
      expect(evaluated.evaluation.test.count).toBe(18)
      // Each picture as it is, and its one view: whichever fold came first computed it, for all others.
      const computed = ofType(records, 'note').map(({ message }) => /once for (\d+)/.exec(message)?.[1] ?? 0)
      const names = readdirSync(join(folder, 'features'), { recursive: true }).map(String)
      const rows = names
        .filter((path) => path.endsWith('.features'))
        .map((path) => readFileSync(join(folder, 'features', path)))
        .map((bytes) => bytes.readUInt32LE(bytes.length - 16))
      expect(rows.reduce((sum, count) => sum + count, 0)).toBe(36)
      expect(computed.reduce<number>((sum, count) => sum + Number(count), 0)).toBeLessThanOrEqual(36)
    })

    test('only what is new is computed where pictures changed', async () => {
      const store = new FeatureStore(join(temporaryFolder(), 'features'))
      await train({ store })
      const data = stripes()
      data.pixels[5 * data.images.size ** 2 * 3] ^= 1
      const changed = await train({ store, data })
      expect(ofType(changed.records, 'note')[0]!.message).toContain('computed once for 1 picture ')
      expectSame(changed, await train({ data, plan: { cacheFeatures: false } }))
    })

    test('damaged files are computed again, not trusted', async () => {
      const folder = join(temporaryFolder(), 'features')
      const store = new FeatureStore(folder)
      const whole = await train({ store })
      const files = () =>
        readdirSync(folder, { recursive: true })
          .map((name) => join(folder, String(name)))
          .filter((path) => path.endsWith('.features'))
      // One bit of the first picture, in the file with the training pictures; the other file is cut short.
      const [large, small] = files().sort((a, b) => statSync(b).size - statSync(a).size)
      const bytes = readFileSync(large!)
      bytes[2] = bytes[2]! ^ 1
      writeFileSync(large!, bytes)
      truncateSync(small!, statSync(small!).size - 1)
      const again = await train({ store })
      expect(ofType(again.records, 'note')[0]!.message).toContain('computed once for 1 picture ')
      expect(again.batches).toBe(2)
      expect(again.weights).toEqual(whole.weights)
      expect(again.probabilities).toEqual(whole.probabilities)
    })

    test('a run that was interrupted within an epoch goes on to the same numbers', async () => {
      const plan = { phases: [head, last] }
      const straight = await train({ plan })
      for (const from of [1, 2]) {
        const folder = temporaryFolder()
        const store = new FeatureStore(join(folder, 'features'))
        const control = new RunControl()
        const stop = (record: RunRecord) =>
          record.type === 'epoch' && record.epoch === from && control.cancel()
        const options = { plan, folder, store, checkpointSeconds: 0 }
        await expect(train({ ...options, control, onRecord: stop })).rejects.toMatchObject({
          code: 'cancelled',
        })
        const rest = await train(options)
        expect(rest.weights).toEqual(straight.weights)
        // What was computed before is there still.
        expect(rest.batches).toBeLessThan(straight.batches)
      }
    })
  })

  describe('where it cannot be done, the run says so and goes on', () => {
    const notes = ({ records }: Trained) => ofType(records, 'note').map(({ message }) => message)

    test('with augmentation that draws anew each step', async () => {
      const trained = await train({ plan: { phases: [{ ...head, epochs: 1 }], augmentation: flips } })
      expect(trained.batches).toBe(0)
      expect(notes(trained)).toEqual([expect.stringContaining('`views`')])
    })

    test('with pictures that are mixed', async () => {
      const plan = { phases: [head], augmentation: { mixUp: 0.2 }, views: 2 }
      await expect(train({ plan })).rejects.toMatchObject({ code: 'invalid-argument' })
    })

    test('where the disk refuses, memory does', async () => {
      const file = join(temporaryFolder(), 'file')
      writeFileSync(file, '')
      const trained = await train({ store: new FeatureStore(join(file, 'no-folder')) })
      expectSame(trained, await train({ plan: { cacheFeatures: false } }))
    })

    test('where there is room in neither, it is computed anew in each step, to the same numbers', async () => {
      const file = join(temporaryFolder(), 'file')
      writeFileSync(file, '')
      // What the disk has is asked first, and turns out not to be had.
      const store = Object.assign(new FeatureStore(join(file, 'no-folder')), { room: async () => 1e9 })
      const plan = { phases: [{ ...head, epochs: 3 }], augmentation: flips, views: 2 }
      // Room for the first view and the validation, not for the second view.
      for (const featureMemory of [0, 4 * 256 * 14]) {
        const trained = await train({ plan, store, featureMemory })
        expect(notes(trained).at(-1)).toContain('no room')
        expect(trained.features).toBeNull()
        const uncached = await train({ plan: { ...plan, cacheFeatures: false } })
        expect(timeless(trained.records).at(-1)!.train.loss).toBeCloseTo(timeless(uncached.records).at(-1)!.train.loss, 4) // prettier-ignore
        expect(apart(trained.weights, uncached.weights)).toBeLessThan(1e-4)
      }
    })

    test('where the features of the last layer that is frozen are too large, those of one before are kept', async () => {
      const options = { architecture: 'mobilenet-v2', alpha: 0.35, plan: { phases: [{ ...last, trainable: { last: 10 } }] } } as const // prettier-ignore
      const uncached = await train({ ...options, plan: { ...options.plan, cacheFeatures: false } })
      // Numbers of a picture: 336 behind block_16_expand, 56 behind block_15_add.
      const trained = await train({ ...options, featureMemory: 4 * 60 * 18 })
      expect(trained.features!.cut.values).toBe(56)
      expectSame(trained, uncached)
      const none = await train({ ...options, featureMemory: 4 * 40 * 18 })
      expect(none.features).toBeNull()
      expect(notes(none)).toEqual([expect.stringContaining('there is room for')])
    })

    test('without a note where nothing is frozen, or nobody wants it', async () => {
      expect(notes(await train({ plan: { phases: [{ ...head, epochs: 1, trainable: 'all' }] } }))).toEqual([])
      expect(notes(await train({ plan: { cacheFeatures: false } }))).toEqual([])
    })
  })

  test('training from features keeps no tensor', async () => {
    await train()
    const before = tf.memory().numTensors
    await train({ plan: { phases: [head, last] } })
    expect(tf.memory().numTensors).toBe(before)
  })
})
