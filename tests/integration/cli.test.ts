// The command line as scripts see it: what goes to stdout and stderr, and the exit status. In this process, on a
// real library with the fake engine; cli-train.test.ts has the built program with the real one.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runRequest, runSummary, type UserError } from '../../src-main/contract'
import { displayWidth } from '../../src-main/hosts/cli/output/text'
import { Terminal } from '../../src-main/hosts/cli/output/terminal'
import { runCli } from '../../src-main/hosts/cli/program'
import { train } from '../../src-main/hosts/cli/training'
import { openLogFile } from '../../src-main/hosts/shared/log-file'
import { Workbench } from '../support/app'

const bench = new Workbench()
let library: string
let pictures: string
let cwd: string

beforeEach(async () => {
  library = join(await bench.folder(), 'library')
  pictures = await bench.pictures()
  cwd = await bench.folder()
})
afterEach(() => bench.close())

interface Outcome {
  code: number
  out: string
  err: string
  /** Each write to stderr. */
  writes: string[]
  exits: number[]
}

interface Around {
  /** Called with what is on stderr so far; true presses Ctrl-C. */
  interruptWhen?: (err: string) => boolean
  columns?: number
  isTTY?: boolean
}

async function cotejo(words: string[], around: Around = {}): Promise<Outcome> {
  const outcome: Outcome = { code: -1, out: '', err: '', writes: [], exits: [] }
  let interrupt = (): void => {}
  let pressed = false
  const stream = (key: 'out' | 'err') => ({
    isTTY: around.isTTY ?? false,
    columns: around.columns ?? 80,
    write(text: string) {
      outcome[key] += text
      if (key === 'err') outcome.writes.push(text)
      if (!pressed && around.interruptWhen?.(outcome.err)) {
        pressed = true
        setImmediate(() => interrupt())
      }
    },
  })
  outcome.code = await runCli(['--library', library, ...words], {
    terminal: new Terminal({ stdout: stream('out'), stderr: stream('err'), env: {} }),
    out: cwd,
    cwd,
    env: {},
    open: async (options) => ({
      app: await bench.open({
        library: options.library!,
        host: options.host,
        ...(options.readOnly ? { readOnly: true } : {}),
      }),
      log: openLogFile(cwd, 'cli'),
    }),
    onInterrupt(listener) {
      interrupt = listener
      return () => (interrupt = () => {})
    },
    exit: (code) => void outcome.exits.push(code),
  })
  return outcome
}

async function json(words: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await cotejo([...words, '--json'])
  expect(code, err).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}

