// Takes the pictures of the app that the README shows, from the built app with real work behind it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { closeBrowser, findChromium, startServed, visit, type Visit } from '../support/served-app'
import { goTo, prepare, stops, type Prepared, type Stop } from '../support/tour'
import { animalFolder } from './animals'

/** What the README shows; `--all` takes every screen instead. */
const few = ['findings', 'new-run', 'run-folds', 'compare', 'heat-maps']
const most = 150_000
const languages = [
  { name: 'en', locale: 'en-US', folder: 'garden', classes: ['butterfly', 'cat', 'horse'] },
  { name: 'es', locale: 'es-ES', folder: 'jardín', classes: ['mariposa', 'gato', 'caballo'] },
] as const
const themes = ['light', 'dark'] as const

async function keep(picture: Buffer, file: string): Promise<void> {
  const bytes = await sharp(picture).png({ palette: true, quality: 90, effort: 10, dither: 0.6 }).toBuffer()
  if (bytes.length > most) throw new Error(`${file} has ${bytes.length} bytes; at most ${most} are wanted.`)
  await writeFile(file, bytes)
  console.log(`${file}  ${Math.round(bytes.length / 1000)} kB`)
}

async function take(seat: Visit, stop: Stop, language: string, out: string): Promise<void> {
  for (const theme of themes) {
    await seat.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await goTo(seat.page, stop)
    await keep(await seat.page.screenshot(), join(out, `${stop.name}-${language}-${theme}.png`))
  }
}

const toTop = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'start' }))

/** The screens, with what matters most of them in sight. */
function framed(prepared: Prepared): Stop[] {
  return stops(prepared).map((stop) => {
    if (stop.name === 'findings')
      return {
        ...stop,
        at: `${stop.at}?finding=label-conflict`,
        act: (page) => toTop(page, '[data-test=findings]'),
      }
    if (stop.name === 'new-run')
      return {
        ...stop,
        async act(page) {
          await page.locator('[data-test=augmentation-options] summary').click()
          await page.locator('[data-test=policy] [data-test=segment-strong]').click()
          await page.waitForSelector('[data-test=augment-preview][aria-busy=false] img', { timeout: 60_000 })
          await toTop(page, '.conditions')
        },
      }
    return stop
  })
}

const out = resolve(import.meta.dirname, '../../docs/images')
const all = process.argv.includes('--all')
if (!findChromium()) process.exit(1)
await mkdir(out, { recursive: true })
for (const language of languages) {
  const home = await mkdtemp(join(tmpdir(), 'cotejo-screenshots-'))
  const app = await startServed()
  const seat = await visit(app.address, { locale: language.locale, width: 1280, height: 820 })
  try {
    const folder = await animalFolder(join(home, language.folder), language.classes, [28, 24, 22])
    const prepared = await prepare(seat.page, folder, { epochs: 12, size: 32 })
    for (const stop of framed(prepared)) {
      if (all || few.includes(stop.name)) await take(seat, stop, language.name, out)
    }
    if (seat.complaints.length > 0) throw new Error(seat.complaints.join('\n'))
  } finally {
    await seat.close()
    await app.close()
    await rm(home, { recursive: true, force: true })
  }
}
await closeBrowser()
