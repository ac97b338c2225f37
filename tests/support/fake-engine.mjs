// A small engine that speaks the frames of contract/engine-calls.ts but learns nothing: for tests of what is
// around the engine. Told how to behave by FAKE_ENGINE (a comma-separated list) and by the name of a run:
//   FAKE_ENGINE: never-ready, die-at-start, ignore-stop, bad-frames
//   run name:    crash-at-N (SIGKILL after epoch N), exit-at-N (status 3), fail-at-N (an error), hang-at-N (a busy
//                loop), no-end, epoch-ms-N, diverge
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const habits = new Set((process.env.FAKE_ENGINE ?? '').split(','))
const send = (frame) => process.connected && process.send(frame)

if (habits.has('die-at-start')) {
  process.stderr.write('Error: libmissing.so.2: cannot open shared object file\n')
  process.exit(7)
}
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => {})
if (habits.has('ignore-stop')) process.on('SIGTERM', () => {})

class Known extends Error {
  constructor(code, message) {
    super(message)
    this.shape = { code, message, hint: 'This is a test.' }
  }
}

const running = new Map()
const controls = new Map()
const number = (name, what) => Number(new RegExp(`${what}-(\\d+)`).exec(name)?.[1] ?? NaN)
const png = (n) => Buffer.from(`picture ${n}`).toString('base64')

const handlers = {
  async doctor() {
    const wasm = { device: 'CPU', version: '1', threads: 1, problem: null, hint: null, imagesPerSecond: null }
    return {
      backends: [{ name: 'wasm', available: true, chosen: true, ...wasm }],
      gpus: ['Fake GPU'],
      warnings: [],
    }
  },

  /** A class a folder, a picture a file; every fourth is for the test. */
  async 'data.import'({ id, folder, source, options, seed }, { signal, progress }) {
    if (source.kind !== 'folder') throw new Known('download-failed', 'This engine has no network.')
    if (!existsSync(source.path)) throw new Known('folder-not-found', `${source.path} is not there.`)
    const found = findClasses(source.path)
    if (found.names.length === 0) throw new Known('folder-without-images', 'No pictures.')
    if (found.names.length === 1) throw new Known('one-class-only', 'One class only.')
    const files = []
    const labels = []
    const splits = []
    for (const [label, name] of found.names.entries()) {
      for (const [at, file] of readdirSync(join(found.root, name)).sort().entries()) {
        files.push(`${name}/${file}`)
        labels.push(label)
        splits.push(at % 4 === 3 ? 2 : at % 4 === 2 ? 1 : 0)
        progress({ stage: 'decode', done: files.length, total: 0, unit: 'images' })
        if (existsSync(join(found.root, 'slow'))) await wait(50)
        if (signal.aborted) throw new Known('cancelled', 'Cancelled.')
      }
    }
    const count = (split, label) =>
      splits.filter((one, at) => one === split && (label === undefined || labels[at] === label)).length
    const dataset = {
      version: 1,
      id,
      name: options.name ?? source.path.split('/').pop(),
      kind: 'folder',
      created: new Date().toISOString(),
      source: { path: source.owned ? relative(folder, source.path) : source.path, owned: source.owned },
      classes: found.names.map((name, label) => ({
        name,
        train: count(0, label),
        validation: count(1, label),
        test: count(2, label),
      })),
      images: { train: count(0), validation: count(1), test: count(2), total: files.length, skipped: 0 },
      split: { seed, origin: 'drawn', validation: 0.25, test: 0.25 },
      resize: options.resize ?? 'cover',
      size: options.size ?? 64,
      hash: `hash-of-${files.length}`,
    }
    const report = {
      version: 2,
      files: { total: files.length, used: files.length, skipped: 0 },
      findings: [],
      skipped: [],
      emptyClasses: [],
      warnings: [],
      seconds: 0,
    }
    writeFileSync(join(folder, 'items.json'), JSON.stringify({ version: 1, files, labels, splits }))
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify(dataset))
    return { dataset, report }
  },

  async 'data.thumbnail'({ index }) {
    return { mime: 'image/jpeg', base64: png(`${index} of ${process.pid} at ${process.hrtime.bigint()}`) }
  },

  async 'augment.preview'({ indices, count, size }) {
    const made = { mime: 'image/png', base64: png(0), mixed: null }
    const versions = Array.from({ length: count }, (_, version) => version)
    return {
      size,
      images: indices.flatMap((index) => versions.map((version) => ({ index, version, ...made }))),
    }
  },

  async 'models.describe'({ model, size }) {
    if (size === 13) await new Promise(() => {})
    return {
      name: model.name,
      inputShape: [size, size, 3],
      parameters: 1,
      trainableParameters: 1,
      layers: [],
    }
  },

  'run.train': train,
  async 'run.pause'({ run }) {
    control(run).paused = true
    return {}
  },
  async 'run.resume'({ run }) {
    control(run).paused = false
    return {}
  },
  async 'run.cancel'({ run }) {
    control(run).cancelled = true
    return {}
  },

  async export({ run, format, out }) {
    if (existsSync(out) && readdirSync(out).length > 0)
      throw new Known('export-exists', `${out} is not empty.`)
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'model.json'), '{}')
    const check = {
      runtime: null,
      reason: 'Nothing was written.',
      pictures: null,
      largestDifference: null,
      agreement: null,
      accuracy: null,
    }
    return { run, format, folder: out, files: [{ file: 'model.json', bytes: 2 }], check }
  },
  async predict({ run, pictures }) {
    const predictions = pictures.map((one) => ({
      file: one.path ?? one.name,
      label: 'cat',
      confidence: 1,
      probabilities: [1, 0],
    }))
    return { run, labels: ['cat', 'dog'], predictions, failed: [] }
  },
  async 'run.figures'() {
    return { figures: null, cost: null, diagnosis: [] }
  },
  async compare() {
    return { nonsense: true }
  },
  async 'compare.ahead'() {
    return {}
  },
  async 'bases.list'() {
    return []
  },

  async 'packs.list'() {
    return [{ name: process.env.SECRET_OF_THE_USER ?? 'cpu' }]
  },
}