describe('results', () => {
  it('imports a folder and counts it', async () => {
    const imported = await json(['data', 'import', pictures])
    expect(imported).toMatchObject({
      dataset: 'gatos-y-perros',
      images: { train: 8, validation: 4, test: 4, total: 16 },
    })
    expect(imported['classes']).toHaveLength(2)
    const { datasets } = await json(['data', 'list'])
    expect(datasets).toMatchObject([{ dataset: 'gatos-y-perros' }])
  })

  it('trains, and says what the contract calls a summary', async () => {
    const trained = await json([
      'train',
      '--data',
      pictures,
      '--model',
      'cnn',
      '--epochs',
      '3',
      '--size',
      '32',
      '--backend',
      'auto',
    ])
    expect(runSummary.parse(trained)).toMatchObject({
      status: 'done',
      epochs: 3,
      seed: 1,
      model: 'cnn',
      size: 32,
    })
    const names = ['backend', 'parameters', 'trainableParameters', 'trainAccuracy', 'validationAccuracy']
    for (const name of [...names, 'testAccuracy', 'testLoss', 'gap', 'seconds', 'imagesPerSecond']) {
      expect(typeof trained[name], name).not.toBe('undefined')
    }
    const { runs } = (await json(['runs', 'list'])) as { runs: { run: string }[] }
    expect(runs.map((one) => one.run)).toEqual([trained['run']])
    const shown = await json(['runs', 'show', String(trained['run']).slice(0, 4)])
    expect(shown).toMatchObject({
      run: trained['run'],
      plan: { phases: [{ epochs: 3 }], earlyStopping: null },
    })
    expect(shown['history']).toHaveLength(3)
  })

  it('imports a folder once, and again when it has changed', async () => {
    const words = ['train', '--data', pictures, '--model', 'mlp', '--epochs', '1']
    const first = await json(words)
    const second = await json(words)
    expect(second['dataset']).toBe(first['dataset'])
    await writeFile(join(pictures, 'cat', 'one more.jpg'), 'cat')
    const third = await json(words)
    expect(third['dataset']).not.toBe(first['dataset'])
  })

  it('takes paths relative to where the person stands', async () => {
    await mkdir(join(cwd, 'here'))
    for (const name of ['a', 'b']) {
      await mkdir(join(cwd, 'here', name))
      for (const at of [1, 2, 3, 4]) await writeFile(join(cwd, 'here', name, `${at}.jpg`), name)
    }
    expect(await json(['data', 'import', './here'])).toMatchObject({ source: join(cwd, 'here') })
  })

  it('predicts and exports', async () => {
    const { run } = await json(['train', '--data', pictures, '--model', 'cnn', '--epochs', '1'])
    const file = join(pictures, 'cat', '0.jpg')
    expect(await json(['predict', String(run), file])).toMatchObject({
      run,
      predictions: [{ file, label: 'cat' }],
    })
    const exported = await json(['export', String(run), '--format', 'tfjs', '--out', 'model'])
    expect(exported).toMatchObject({ run, format: 'tfjs', folder: join(cwd, 'model') })
    expect(await readFile(join(cwd, 'model', 'model.json'), 'utf8')).toBe('{}')
    const again = await cotejo(['export', String(run), '--format', 'tfjs', '--out', 'model'])
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('not empty')])
    const zipped = await json(['export', String(run), '--format', 'tfjs', '--zip', '--out', 'sent'])
    const zip = join(cwd, 'sent.zip')
    expect(zipped).toMatchObject({ folder: zip, zip: { file: zip } })
    expect(Object.keys(unzipSync(await readFile(zip)))).toEqual(['model.json'])
    expect((await readdir(cwd)).sort()).toEqual(['model', 'sent.zip'])
  })

  it('reads a library that another process works on', async () => {
    await json(['data', 'import', pictures])
    const other = await bench.open({ library })
    expect(await json(['data', 'list'])).toMatchObject({ datasets: [{ dataset: 'gatos-y-perros' }] })
    const blocked = await cotejo(['data', 'import', pictures, '--json'])
    expect(blocked.code).toBe(1)
    expect(JSON.parse(blocked.out)).toMatchObject({ error: { code: 'library-in-use' } })
    await other.close()
  })

  it('shows people tables and curves, without colours where none are wanted', async () => {
    const { out, err, code } = await cotejo(['train', '--data', pictures, '--model', 'cnn', '--epochs', '4'])
    expect(code).toBe(0)
    expect(out).toMatch(/test accuracy +\d+\.\d %/)
    expect(out).toMatch(/[▁▂▃▄▅▆▇█]{4}/)
    expect(err).toMatch(/ 4\/4 /)
    // eslint-disable-next-line no-control-regex -- that is what must not be there
    expect(out + err).not.toMatch(/\x1b/)
  })

  it('draws one live line on a terminal, never wider than it', async () => {
    const { writes } = await cotejo(['train', '--data', pictures, '--model', 'cnn', '--epochs', '2'], {
      isTTY: true,
      columns: 40,
    })
    const erase = '\r\x1b[2K'
    const drawn = writes.filter((text) => text.startsWith(erase) && text !== erase)
    expect(drawn.some((text) => text.includes('Epoch 1/2'))).toBe(true)
    for (const text of drawn) expect(displayWidth(text.slice(erase.length))).toBeLessThan(40)
    // What comes after a live line first takes it away.
    writes.forEach((text, at) => {
      if (drawn.includes(text)) expect(writes[at + 1]?.startsWith(erase)).toBe(true)
    })
  })

  it('passes folds, augmentation and balance on, and names what it does not know', async () => {
    const words = ['train', '--data', pictures, '--model', 'cnn', '--epochs', '1']
    const asked = await json([...words, '--folds', '4', '--augment', 'strong', '--balance', 'sampling'])
    const shown = await json(['runs', 'show', String(asked['run'])])
    expect(shown).toMatchObject({
      folds: 4,
      plan: { classBalance: 'sampling', augmentation: { randAugment: 9 } },
    })
    for (const wrong of [
      ['--augment', 'wild'],
      ['--balance', 'odd'],
      ['--folds', '10'],
    ]) {
      // prettier-ignore
      expect((await cotejo([...words, ...wrong])).code, wrong.join(' ')).toBe(1)
    }
    expect((await cotejo([...words, '--folds', '11'])).code).toBe(2)
  })
})

