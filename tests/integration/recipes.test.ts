// Recipes with the engine that users get: what each would do with the drawn sample, the advice on the base in the box
// trained to its end with two seeds, and the same from the command line.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { openApp } from '../../src-main/app/open'
import { run as runShape, seedSpread, type Run } from '../../src-main/contract'
import { Terminal } from '../../src-main/hosts/cli/output/terminal'
import { runCli } from '../../src-main/hosts/cli/program'
import { openLogFile } from '../../src-main/hosts/shared/log-file'
import { runEnded, Workbench } from '../support/app'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)

describe.skipIf(!built)('recipes', () => {
  const bench = new Workbench()
  const opened: App[] = []
  let library: string
  let dataset: string

  async function open(): Promise<App> {
    const app = await openApp({
      library,
      packs: join(library, 'packs'),
      host: 'cli',
      engine: { node: process.execPath, program },
      log: bench.log,
    })
    opened.push(app)
    return app
  }

  beforeAll(async () => {
    library = await bench.folder()
    const app = await open()
    const source = { kind: 'sample', perClass: 12 } as const
    dataset = (await app.call('data.import', { source, options: { size: 32, seed: 3 } })).dataset.id
  })
  afterAll(async () => {
    for (const app of opened) await app.close()
    await bench.close()
  })

  const recorded = async (run: string): Promise<Run> =>
    runShape.parse(JSON.parse(await readFile(join(library, 'runs', run, 'run.json'), 'utf8')))

  it('say what they would do: the advice stands on the base in the box, and names what would be better', async () => {
    const [app] = opened
    const recipes = await app!.call('recipes.list', { dataset })
    const [advice] = recipes
    expect(advice).toMatchObject({
      name: 'advice',
      missing: [],
      recommended: [{ base: 'mobilenet-v2-1.0-224' }],
    })
    expect(advice!.runs[0]).toMatchObject({ model: { options: { base: 'cotejo-mini' } }, folds: 5 })
    const nine = recipes.find(({ name }) => name === 'nine-architectures')!
    expect(nine.missing).toHaveLength(9)
    expect(nine.runs.map(({ model }) => (model.name === 'transfer' ? model.options.base : ''))).toEqual(
      nine.missing.map(({ base }) => base),
    )
    // Every model of every recipe is one that the engine can build at that size.
    for (const { runs } of recipes) {
      for (const { model, size, plan } of runs) {
        const { trainable } = plan.phases.at(-1)!
        const asked = { model, size: size!, classes: 3, ...(model.name === 'transfer' && { trainable }) }
        const described = await app!.call('models.describe', asked)
        expect(described.trainableParameters).toBeGreaterThan(0)
      }
    }
  })

  it('refuse to start without their bases, and leave nothing behind', async () => {
    const [app] = opened
    await expect(app!.call('recipes.start', { dataset, recipe: 'cnn-and-base' })).rejects.toMatchObject({
      code: 'base-not-installed',
      message: expect.stringMatching(/MobileNetV2 1\.0 \(9 MB\)/),
      hint: 'Install it: cotejo bases install mobilenet-v2-1.0-224',
    })
    expect(await app!.call('runs.list', {})).toEqual([])
  })

  it('train: the same conditions for all, once for each seed', async () => {
    const [app] = opened
    const { set, runs } = await app!.call('recipes.start', {
      dataset,
      recipe: 'advice',
      options: { epochs: 2, folds: null },
      seeds: [1, 2],
    })
    expect(runs).toHaveLength(4)
    const ended = []
    for (const { run } of runs) ended.push(await runEnded(app!, run))
    for (const one of ended) {
      expect(one).toMatchObject({ status: 'done', epochs: 2, recipe: { name: 'advice', set } })
      expect(one.testAccuracy).not.toBeNull()
    }
    const spread = seedSpread(ended)
    expect(spread.map(({ seeds }) => seeds)).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(spread[0]!.part).toMatch(/^Cotejo Mini, \d+ px$/)
    const records = await Promise.all(runs.map(({ run }) => recorded(run)))
    expect(new Set(records.map(({ datasetHash, plan }) => `${datasetHash} ${plan!.batch}`)).size).toBe(1)
    const compared = await app!.call('compare', { runs: runs.slice(0, 2).map(({ run }) => run) })
    expect(compared.conditions.filter(({ matters }) => matters)).toEqual([])
    expect(compared.conditions.find(({ name }) => name === 'split')!.same).toBe(true)
  })

  describe('on the command line', () => {
    let out: string
    let err: string

    /** @param interruptWhen presses Ctrl-C when this is on stderr */
    async function cotejo(words: string[], interruptWhen?: RegExp): Promise<number> {
      out = err = ''
      let interrupt = (): void => {}
      const stream = (write: (text: string) => void) => ({ isTTY: false, columns: 80, write })
      const terminal = new Terminal({
        stdout: stream((text) => (out += text)),
        stderr: stream((text) => {
          err += text
          if (interruptWhen?.test(err)) interrupt()
        }),
        env: {},
      })
      return runCli(['--library', library, ...words], {
        terminal,
        out: library,
        cwd: library,
        env: {},
        open: async () => {
          const log = openLogFile(library, 'cli')
          return { app: await open(), log } as never
        },
        onInterrupt(listener) {
          let pressed = false
          interrupt = () => {
            if (pressed) return
            pressed = true
            setImmediate(listener)
          }
          return () => {}
        },
        exit: () => {},
      })
    }

    beforeAll(async () => {
      for (const app of opened.splice(0)) await app.close()
    })

    it('lists them with their reasons and what is missing', async () => {
      expect(await cotejo(['recipes', '--data', dataset])).toBe(0)
      expect(out).toMatch(/advice {2}Cotejo's own advice/)
      expect(out).toMatch(/Cotejo Mini, which ships with Cotejo\. MobileNetV2 1\.0 \(9\.4 MB to install\)/)
      expect(out).toMatch(/To be installed first: MobileNetV2 1\.0 .*VGG16/)
      // Every reason has its sentence.
      expect(out).not.toMatch(/^ {2}• \w+\.$/m)
      expect(await cotejo(['recipes', '--data', dataset, '--json'])).toBe(0)
      expect((JSON.parse(out) as { recipes: object[] }).recipes).toHaveLength(7)
    })

    it('trains one: progress through all runs, the comparison, mean and deviation over the seeds', async () => {
      const words = ['train', '--data', dataset, '--recipe', 'three-animals', '--epochs', '1', '--no-folds']
      expect(await cotejo([...words, '--seeds', '3,4']), err).toBe(0)
      expect(err).toMatch(
        /1\/4 {2}CNN from scratch, seed 3[^]*2\/4 [^]*3\/4 [^]*4\/4 {2}Cotejo Mini, frozen, seed 4/,
      )
      expect(out).toMatch(/Verdict:[^]*over the seeds[^]*CNN from scratch +2 [^]*Cotejo Mini, frozen +2 /)
      const document = [...words, '--seed', '5', '--json']
      expect(await cotejo(document), err).toBe(0)
      const { set, runs, comparison, spread } = JSON.parse(out) as Record<string, never[]>
      expect([runs!.length, spread!.length, typeof comparison]).toEqual([2, 2, 'object'])
      expect(set).toMatch(/^three-animals-\d{8}-2$/)
    })

    it('Ctrl-C cancels all that is left, and none of it begins', async () => {
      const words = ['train', '--data', dataset, '--recipe', 'input-size', '--epochs', '500', '--no-folds']
      expect(await cotejo(words, / 1\/500 /)).toBe(130)
      const app = await open()
      const list = await app.call('runs.list', {})
      const mine = list.filter(({ recipe }) => recipe?.name === 'input-size')
      expect(mine).toHaveLength(5)
      expect(new Set(mine.map(({ status }) => status))).toEqual(new Set(['cancelled']))
      expect(mine.filter(({ epochs }) => epochs > 0)).toHaveLength(1)
      await app.close()
    })

    it('says what is wrong: an unknown recipe, a missing base, flags that do not go together', async () => {
      expect(await cotejo(['train', '--data', dataset, '--recipe', 'soup'])).toBe(1)
      expect(err).toMatch(/There is no recipe “soup”[^]*three-animals/)
      expect(await cotejo(['train', '--data', dataset, '--recipe', 'cnn-and-base'])).toBe(1)
      expect(err).toMatch(/MobileNetV2 1\.0 \(9 MB\)[^]*cotejo bases install mobilenet-v2-1\.0-224/)
      const advice = ['train', '--data', dataset, '--recipe', 'advice']
      for (const flag of [
        ['--size', '64'],
        ['--scaling', 'raw'],
        ['--no-feature-cache'],
        ['--model', 'cnn'],
      ]) {
        expect(await cotejo([...advice, ...flag]), flag[0]).toBe(2)
        expect(err).toMatch(/cannot be used with option/)
      }
      expect(await cotejo([...advice, '--seeds', '1,1'])).toBe(2)
      expect(await cotejo(['train', '--data', dataset])).toBe(2)
    })
  })
})