function findClasses(path) {
  const folders = readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory())
  const below = folders.length === 1 ? join(path, folders[0]) : null
  if (below !== null && readdirSync(below).some((name) => statSync(join(below, name)).isDirectory())) {
    return findClasses(below)
  }
  return { root: path, names: folders.sort() }
}

function control(run) {
  const found = controls.get(run)
  if (!found) throw new Known('not-found', `${run} does not train.`)
  return found
}

async function train({ folder, run }, { signal, progress }) {
  const state = { paused: false, cancelled: false }
  controls.set(run.id, state)
  const history = join(folder, 'history.jsonl')
  const started = performance.now()
  const before = existsSync(history)
    ? readFileSync(history, 'utf8').trimEnd().split('\n').filter(Boolean)
    : []
  let seq = before.length
  const say = (record) => {
    const whole = { seq: seq++, t: performance.now() - started, ...record }
    appendFileSync(history, `${JSON.stringify(whole)}\n`)
    send({ event: 'record', run: run.id, record: whole })
  }
  const end = (status, more = {}) => say({ type: 'end', status, seconds: 1.5, ...more })
  try {
    send({ event: 'backend', backend: 'wasm', device: 'CPU, fake' })
    progress({ stage: 'prepare', done: 1, total: 2, unit: 'images' })
    const epochs = run.plan.phases.reduce((sum, phase) => sum + phase.epochs, 0)
    say({
      type: 'start',
      at: new Date().toISOString(),
      backend: 'wasm',
      device: 'CPU, fake',
      parameters: 2_000_000,
      trainableParameters: 2_000_000,
      epochs,
      stepsPerEpoch: 3,
      images: { train: 6, validation: 3, test: 3 },
    })
    const checkpoint = join(folder, 'checkpoint', 'epoch')
    const first = existsSync(checkpoint) ? Number(readFileSync(checkpoint, 'utf8')) : 0
    let step = first * 3
    for (let epoch = first + 1; epoch <= epochs; epoch++) {
      for (let batch = 0; batch < 3; batch++) {
        step++
        progress({ stage: 'train', done: step, total: epochs * 3, unit: 'steps' })
        say({
          type: 'batch',
          step,
          epoch,
          loss: 1 / step,
          accuracy: 0.5,
          learningRate: 1e-3,
          imagesPerSecond: 100,
        })
      }
      await wait(number(run.name, 'epoch-ms') || 5)
      if (state.paused) {
        say({ type: 'paused' })
        while (state.paused && !state.cancelled) await wait(5)
        if (!state.cancelled) say({ type: 'resumed' })
      }
      if (state.cancelled || signal.aborted) {
        end('cancelled')
        return { evaluation: null }
      }
      const set = { loss: 1 / epoch, accuracy: 1 - 1 / (epoch + 1), count: 6 }
      say({
        type: 'epoch',
        epoch,
        step,
        train: set,
        validation: set,
        learningRate: 1e-3,
        seconds: 0.5,
        imagesPerSecond: 100,
        best: true,
      })
      mkdirSync(join(folder, 'checkpoint'), { recursive: true })
      writeFileSync(checkpoint, String(epoch))
      if (epoch === number(run.name, 'crash-at') && before.length === 0) process.kill(process.pid, 'SIGKILL')
      if (epoch === number(run.name, 'exit-at')) {
        process.stderr.write('some noise\nFatal error: tensor exploded\n    at step (engine.js:1:1)\n')
        process.exit(3)
      }
      if (epoch === number(run.name, 'hang-at')) for (;;);
      if (epoch === number(run.name, 'fail-at'))
        throw new Known('training-diverged', 'The loss is not a number.')
    }
    if (run.name.includes('no-end')) return { evaluation: null }
    const evaluation = evaluate(run.labels)
    mkdirSync(join(folder, 'model'), { recursive: true })
    writeFileSync(join(folder, 'model', 'model.json'), '{}')
    writeFileSync(join(folder, 'evaluation.json'), JSON.stringify(evaluation))
    end('done', { bestEpoch: epochs })
    return { evaluation }
  } finally {
    controls.delete(run.id)
  }
}

