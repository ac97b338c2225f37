// A walk through every screen of the interface with real work behind it: a messy folder, the built-in sample, two
// runs that were trained, one of them cross-validated. For the tests of accessibility, and for pictures of the app.
import type { Page } from 'playwright-core'
import { dropOnPage } from './served-app'
import type { CallInput, CallName, CallResult } from '../../src-main/contract'

/** A call of the contract over a WebSocket of the page's own, as the interface makes it. */
export function call<N extends CallName>(page: Page, name: N, params: CallInput<N>): Promise<CallResult<N>> {
  const answer = page.evaluate(
    ({ name, params }) =>
      new Promise<unknown>((resolve, reject) => {
        const token = sessionStorage.getItem('cotejo.token') ?? ''
        const origin = location.origin.replace(/^http/, 'ws')
        const socket = new WebSocket(`${origin}/api?token=${encodeURIComponent(token)}`)
        socket.onerror = () => reject(new Error('no connection'))
        socket.onopen = () => socket.send(JSON.stringify({ id: 1, call: name, params }))
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(String(data)) as {
            id?: number
            result?: unknown
            error?: { message: string }
          }
          if (frame.id !== 1 || !('result' in frame || frame.error)) return
          socket.close()
          if (frame.error) reject(new Error(frame.error.message))
          else resolve(frame.result)
        }
      }),
    { name: name as string, params: params as unknown },
  )
  return answer as Promise<CallResult<N>>
}

export interface Prepared {
  sample: string
  messy: string
  runs: string[]
}

/** Imports, trains and waits: what the screens need to have something to show. */
export async function prepare(
  page: Page,
  messyFolder: string,
  { epochs = 3, size = 24 }: { epochs?: number; size?: number } = {},
): Promise<Prepared> {
  await page.waitForSelector('[data-test=choose-folder]')
  await dropOnPage(page, [messyFolder])
  await page.waitForSelector('[data-test=train-on]', { timeout: 60_000 })
  const messy = new URL(page.url()).hash.split('/').at(-1)!
  const sample = await call(page, 'data.import', { source: { kind: 'sample' } })
  const plan = { phases: [{ epochs }], batch: 16 }
  const runs: string[] = []
  for (const name of ['cnn', 'mlp'] as const) {
    const request = { dataset: sample.dataset.id, model: { name }, size, plan, seed: 1 }
    runs.push((await call(page, 'runs.start', request)).run)
  }
  const folded = {
    dataset: sample.dataset.id,
    model: { name: 'cnn' as const },
    size,
    plan,
    seed: 1,
    folds: 3,
  }
  runs.push((await call(page, 'runs.start', folded)).run)
  for (const run of runs) {
    for (;;) {
      const { summary } = await call(page, 'runs.get', { run })
      if (summary.status === 'done') break
      if (!['queued', 'running'].includes(summary.status)) throw new Error(`${run}: ${summary.reason}`)
      await page.waitForTimeout(300)
    }
  }
  return { sample: sample.dataset.id, messy, runs }
}

/** Goes to a part of the comparison by the bar of its parts, and waits until that part is made. */
export async function toSection(page: Page, part: string): Promise<void> {
  await page.click(`[data-section=${part}]`)
  await page.waitForFunction(
    (part) => document.querySelector(`#part-${part} [data-near=false]`) === null,
    part,
  )
}

const PHONE = 390

export interface Stop {
  name: string
  /** Address of the screen, after the `#`. */
  at: string
  /** There when the screen is. */
  shows: string
  /** On a window as wide as a phone. */
  narrow?: boolean
  /** What is opened on it. */
  act?(page: Page): Promise<void>
}

