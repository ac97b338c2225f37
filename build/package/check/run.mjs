// Runs the engine of a packaged app as the app does: the Node that is in the package, the engine that is in the
// package, started by app's own launcher (the command line has the same one), far away from this checkout.
import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { Explained, tail } from '../../setup/say.mjs'
import { NODE_VERSION, nodeFileName } from '../node-runtime.mjs'
import { targetName, thisTarget } from '../targets.mjs'

const run = promisify(execFile)
const LIMIT_MS = 5 * 60_000
const COLOURS = { red: [190, 40, 40], green: [40, 150, 60], blue: [40, 60, 190] }
const EACH = 16

/** Pictures of three classes in the formats that people have, some turned by EXIF. */
async function makePictures(folder) {
  for (const [label, colour] of Object.entries(COLOURS)) {
    await mkdir(join(folder, label), { recursive: true })
    for (let index = 0; index < EACH; index++) {
      const [r, g, b] = colour.map((value) => (value + 11 * index) % 256)
      const picture = sharp({ create: { width: 96, height: 64, channels: 3, background: { r, g, b } } })
      const bar = { create: { width: 8 + index, height: 20, channels: 3, background: '#ffffff' } }
      const drawn = picture.composite([{ input: bar, left: 3 * index, top: 2 * index }])
      const name = join(folder, label, `${index}`)
      if (index % 3 === 0) await drawn.withMetadata({ orientation: 6 }).jpeg().toFile(`${name}.jpg`)
      else if (index % 3 === 1) await drawn.png().toFile(`${name}.png`)
      else await drawn.webp().toFile(`${name}.webp`)
    }
  }
  return folder
}

function require(condition, what) {
  if (!condition) throw new Explained(what)
}

/**
 * @param {{ resources: string, work: string, packs: string | null }} places `work` is an empty folder
 * @returns {{ name: string, does: () => Promise<string> }[]} what is done, in order; each says what came of it
 */
export function engineSteps({ resources, work, packs }) {
  const node = join(resources, 'node', nodeFileName(thisTarget))
  const cli = join(resources, 'engine', 'cli.js')
  // Nothing of this machine's own Node or settings reaches the package.
  const env = {
    PATH: process.platform === 'win32' ? process.env.SystemRoot : '/usr/bin:/bin',
    HOME: work,
    USERPROFILE: work,
    APPDATA: work,
    TMPDIR: process.env.TMPDIR ?? '',
    TEMP: process.env.TEMP ?? '',
    SystemRoot: process.env.SystemRoot ?? '',
    COTEJO_PACKS: packs ?? join(work, 'packs'),
  }
  const cotejo = async (...words) => {
    const args = [cli, '--library', join(work, 'library'), '--json', ...words]
    try {
      const { stdout } = await run(node, args, { env, cwd: work, timeout: LIMIT_MS, maxBuffer: 64 * 2 ** 20 })
      return JSON.parse(stdout)
    } catch (error) {
      throw new Explained(`cotejo ${words.join(' ')}\n${tail(error.stderr || error.message, 4)}`)
    }
  }
  /** One epoch; more words are for `cotejo train`. */
  const trainOne = async (data, model, name, backend, ...more) => {
    const words = ['--data', data, '--model', model, '--epochs', '1', '--name', name, '--backend', backend]
    const trained = await cotejo('train', ...words, ...more)
    require(trained.status === 'done', JSON.stringify(trained).slice(0, 500))
    return trained
  }
  const backendOf = async (name) => {
    const { backends } = await cotejo('doctor')
    return backends.find((one) => one.name === name)
  }

  return [
    {
      name: 'starts on its own Node',
      does: async () => {
        const { node: version } = await cotejo('doctor')
        require(version === NODE_VERSION, `Node ${NODE_VERSION} was expected, ${version} ran.`)
        return `Node ${version}`
      },
    },
    {
      name: 'imports pictures (sharp)',
      does: async () => {
        const folder = await makePictures(join(work, 'pictures'))
        const { images } = await cotejo('data', 'import', folder, '--name', 'photos')
        require(images.total === 3 * EACH &&
          images.skipped === 0, `Of ${3 * EACH} pictures ${images.total} came.`)
        return `${images.total} pictures: JPEG, PNG, WebP`
      },
    },
    {
      name: 'trains the sample (WebAssembly)',
      does: async () => {
        await cotejo('data', 'sample')
        const run = await trainOne('sample', 'cnn', 'first', 'wasm', '--size', '32')
        return `one epoch in ${run.seconds.toFixed(1)} s`
      },
    },
    {
      name: 'trains on the built-in base (h5wasm)',
      does: async () => {
        await trainOne('photos', 'cotejo-mini', 'second', 'wasm')
        return 'weights.h5 read, a head trained'
      },
    },
    {
      name: 'trains natively (the addon)',
      does: async () => {
        const native = await backendOf('tensorflow')
        if (!native?.available) return `left out: ${native?.problem ?? 'no engine pack here'}`
        await trainOne('sample', 'cnn', 'third', 'tensorflow', '--size', '32')
        return native.version
      },
    },
    {
      name: 'exports and checks (ONNX Runtime, LiteRT)',
      does: async () => {
        const out = join(work, 'exports')
        const words = ['first', '--format', 'onnx,tflite,web', '--out', out]
        const { exports } = await cotejo('export', ...words)
        const checked = exports
          .filter(({ check }) => check?.agreement === 1)
          .map(({ check }) => check.runtime)
        // ONNX Runtime has no build for Macs with an Intel processor.
        const expected = targetName(thisTarget) === 'darwin-x64' ? 1 : 2
        require(exports.length === 3 && checked.length >= expected, JSON.stringify(exports).slice(0, 2000))
        return checked.join(', ')
      },
    },
    {
      name: 'lays pictures in the plane (UMAP)',
      does: async () => {
        const { method, index } = await cotejo('map', 'first')
        require(method === 'umap' && index.length > 0, `A map by ${method}.`)
        return `${index.length} pictures`
      },
    },
    {
      name: 'writes a report (PDF)',
      does: async () => {
        const file = join(work, 'report.pdf')
        await cotejo('report', 'first', 'second', '--out', file, '--language', 'es')
        const bytes = await readFile(file)
        require(bytes.toString('latin1', 0, 5) === '%PDF-', 'The report is no PDF.')
        return `${Math.round(bytes.length / 1024)} KB, in Spanish`
      },
    },
  ]
}