function evaluate(labels) {
  const set = { loss: 0.4, accuracy: 0.75, count: 4 }
  const interval = { low: 0.3, high: 0.95 }
  return {
    version: 1,
    train: { ...set, accuracy: 0.9 },
    validation: set,
    test: set,
    testInterval: interval,
    gap: 0.15,
    labels,
    confusion: labels.map(() => labels.map(() => 1)),
    classes: labels.map((name) => ({ name, count: 2, accuracy: 0.5, interval, precision: 0.5, f1: 0.5 })),
    predictions: { index: [0], label: [0], predicted: [0], confidence: [1] },
    seconds: 0.1,
  }
}

async function answer({ id, call, params }) {
  const abort = new AbortController()
  running.set(id, abort)
  try {
    const task = { signal: abort.signal, progress: (progress) => send({ id, progress }) }
    if (!handlers[call]) throw new Error(`no such call: ${call}`)
    const result = await handlers[call](params, task)
    send({ id, result })
  } catch (error) {
    send({ id, error: error.shape ?? { code: 'fault', message: error.message } })
  } finally {
    running.delete(id)
  }
}

process.on('message', (frame) => {
  if ('stop' in frame) {
    if (!habits.has('ignore-stop')) process.exit(0)
  } else if ('cancel' in frame) {
    running.get(frame.cancel)?.abort()
  } else {
    void answer(frame)
  }
})

if (habits.has('bad-frames')) {
  send('hello')
  send({ event: 'record', run: 'x', record: { type: 'batch', loss: null } })
}
if (!habits.has('never-ready')) send({ event: 'ready', pid: process.pid })
