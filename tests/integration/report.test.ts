// Reports by the engine that users get, on the sample and on a folder with names that are hard on every medium: all
// formats and languages, what is in them, and that nothing of the user's is touched. Needs the build (`npm test` makes it).
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { chromium, type Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src-main/app/open'
import type { App } from '../../src-main/app/types'
import {
  reportLanguage,
  type CallInput,
  type ReportFormat,
  type ReportLanguage,
} from '../../src-main/contract'
import { runEnded, Workbench } from '../support/app'
import { faults } from '../support/axe'
import { findChromium } from '../support/served-app'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)
const browserPath = findChromium()

const author = 'José "Pepe" <Núñez> & Cía.'
const title = 'Práctica 1: `más` </title> $x$ *y* 🦋'
const hard = ['Perro "grande"', "l'été <b>", 'قطة كبيرة', 'חתול שחור', '猫 🐱']
const headings: Record<ReportLanguage, string> = {
  en: 'What came out',
  es: 'Qué salió',
  'pt-BR': 'O que resultou',
}

/** The text of each page of a PDF. */
async function pdfPages(path: string): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages
}

/** A page without its pictures and fonts: what is left is short enough to be looked through. */
const withoutData = (html: string): string => html.replace(/data:[^"')]+/g, 'data:')

describe.skipIf(!built)('a report', () => {
  const bench = new Workbench()
  let app: App
  let work: string
  let photos: string
  const runs: string[] = []
  let hardRun: string

  beforeAll(async () => {
    const library = await bench.folder()
    work = await bench.folder()
    app = await openApp({
      library,
      packs: join(library, 'packs'),
      host: 'cli',
      engine: { node: process.execPath, program },
      log: bench.log,
    })
    const train = async (
      request: Omit<CallInput<'runs.start'>, 'size' | 'backend' | 'plan'>,
      plan: object = {},
    ) => {
      const settings = {
        plan: { phases: [{ epochs: 3 }], batch: 8, ...plan },
        size: 24,
        backend: 'wasm' as const,
      }
      const { run } = await app.call('runs.start', { ...request, ...settings })
      expect((await runEnded(app, run)).status).toBe('done')
      return run
    }
    const sample = await app.call('data.import', {
      source: { kind: 'sample', perClass: 12 },
      options: { size: 32 },
    })
    const dataset = sample.dataset.id
    const model = { name: 'cnn' as const, options: { filters: [4, 8], dense: 8 } }
    runs.push(await train({ name: 'La CNN', dataset, model, seed: 1 }))
    runs.push(
      await train({ name: 'La MLP', dataset, model: { name: 'mlp', options: { hidden: [8] } }, seed: 1 }),
    )

    photos = join(await bench.folder(), 'Mis fotos')
    for (const [label, name] of hard.entries()) {
      await mkdir(join(photos, name), { recursive: true })
      for (let at = 0; at < 8; at++) {
        const colour = { r: 60 * label + at, g: 255 - 50 * label, b: 30 * at }
        const picture = sharp({ create: { width: 40, height: 30 + at, channels: 3, background: colour } })
        await picture.jpeg().toFile(join(photos, name, `foto ${at} 'á'.jpg`))
      }
    }
    const own = await app.call('data.import', {
      source: { kind: 'folder', path: photos },
      options: { size: 32 },
    })
    const settings = { augmentation: { flip: true, mixUp: 0.2 }, labelSmoothing: 0.1 }
    hardRun = await train(
      { name: '=cmd|"x" \\ {{a}}\n🦋', dataset: own.dataset.id, model, seed: 2 },
      settings,
    )
  })
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  const write = (ids: string[], format: ReportFormat, language: ReportLanguage, name: string) =>
    app.call('report', {
      runs: ids,
      options: { format, language, title, author },
      out: join(work, `${name}.${format}`),
    })
  const text = (name: string) => readFile(join(work, name), 'utf8')

  describe.each(reportLanguage.options)('in %s', (language) => {
    it('is one HTML file', async () => {
      const { file, files } = await write(runs, 'html', language, language)
      expect(files.map((one) => one.file)).toEqual([`${language}.html`])
      const html = withoutData(await readFile(file, 'utf8'))
      expect(html.includes(`<html lang="${language}">`)).toBe(true)
      expect(html.includes(headings[language])).toBe(true)
      expect(html.match(/<script|https?:\/\/(?!www\.w3\.org).*/)).toBeNull()
      expect(html.match(/.{20}(undefined|\bNaN\b|\[object)/)).toBeNull()
      expect(html.match(/<svg /g)!.length).toBeGreaterThan(10)
    })

    it('is a PDF with words in it', async () => {
      const { file } = await write(runs, 'pdf', language, language)
      const pages = await pdfPages(file)
      expect(pages.length).toBeGreaterThan(4)
      const all = pages.join('\n').replace(/\s+/g, ' ')
      expect(all).toContain(headings[language])
      expect(all).toContain('José "Pepe" <Núñez> & Cía.')
      expect(all).toContain('La CNN')
      expect(all).not.toContain('□')
    })

    it('is Markdown with its figures', async () => {
      const { files } = await write(runs, 'md', language, language)
      const names = files.map((one) => one.file)
      const markdown = await text(`${language}.md`)
      expect(markdown).toContain(`## 1. ${headings[language]}`)
      const linked = [...markdown.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => decodeURIComponent(link!))
      expect(linked.length).toBeGreaterThan(20)
      for (const link of linked) expect(names).toContain(link)
      for (const name of names.filter((one) => one.endsWith('.png')))
        expect((await sharp(join(work, name)).stats()).entropy).toBeGreaterThan(0.1)
    })

    it('is a notebook with the pictures beside it', async () => {
      const { files } = await write(runs, 'ipynb', language, language)
      const notebook = JSON.parse(await text(`${language}.ipynb`))
      expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 })
      const ids = notebook.cells.map((one: { id: string }) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(files.filter(({ file }) => file.endsWith('.png'))).toHaveLength(36)
      const source = notebook.cells.flatMap((one: { source: string[] }) => one.source).join('')
      expect(source).not.toContain(homedir())
    })
  })

  it('keeps to what the runs came to', async () => {
    const { testAccuracy, testCount } = (await app.call('runs.get', { run: runs[0]! })).summary
    const right = Math.round(testAccuracy! * testCount!)
    expect((await text('en.html')).includes(`${right} of ${testCount}`)).toBe(true)
    expect((await text('es.html')).includes(`${right} de ${testCount}`)).toBe(true)
  })

  it('takes names of every kind for what they are', async () => {
    await write([hardRun], 'html', 'es', 'hard')
    const html = withoutData(await text('hard.html'))
    expect(html.includes('l&#39;été &lt;b&gt;')).toBe(true)
    expect(html.match(/.*l'été <b>/)).toBeNull()
    expect(/<title>.*<\/title>/.exec(html)![0]).toBe(
      '<title>Práctica 1: `más` &lt;/title&gt; $x$ *y* 🦋</title>',
    )
    // No path of the user's, who may have their name in it.
    expect(html.includes(photos)).toBe(false)

    await write([hardRun], 'pdf', 'es', 'hard')
    const pages = (await pdfPages(join(work, 'hard.pdf'))).join(' ')
    expect(pages).toContain('Perro "grande"')
    // Two words, drawn from right to left; shaped letters do not all come back as text.
    expect(pages).toMatch(/[\u0600-\u06ff]/)
    expect(pages).toContain('🦋')
    // As they are drawn: the second word to the left of the first.
    expect(pages).toMatch(/שחור\s+חתול/)

    await write([hardRun], 'md', 'es', 'hard')
    const markdown = await text('hard.md')
    expect(markdown).toContain("l'été \\<b\\>")
    expect(markdown).toContain('# Práctica 1: \\`más\\` \\</title\\> \\$x\\$ \\*y\\* 🦋')
    expect(markdown).toContain('=cmd\\|"x" \\\\ \\{\\{a\\}\\} 🦋')

    await write([hardRun], 'ipynb', 'es', 'hard')
    const notebook = JSON.parse(await text('hard.ipynb'))
    const cells = notebook.cells as { cell_type: string; source: string[] }[]
    const code = cells
      .filter((one) => one.cell_type === 'code')
      .map((one) => one.source.join(''))
      .join('\n')
    expect(code).toContain('"Perro \\"grande\\""')
    expect(code).toContain('"=cmd|\\"x\\" \\\\ {{a}}\\n🦋"')
    expect(code).toContain('mix_up=0.2')
    expect(code).toContain('label_smoothing=0.1')
  })

  it('is never written over something', async () => {
    const before = await stat(join(work, 'en.html'))
    await expect(write(runs, 'html', 'en', 'en')).rejects.toMatchObject({ code: 'export-exists' })
    expect((await stat(join(work, 'en.html'))).mtimeMs).toBe(before.mtimeMs)
    await mkdir(join(work, 'mine-figures'))
    await writeFile(join(work, 'mine-figures', 'mine.txt'), 'mine')
    await expect(write(runs, 'md', 'en', 'mine')).rejects.toMatchObject({ code: 'export-exists' })
    expect(await readdir(join(work, 'mine-figures'))).toEqual(['mine.txt'])
    expect(await readdir(work)).not.toContain('mine.md')
  })

  it('that is cancelled leaves nothing', async () => {
    const folder = join(work, 'cancelled')
    const abort = new AbortController()
    const stages: string[] = []
    const progress = ({ stage }: { stage: string }) => {
      stages.push(stage)
      if (stage === 'draw') abort.abort()
    }
    const params = { runs, options: { format: 'pdf' as const }, out: join(folder, 'x.pdf') }
    await expect(app.call('report', params, { signal: abort.signal, progress })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(stages).toContain('draw')
    expect(await readdir(folder)).toEqual([])
  })

  it('says what is wrong', async () => {
    const out = join(work, 'wrong.txt')
    await expect(app.call('report', { runs, options: { format: 'html' }, out })).rejects.toMatchObject({
      code: 'invalid-argument',
    })
    await expect(write(['none'], 'html', 'en', 'none')).rejects.toMatchObject({ code: 'run-not-found' })
    await expect(write([runs[0]!, hardRun], 'ipynb', 'en', 'both')).rejects.toMatchObject({
      code: 'runs-not-comparable',
    })
    const { file } = await write([runs[0]!, hardRun], 'html', 'en', 'both')
    expect((await readFile(file, 'utf8')).includes('These runs cannot be compared fairly.')).toBe(true)
  })

  it('comes as one file or as a folder where it is downloaded', async () => {
    const ask = async (format: ReportFormat) => {
      const { download } = await app.call('report', { runs, options: { format } })
      return (await readdir(app.downloadFolder(download!)!)).sort()
    }
    expect(await ask('html')).toEqual(['butterfly-cat-horse.html'])
    expect(await ask('md')).toEqual(['butterfly-cat-horse-figures', 'butterfly-cat-horse.md'])
  })

  describe.skipIf(browserPath === null)('in a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: browserPath! })
    })
    afterAll(() => browser?.close())

    it.each(['light', 'dark'] as const)(
      'opens without a network, without a complaint, %s',
      async (colorScheme) => {
        const context = await browser.newContext({ colorScheme, offline: true })
        const page = await context.newPage()
        const complaints: string[] = []
        const requests: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        page.on('pageerror', (error) => complaints.push(error.message))
        page.on('request', (request) => requests.push(request.url().slice(0, 60)))
        const address = pathToFileURL(join(work, 'es.html')).href
        await page.goto(address)
        expect(requests.filter((url) => !url.startsWith('data:') && url !== address.slice(0, 60))).toEqual([])
        const shown = await page.locator('.chart:visible').count()
        expect(shown).toBe((await page.locator('figure .chart').count()) / 2)
        const broken = await page
          .locator('img')
          .evaluateAll((all) => all.filter((one) => !(one as HTMLImageElement).naturalWidth).length)
        expect(broken).toBe(0)
        // Every chart has its numbers.
        expect(await page.locator('figure:has(.chart) details table').count()).toBe(shown)
        await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
        expect(await faults(page)).toEqual([])
        expect(complaints).toEqual([])
        await context.close()
      },
    )

    it('prints in the light, on several pages', async () => {
      const context = await browser.newContext({ colorScheme: 'dark', offline: true })
      const page = await context.newPage()
      await page.goto(pathToFileURL(join(work, 'es.html')).href)
      const path = join(work, 'printed.pdf')
      await page.pdf({ path, format: 'A4' })
      const pages = await pdfPages(path)
      expect(pages.length).toBeGreaterThan(4)
      expect(pages.join(' ')).toContain('Qué salió')
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      )
      await context.close()
    })
  })
})
