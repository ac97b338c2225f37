// How fast import is: beside a bare loop of sharp that does the same resize on the same files with as many in flight,
// and again when the same files were imported before. Alternating, in one process.
//
//   node bench/run.mjs import [FOLDER] [--size N] [--rounds N]    throughput, and the second import
//   node bench/run.mjs import FOLDER --memory                     peak memory of the built engine (npm run build) that
//                                                                 imports FOLDER; Linux
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { engineEnvironment } from '../src-main/app/engine-client/environment'
import { type Dataset } from '../src-main/contract'
import { importDataset } from '../src-main/engine/data/import'
import { openDataset } from '../src-main/engine/data/open'
import { originalsOf } from '../src-main/engine/data/originals'
import { picturesInFlight, sharp } from '../src-main/engine/data/sharp'
import { rng } from '../src-main/engine/rng'
import { quietTask } from '../src-main/engine/task'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    memory: { type: 'boolean', default: false },
  },
})
const scratch = mkdtempSync(join(tmpdir(), 'cotejo-bench-'))
try {
  const folder = positionals[0] ? resolve(positionals[0]) : await drawPhotos(join(scratch, 'photos'), 400)
  await (values.memory ? measureMemory(folder) : measureSpeed(folder))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** Seconds by the clock, and seconds that all cores worked for it: the second does not mind a busy machine. */
interface Took {
  seconds: number
  cpu: number
}

async function timed<T>(work: () => Promise<T>): Promise<{ took: Took; result: T }> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return { took: { seconds, cpu: (user + system) / 1e6 }, result }
}

/** A whole import into a library of its own, or into `library`. */
async function importOnce(
  folder: string,
  library: string,
): Promise<{ took: Took; dataset: string; count: number }> {
  const dataset = mkdtempSync(join(library, 'datasets-'))
  const { took, result } = await timed(() =>
    importDataset(
      {
        id: 'bench',
        folder: join(dataset, 'bench'),
        source: { kind: 'folder', path: folder, owned: false },
        options: values.size === undefined ? {} : { size: Number(values.size) },
        seed: 1,
        cache: join(library, 'cache'),
      },
      quietTask(),
    ),
  )
  return { took, dataset: join(dataset, 'bench'), count: result.dataset.images.total }
}

/** What a loop written for the purpose would do: nothing but the resize. */
async function bareLoop(paths: readonly string[], size: number): Promise<Took> {
  let next = 0
  const worker = async () => {
    while (next < paths.length)
      await sharp(paths[next++]).resize(size, size, { fit: 'cover', kernel: 'lanczos3' }).raw().toBuffer()
  }
  return (await timed(() => Promise.all(Array.from({ length: picturesInFlight }, worker)))).took
}

async function measureSpeed(folder: string): Promise<void> {
  const library = join(scratch, 'library')
  await mkdir(library)
  // Once, to know what is usable and to have the files in memory: both sides are measured on warm files.
  const first = await importOnce(folder, library)
  const open = await openDataset(first.dataset)
  const locate = originalsOf(first.dataset, open.dataset)!
  const paths = open.files.map(locate)
  const { size } = open.dataset
  console.log(
    `${paths.length} pictures at ${size} px, ${availableParallelism()} cores, ${picturesInFlight} in flight`,
  )

  const bare: Took[] = []
  const imports: Took[] = []
  const again: Took[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    const fresh = join(scratch, `library-${round}`)
    await mkdir(fresh)
    bare.push(await bareLoop(paths, size))
    imports.push((await importOnce(folder, fresh)).took)
    again.push((await importOnce(folder, fresh)).took)
    rmSync(fresh, { recursive: true, force: true })
  }
  const row = (name: string, all: Took[]) => {
    const seconds = all.map((one) => one.seconds)
    console.log(
      `${name.padEnd(14)} ${seconds.map((one) => one.toFixed(2).padStart(6)).join(' ')} s   ` +
        `best ${Math.round(paths.length / Math.min(...seconds))} pictures/s   ` +
        `CPU ${((1000 * median(all.map((one) => one.cpu))) / paths.length).toFixed(3)} ms a picture`,
    )
  }
  row('bare loop', bare)
  row('import', imports)
  row('second import', again)
  const ratios = (a: Took[], b: Took[], of: keyof Took) =>
    median(a.map((one, round) => one[of] / b[round][of]))
  console.log(
    `import / bare loop: ${ratios(bare, imports, 'seconds').toFixed(2)} by the clock, ` +
      `${ratios(bare, imports, 'cpu').toFixed(2)} by CPU time (at least 0.90 is wanted)`,
  )
  console.log(
    `second import: ${ratios(imports, again, 'seconds').toFixed(0)} times faster by the clock, ` +
      `${ratios(imports, again, 'cpu').toFixed(0)} by CPU time (at least 20 is wanted)`,
  )
}

/** Peak memory of the built engine, the process that imports for users, with nothing else to do. */
async function measureMemory(folder: string): Promise<void> {
  const engine = fork(resolve('out/main/engine.js'), {
    serialization: 'json',
    env: {
      ...engineEnvironment(process.env, undefined),
      ...(process.env.X ? JSON.parse(process.env.X) : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const began = performance.now()
  const params = {
    id: 'bench',
    folder: join(scratch, 'library', 'bench'),
    source: { kind: 'folder', path: folder, owned: false },
    options: {},
    seed: 1,
    cache: join(scratch, 'library', 'cache'),
  }
  await mkdir(params.folder, { recursive: true })
  const answer = new Promise<{ images: number }>((done, fail) => {
    engine.on('exit', () => fail(new Error('The engine ended.')))
    engine.on('message', (message: { id?: number; result?: { dataset: Dataset }; error?: unknown }) => {
      if (message.error) fail(new Error(JSON.stringify(message.error)))
      if (message.result) done({ images: message.result.dataset.images.total })
    })
  })
  engine.send({ id: 1, call: 'data.import', params })
  const { images } = await answer
  const seconds = (performance.now() - began) / 1000
  const status = readFileSync(`/proc/${engine.pid}/status`, 'utf8')
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1024
  console.log(`${images} pictures in ${seconds.toFixed(1)} s: peak memory ${peak.toFixed(0)} MB`)
  engine.send({ stop: true })
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Photos as a phone's are, in kind if not in beauty: 1280 × 960 JPEGs of noise at two scales, each its own. */
async function drawPhotos(folder: string, count: number): Promise<string> {
  for (const name of ['a', 'b']) await mkdir(join(folder, name), { recursive: true })
  for (let i = 0; i < count; i++) {
    const random = rng(i, 'photo')
    const noise = (width: number, height: number) =>
      sharp(Buffer.from(Uint8Array.from({ length: width * height * 3 }, () => random.below(256))), {
        raw: { width, height, channels: 3 },
      }).resize(1280, 960, { kernel: 'cubic' })
    const fine = await noise(160, 120).ensureAlpha(0.4).png({ compressionLevel: 0 }).toBuffer()
    const photo = noise(8, 6)
      .composite([{ input: fine }])
      .jpeg()
    await writeFile(join(folder, i % 2 ? 'a' : 'b', `${i}.jpg`), await photo.toBuffer())
  }
  return folder
}
