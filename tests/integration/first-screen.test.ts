// The built interface: what the first screen loads, compressed. Needs a build (out/renderer, or COTEJO_OUT); the test
// command makes one.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstScreen, rendererFolder } from '../support/first-screen'

const folder = rendererFolder()
if (!existsSync(folder)) console.warn(`Skipped: there is no build in ${folder}.`)

describe.skipIf(!existsSync(folder))('the first screen', () => {
  it('loads at most 500 KB compressed, and no chart library', async () => {
    const files = await firstScreen(folder)
    const bytes = files.reduce((sum, { gzip }) => sum + gzip, 0)
    console.log(`First screen: ${Math.round(bytes / 1000)} kB compressed in ${files.length} files`)
    expect(files.length).toBeGreaterThan(2)
    expect(bytes).toBeLessThanOrEqual(500_000)
    // The mark that ECharts puts before its warnings: in the build, and not in what is loaded first.
    const mark = '[ECharts]'
    const assets = await readdir(join(folder, 'assets'))
    const scripts = assets.filter((name) => name.endsWith('.js'))
    const texts = await Promise.all(scripts.map((name) => readFile(join(folder, 'assets', name), 'utf8')))
    expect(texts.some((text) => text.includes(mark))).toBe(true)
    expect(files.filter(({ content }) => content.includes(mark)).map(({ path }) => path)).toEqual([])
  })
})
