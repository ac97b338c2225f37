// Makes the base in the box: trains Cotejo Mini on CIFAR-10 with the app's own import, training loop and evaluation,
// and writes weights, record, facts and model card to resources/bases/cotejo-mini.
//
//   node bench/run.mjs train-base --data FOLDER_OR_ARCHIVE [--epochs N] [--seed N] [--validation F]
//
// The data are pictures in train/<class> and test/<class>. All training pictures train and the weights of the last
// epoch are kept, so that nothing is chosen by the test pictures. For trying settings, --validation keeps a part of
// the training pictures back, judges by that alone, and writes nothing. A training that was stopped goes on from its
// last checkpoint when it is started again with the same arguments.
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { baseFolder, writeBase } from './base/write'
import { basePlan, baseRun, size } from './base/recipe'
import type { RunRecord, RunRecordOf } from '../src-main/contract'
import { cotejoVersion } from '../src-main/contract/version'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'
import { ensureImages } from '../src-main/engine/data/cache'
import { importDataset } from '../src-main/engine/data/import'
import { openDataset } from '../src-main/engine/data/open'
import { evaluateRun } from '../src-main/engine/evaluation'
import { loadModel } from '../src-main/engine/models/storage'
import { quietTask } from '../src-main/engine/task'
import { RunControl } from '../src-main/engine/training/control'
import { RunWriter } from '../src-main/engine/training/history'
import { trainRun } from '../src-main/engine/training/train'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    library: { type: 'string', default: join('out', 'bench', 'base') },
    epochs: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    validation: { type: 'string', default: '0' },
  },
})
const [epochs, seed, validation] = [Number(values.epochs), Number(values.seed), Number(values.validation)]
const task = quietTask()
const say = (line: string): void => console.log(`${new Date().toTimeString().slice(0, 8)} ${line}`)

const dataFolder = resolve(values.library, `data-${validation}`)
if (!existsSync(join(dataFolder, 'dataset.json'))) {
  if (!values.data) throw new Error('--data FOLDER_OR_ARCHIVE is missing')
  await importDataset(
    {
      id: 'cifar-10',
      folder: dataFolder,
      source: { kind: 'folder', path: resolve(values.data), owned: false },
      options: { size, validation, name: 'CIFAR-10' },
      seed: 1,
      cache: resolve(values.library, 'cache'),
    },
    task,
  )
}
const open = await openDataset(dataFolder)
const images = await ensureImages(open, { size, resize: 'cover' }, task)
const counts = open.dataset.images
say(`${counts.train} pictures to train on, ${counts.validation} to validate, ${counts.test} to test`)

const pack = await defaultPackFolder()
if (pack === null) throw new Error('No engine pack: install one (cotejo engine install cpu)')
const compute = await openTensorflow(pack, { cpuOnly: true })
say(`${compute.device}; ${compute.version}`)

/** Prints what happens, one line a hundred steps and one an epoch. */
function follow(record: RunRecord): void {
  if (record.type === 'note') say(record.message)
  if (record.type === 'batch' && record.step % 100 === 0)
    say(
      `  step ${record.step}: loss ${record.loss.toFixed(3)}, ${record.imagesPerSecond.toFixed(0)} pictures/s`,
    )
  if (record.type !== 'epoch') return
  const told = [`training accuracy ${record.train.accuracy.toFixed(4)}`]
  if (record.validation) told.push(`validation ${record.validation.accuracy.toFixed(4)}`)
  say(`epoch ${record.epoch}: ${told.join(', ')}, ${record.seconds.toFixed(0)} s`)
}

const id = `seed-${seed}-epochs-${epochs}-twice${validation > 0 ? '-tried' : ''}`
const folder = resolve(values.library, 'runs', id)
await mkdir(folder, { recursive: true })
const plan = basePlan(epochs)
const run = baseRun(open.dataset, plan, seed, id)
// A training that is done is not done again: what follows can be repeated alone.
if (!existsSync(join(folder, 'model'))) {
  const writer = new RunWriter(folder, follow)
  const control = new RunControl()
  const work = { folder, run, open, images, compute, control, writer, emit: () => {} }
  const trained = await trainRun({ ...work, checkpointSeconds: 10 }, task)
  trained.network.dispose()
  writer.close()
}

if (validation === 0) {
  const { network, description } = await loadModel(join(folder, 'model'))
  const evaluated = await evaluateRun(
    { network, preprocessing: run.preprocessing, open, images, labels: run.labels, compute, seed },
    task,
  )
  const { test, testInterval, train, confusion } = evaluated.evaluation
  const history = (await readFile(join(folder, 'history.jsonl'), 'utf8')).trim().split('\n')
  const records = history
    .map((line) => JSON.parse(line) as RunRecord)
    .filter((one): one is RunRecordOf<'epoch'> => one.type === 'epoch')
  const head = network.getLayer('logits').countParams()
  const record = await writeBase(network, {
    version: 1,
    command: `node bench/run.mjs train-base --data cifar10-jpg.tar --epochs ${epochs} --seed ${seed}`,
    date: new Date().toISOString().slice(0, 10),
    cotejo: cotejoVersion,
    device: compute.device,
    backend: `${compute.name} ${compute.version}`,
    seed,
    seconds: records.reduce((sum, one) => sum + one.seconds, 0),
    datasetHash: run.datasetHash,
    images: { train: counts.train, test: counts.test },
    plan,
    parameters: { base: description.parameters - head, whole: description.parameters },
    labels: run.labels,
    epochs: records.map(({ train: { loss, accuracy } }) => ({ loss, accuracy })),
    test,
    testInterval,
    train,
    confusion,
    transfer: null,
  })
  say(
    `test accuracy ${test.accuracy} on ${test.count} (${testInterval.low.toFixed(4)} to ${testInterval.high.toFixed(4)})`,
  )
  say(`${baseFolder}: ${record.bytes} bytes`)
  network.dispose()
}
images.close()
await compute.dispose()
