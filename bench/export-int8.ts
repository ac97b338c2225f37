// What 8-bit whole numbers cost a run's model: `node bench/run.mjs export-int8 --library DIR --run ID [--pictures 400]`.
// The model is written as float32 and as int8, both run in LiteRT on test pictures of its dataset.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { run as runSchema, UserError } from '../src-main/contract'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'
import { openWasm } from '../src-main/engine/backends/wasm'
import { compareAnswers } from '../src-main/engine/export/check/compare'
import { inBatches } from '../src-main/engine/export/check/answers'
import { openRun } from '../src-main/engine/export/open-run'
import { tflite, tfliteInt8 } from '../src-main/engine/export/tflite'
import { type Format } from '../src-main/engine/export/format'
import { quietTask } from '../src-main/engine/task'

const { values } = parseArgs({
  options: {
    library: { type: 'string' },
    run: { type: 'string' },
    pictures: { type: 'string', default: '400' },
  },
})
if (!values.library || !values.run) throw new Error('--library and --run are needed')
const pack = await defaultPackFolder()
const compute = pack ? await openTensorflow(pack, {}) : await openWasm()
const task = quietTask()
const folder = join(values.library, 'runs', values.run)
const { dataset } = runSchema.parse(JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')))
const run = await openRun({ folder, run: values.run, dataset: join(values.library, 'datasets', dataset) })
const { labels, preprocessing } = run.description
const pictures = await run.pictures.take('test', Number(values.pictures), task)
if (!pictures) throw new UserError('invalid-argument', 'The dataset of this run is not there any more.')

async function answers(format: Format): Promise<Float32Array> {
  const work = await mkdtemp(join(tmpdir(), 'cotejo-bench-'))
  try {
    await format.write(work, run, task)
    const consumer = await format.open(work, run)
    if ('reason' in consumer) throw new Error(consumer.reason)
    try {
      return await inBatches(pictures!, preprocessing.size, task, (pixels, count) =>
        consumer.predict(pixels, count),
      )
    } finally {
      await consumer.dispose()
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const said = await answers(tflite)
const start = performance.now()
const whole = await answers(tfliteInt8)
const seconds = (performance.now() - start) / 1000
const { agreement, accuracy } = compareAnswers(said, whole, labels.length, pictures.labels, {})
const { agreement: but } = compareAnswers(said, whole, labels.length, pictures.labels, { difference: 0.05 })
const percent = (part: number) => `${(100 * part).toFixed(2)} %`
console.log(
  `${values.run}, ${preprocessing.size} px, ${pictures.count} test pictures: the same class for ${percent(agreement)} ` +
    `(${percent(but)} but for near ties); accuracy ${percent(accuracy!.run)} → ${percent(accuracy!.exported)}; ${seconds.toFixed(1)} s`,
)
run.dispose()
await compute.dispose()
