// The seed CNN on the whole of CIFAR-10 by the same recipe here and in Keras: test accuracy of several seeds each, in
// alternating pairs. Adam 1e-3, batch 128, at most 10 epochs, early stopping with patience 3, best weights.
// `node bench/run.mjs cifar-against-keras --archive cifar-10-binary.tar.gz [--seeds 3] [--same-start] [--python PATH]`
// With --same-start Keras gets our initial weights and our order of the pictures: then nothing but rounding differs.
// Without --python an environment with Keras is made the first time.
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { kerasPython } from './keras-python'
import { modelChoice } from '../src-main/contract'
import { buildFresh } from '../src-main/engine/models/build'
import { epochOrder } from '../src-main/engine/training/batches'

const { values } = parseArgs({
  options: {
    archive: { type: 'string' },
    library: { type: 'string', default: join('out', 'bench', 'cifar-library') },
    seeds: { type: 'string', default: '3' },
    backend: { type: 'string', default: 'tensorflow' },
    only: { type: 'string', default: 'Cotejo,Keras' },
    cli: { type: 'string', default: join('out', 'main', 'cli.js') },
    python: { type: 'string' },
    'same-start': { type: 'boolean', default: false },
    log: { type: 'string' },
  },
})

const python = await kerasPython(values.python)

interface Result {
  testAccuracy: number
  testLoss: number
  epochs: number
  parameters: number
  seconds: number
}

const say = (line: string): void => {
  console.log(line)
  if (values.log) appendFileSync(values.log, `${line}\n`)
}

const cotejo = (...args: string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [values.cli, '--library', values.library, ...args, '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    }),
  )

const folder = join(values.library, 'datasets', 'cifar-10')
if (!existsSync(folder)) cotejo('data', 'cifar10', ...(values.archive ? ['--archive', values.archive] : []))

const batch = '128'
const EPOCHS = '10'

/** What a run of this seed starts from, for Keras: initial weights and the order of each epoch. */
function writeStart(seed: number): string {
  const at = resolve(values.library, `start-${seed}`)
  mkdirSync(at, { recursive: true })
  const model = buildFresh(modelChoice.parse({ name: 'cnn' }), { size: 32, classes: 10, seed })
  const weights = model.network.weights.map((weight) => weight.read().dataSync() as Float32Array)
  writeFileSync(
    join(at, 'weights.f32'),
    Buffer.concat(weights.map((w) => new Uint8Array(w.buffer, w.byteOffset, w.byteLength))),
  )
  model.dispose()
  const { splits } = JSON.parse(readFileSync(join(folder, 'items.json'), 'utf8')) as { splits: number[] }
  const train = Int32Array.from(splits.flatMap((split, index) => (split === 0 ? [index] : [])))
  // Keras asks for one epoch more than it trains.
  for (let epoch = 1; epoch <= Number(EPOCHS) + 1; epoch++) {
    writeFileSync(join(at, `order-${epoch}.i32`), new Uint8Array(epochOrder(train, seed, epoch).buffer))
  }
  return at
}
const ours = (seed: number): Result =>
  cotejo(
    // Cotejo's defaults for a set of this size are this very recipe.
    ...['train', '--data', 'cifar-10', '--model', 'cnn', '--batch', batch],
    ...['--seed', String(seed), '--backend', values.backend],
  ) as Result
const theirs = (seed: number): Result =>
  JSON.parse(
    execFileSync(
      python,
      [
        ...[join('bench', 'keras-cifar.py'), resolve(folder), String(seed), EPOCHS, batch],
        ...(values['same-start'] ? [writeStart(seed)] : []),
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    ),
  ) as Result

const mean = (numbers: number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length
const deviation = (numbers: number[]): number => {
  const middle = mean(numbers)
  return Math.sqrt(numbers.reduce((sum, x) => sum + (x - middle) ** 2, 0) / Math.max(1, numbers.length - 1))
}

const rows: Record<'Cotejo' | 'Keras', Result[]> = { Cotejo: [], Keras: [] }
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const order = seed % 2 === 1 ? (['Cotejo', 'Keras'] as const) : (['Keras', 'Cotejo'] as const)
  for (const who of order.filter((one) => values.only.includes(one))) {
    const result = who === 'Cotejo' ? ours(seed) : theirs(seed)
    rows[who].push(result)
    const { testAccuracy, testLoss, epochs, parameters, seconds } = result
    say(
      `${who} seed ${seed}: test accuracy ${testAccuracy.toFixed(4)}, loss ${testLoss.toFixed(4)}, ` +
        `${epochs} epochs, ${parameters.toLocaleString('en')} parameters, ${seconds.toFixed(0)} s`,
    )
  }
}
for (const who of (['Cotejo', 'Keras'] as const).filter((one) => rows[one].length > 0)) {
  const accuracies = rows[who].map(({ testAccuracy }) => testAccuracy)
  const times = rows[who].map(({ seconds, epochs }) => seconds / epochs)
  say(
    `${who}: mean ${mean(accuracies).toFixed(4)}, standard deviation ${deviation(accuracies).toFixed(4)} over ` +
      `${accuracies.length} seeds; ${mean(times).toFixed(1)} s an epoch`,
  )
}
if (rows.Cotejo.length === 0 || rows.Keras.length === 0) process.exit(0)
const difference = mean(rows.Cotejo.map((r) => r.testAccuracy)) - mean(rows.Keras.map((r) => r.testAccuracy))
say(`difference of the means: ${(difference * 100).toFixed(2)} points`)