describe('errors', () => {
  const cases: [string, string[], RegExp][] = [
    [
      'a model that is not known',
      ['train', '--data', 'x', '--model', 'resnet'],
      /no model “resnet”[^]*cnn, mlp/,
    ],
    [
      'a backend that is not known',
      ['train', '--data', 'x', '--model', 'cnn', '--backend', 'cuda'],
      /no backend “cuda”[^]*auto, tensorflow, webgpu, wasm/,
    ],
    ['a dataset that is not there', ['train', '--data', 'absent', '--model', 'cnn'], /no dataset “absent”/],
    ['a folder that is not there', ['data', 'import', 'absent'], /absent/],
    ['a run that is not there', ['runs', 'show', 'absent'], /no run “absent”/],
    [
      'a format that is not known',
      ['export', 'x', '--format', 'onnx,caffe', '--out', 'y'],
      /no export format “caffe”[^]*tfjs/,
    ],
    ['an engine pack that is not known', ['engine', 'install', 'rocm'], /no engine pack “rocm”/],
  ]
  it.each(cases)('says it in one line with a hint: %s', async (_what, words, message) => {
    const { code, out, err } = await cotejo(words)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n +at /)
    const { out: document } = await cotejo([...words, '--json'])
    expect(JSON.parse(document)).toMatchObject({ error: { message: expect.any(String) as string } })
  })

  it.each([
    [['train', '--data', 'x']],
    [['train', '--data', 'x', '--model', 'cnn', '--epochs', '0']],
    [['train', '--data', 'x', '--model', 'cnn', '--epochs', '1.5']],
    [['train', '--data', 'x', '--model', 'cnn', '--lr', 'fast']],
    [['train', '--data', 'x', '--model', 'cnn', '--seed', '-1']],
    [['train', '--data', 'x', '--model', 'cnn', '--fast']],
    [['compare']],
    [['export', 'x', '--format', 'tfjs']],
    [['nonsense']],
    [['data']],
    [['serve', '--port', '70000']],
    [['data', 'list', 'too', 'many']],
  ])('ends with 2 for wrong usage: %j', async (words) => {
    const { code, out, err } = await cotejo(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toBe('')
  })

  it('ends with 0 for help and version', async () => {
    for (const words of [['--help'], ['train', '--help'], ['help', 'train'], ['--version']]) {
      const { code, out } = await cotejo(words)
      expect([code, out.length > 0]).toEqual([0, true])
    }
  })

  it.each([
    ['fail-at-2', 'run-not-finished'],
    ['crash-at-2', 'engine-stopped'],
  ])('explains a run that ends badly (%s) and keeps what was recorded', async (name, code) => {
    await json(['data', 'import', pictures])
    const app = await bench.open({ library })
    const work = {
      app,
      terminal: new Terminal({ stdout: { write: () => {} }, stderr: { write: () => {} }, env: {} }),
      signal: new AbortController().signal,
      call: app.call,
    }
    const request = runRequest.parse({
      name,
      dataset: 'gatos-y-perros',
      model: { name: 'cnn' },
      plan: { phases: [{ epochs: 5 }] },
    })
    const error = await train(work, request, { record: () => {}, stage: () => {} }).catch(
      (one: UserError) => one,
    )
    expect(error).toMatchObject({ code, hint: expect.stringContaining('runs show') as string })
    const [run] = await app.call('runs.list', {})
    expect(run!.epochs).toBeGreaterThanOrEqual(1)
    await app.close()
  })
})

describe('Ctrl-C', () => {
  it('cancels the run, keeps what was recorded and ends with 130', async () => {
    const words = ['train', '--data', pictures, '--model', 'cnn', '--epochs', '500', '--json']
    const { code, out, err, exits } = await cotejo(words, {
      interruptWhen: (text) => text.includes(' 2/500'),
    })
    expect([code, exits]).toEqual([130, []])
    expect(err).toContain('Cancelling')
    const { error } = JSON.parse(out) as { error: { code: string; detail: { run: string } } }
    expect(error.code).toBe('cancelled')
    const shown = await json(['runs', 'show', error.detail.run])
    expect(shown['status']).toBe('cancelled')
    expect((shown['history'] as unknown[]).length).toBeGreaterThanOrEqual(2)
  })

  it('cancels an import and leaves nothing behind', async () => {
    await writeFile(join(pictures, 'slow'), '')
    const { code } = await cotejo(['data', 'import', pictures], {
      interruptWhen: (text) => text.includes('Decoding'),
    })
    expect(code).toBe(130)
    expect(await json(['data', 'list'])).toEqual({ datasets: [] })
  })
})