/** Every screen, and the dialogs and unfolded parts on them. */
export function stops({ sample, messy, runs }: Prepared): Stop[] {
  const open = (test: string) => (page: Page) => page.locator(`[data-test=${test}] summary`).first().click()
  return [
    { name: 'data', at: '/data', shows: '[data-test=dataset-card]', act: open('import-options') },
    { name: 'findings', at: `/data/${messy}`, shows: '[data-test=finding-panel]' },
    { name: 'finding-files', at: `/data/${messy}?finding=corrupt`, shows: '[data-test=finding-files]' },
    { name: 'finding-dark', at: `/data/${messy}?finding=dark`, shows: '[data-test=finding-picture] img' },
    {
      name: 'picture',
      at: `/data/${messy}?finding=duplicate`,
      shows: '[data-test=finding-picture] img',
      act: async (page) => {
        await page.locator('[data-test=finding-picture] button').first().click()
        await page.waitForSelector('[data-test=picture-dialog] img')
      },
    },
    {
      name: 'add',
      at: `/data/${sample}`,
      shows: '[data-test=add-pictures]',
      act: async (page) => {
        await page.click('[data-test=add-pictures]')
        await page.waitForSelector('[data-test=add-start]')
      },
    },
    {
      name: 'new-run',
      at: `/train?data=${sample}`,
      shows: '[data-test=start]',
      act: async (page) => {
        await open('augmentation-options')(page)
        await page.locator('[data-test=policy] [data-test=segment-standard]').click()
        await page.waitForSelector('[data-test=augment-preview][aria-busy=false] img', { timeout: 60_000 })
        for (const part of ['model-options', 'optimizer-options', 'other-options']) await open(part)(page)
      },
    },
    { name: 'runs', at: '/runs', shows: '[data-test=run-row]' },
    { name: 'run', at: `/runs/${runs[0]}`, shows: '[data-test=run-result]' },
    {
      name: 'run-figures',
      at: `/runs/${runs[0]}`,
      shows: '[data-test=run-figures]',
      act: (page) => page.locator('[data-test=run-figures]').evaluate((element) => element.scrollIntoView()),
    },
    { name: 'run-folds', at: `/runs/${runs[2]}`, shows: '[data-test=folds-result]' },
    { name: 'compare', at: `/compare?runs=${runs[0]},${runs[1]}`, shows: '[data-test=comparison-table]' },
    {
      name: 'compare-charts',
      at: `/compare?runs=${runs[0]},${runs[1]}`,
      shows: '[data-test=comparison-table]',
      act: async (page) => {
        for (const part of ['sureness', 'map', 'curves', 'cost']) await toSection(page, part)
        await page.waitForSelector('[data-test=chart-pareto][data-drawn=true]')
      },
    },
    {
      name: 'matrices',
      at: `/compare?runs=${runs[0]},${runs[1]}`,
      shows: '[data-test=comparison-table]',
      act: async (page) => {
        await toSection(page, 'matrices')
        await page.waitForSelector('[data-test=confusion]')
      },
    },
    {
      name: 'difference',
      at: `/compare?runs=${runs[0]},${runs[1]}`,
      shows: '[data-test=comparison-table]',
      act: async (page) => {
        await toSection(page, 'matrices')
        await page.click('[data-test=matrix-view] [data-test=segment-difference]')
        await page.waitForSelector('[data-test=matrix-difference]')
      },
    },
    {
      name: 'disagreement',
      at: `/compare?runs=${runs[0]},${runs[1]}`,
      shows: '[data-test=comparison-table]',
      act: async (page) => {
        await toSection(page, 'pictures')
        await page.waitForSelector('[data-test=judged-picture] img')
      },
    },
    {
      name: 'cell',
      at: `/compare?runs=${runs[0]},${runs[1]}&inspect=mistakes:${runs[1]}`,
      shows: '[role=dialog] [data-test=judged-picture] img',
    },
    {
      name: 'heat-maps',
      at: `/compare?runs=${runs[0]},${runs[1]}&inspect=mistakes:${runs[1]}`,
      shows: '[role=dialog] [data-test=judged-picture]',
      act: async (page) => {
        await page.locator('[role=dialog] [data-test=judged-picture]').first().click()
        await page.locator('[data-test=heat-map]').nth(1).waitFor({ timeout: 60_000 })
      },
    },
    { name: 'predict', at: `/predict?run=${runs[0]}`, shows: '[data-test=predict-run]' },
    {
      name: 'bases',
      at: '/bases',
      shows: '[data-test=base]',
      act: (page) => page.locator('[data-test=family]').first().scrollIntoViewIfNeeded(),
    },
    {
      name: 'import-base',
      at: '/bases',
      shows: '[data-test=base]',
      act: async (page) => {
        await page.click('[data-test=import-base]')
        await page.waitForSelector('[data-test=weights-architecture]')
      },
    },
    { name: 'machine', at: '/machine', shows: '[data-test=backend]' },
    { name: 'compare-none', at: '/compare', shows: '[data-test=empty]' },
    { name: 'compare-gone', at: '/compare?runs=gone,away', shows: '[data-test=error]' },
    { name: 'run-gone', at: '/runs/gone', shows: '[data-test=error]' },
    { name: 'dataset-gone', at: '/data/gone', shows: '[data-test=error]' },
    ...(['rename', 'export', 'report'] as const).map((what) => ({
      name: what,
      at: `/runs/${runs[0]}`,
      shows: '[data-test=run-result]',
      // Not before the page is loaded: the address is used up when the dialog opens.
      act: async (page: Page) => {
        await page.goto(new URL(`#/runs/${runs[0]}?do=${what}`, page.url()).href)
        await page.waitForSelector('[role=dialog]')
      },
    })),
    {
      name: 'palette',
      at: '/runs',
      shows: '[data-test=run-row]',
      act: async (page) => {
        await page.keyboard.press('Control+k')
        await page.waitForSelector('[data-test=palette] [role=option]')
      },
    },
    {
      name: 'shortcuts',
      at: '/runs',
      shows: '[data-test=run-row]',
      act: async (page) => {
        await page.click('[data-test=open-shortcuts]')
        await page.waitForSelector('[data-test=shortcut-sheet]')
      },
    },
    {
      name: 'narrow',
      at: '/runs',
      shows: '[data-test=run-row]',
      narrow: true,
    },
  ]
}

/** Goes to a stop and waits until it stands still. */
export async function goTo(page: Page, stop: Stop): Promise<void> {
  const { width, height } = page.viewportSize()!
  if (stop.narrow) await page.setViewportSize({ width: PHONE, height })
  else if (width === PHONE) await page.setViewportSize({ width: 1280, height })
  await page.goto(new URL(`#${stop.at}`, page.url()).href)
  // Dialogs and what was unfolded on the screen before go with its page; the key stays with the tab.
  await page.reload()
  await page.waitForSelector(stop.shows, { timeout: 30_000 })
  await stop.act?.(page)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(250)
}
