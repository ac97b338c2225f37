// What is measured in the page itself: until when it has been painted, and how long its frames take.
import type { Page } from 'playwright-core'

/** Milliseconds from choosing the address to the frame in which all that is in sight was painted. */
export async function timeToPaint(page: Page, hash: string, rows: number): Promise<number> {
  return await page.evaluate(
    ({ hash, rows }) =>
      new Promise<number>((done, fail) => {
        const started = performance.now()
        const inSight = (element: Element): boolean => {
          const { top, bottom } = element.getBoundingClientRect()
          return bottom > 0 && top < innerHeight
        }
        const ready = (): boolean =>
          document.querySelectorAll('[data-test=comparison-row]').length >= rows &&
          document.querySelector('[data-test=verdict]') !== null &&
          [...document.querySelectorAll('[data-test=comparison] [aria-busy=true], [data-near=false]')].every(
            (element) => !inSight(element),
          ) &&
          [...document.querySelectorAll('figure[data-drawn=false]')].every((element) => !inSight(element))
        const look = (): void => {
          if (performance.now() - started > 120_000) fail(new Error('The comparison did not come'))
          else if (!ready()) requestAnimationFrame(look)
          // The frame after the next has been painted with what is there now.
          else requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)))
        }
        location.hash = hash
        requestAnimationFrame(look)
      }),
    { hash, rows },
  )
}

export interface Frames {
  count: number
  median: number
  p95: number
  longest: number
  /** Tasks that held the page for more than 50 ms. */
  longTasks: number[]
}

/** The frames of the page while something is done with it. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const bench = { frames: [] as number[], longTasks: [] as number[], on: true }
    ;(window as unknown as { bench: typeof bench }).bench = bench
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) bench.longTasks.push(Math.round(duration))
    }).observe({ type: 'longtask' })
    let last = performance.now()
    const frame = (now: number): void => {
      bench.frames.push(now - last)
      last = now
      if (bench.on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await act()
  const { frames, longTasks } = await page.evaluate(() => {
    const { bench } = window as unknown as { bench: { frames: number[]; longTasks: number[]; on: boolean } }
    bench.on = false
    return bench
  })
  const sorted = frames.slice(1).sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { count: sorted.length, median: at(0.5), p95: at(0.95), longest: sorted.at(-1) ?? 0, longTasks }
}
