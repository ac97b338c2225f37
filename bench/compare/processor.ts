// Processor time, which other work on the machine disturbs less than the clock. Of processes only on Linux.
import { readdir, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** Milliseconds of a process and its children so far; null where there is no /proc. */
export async function processorTime(pid: number): Promise<number | null> {
  const names = await readdir('/proc').catch(() => [])
  const stats = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
  )
  const fields = stats.filter(Boolean).map((stat) => {
    // The name in brackets may hold spaces; after it come state, parent, and from the 12th user and system ticks.
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid: parseInt(stat), parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]) }
  })
  const ours = fields.filter((one) => one.pid === pid || one.parent === pid)
  return ours.length === 0 ? null : ours.reduce((sum, one) => sum + one.ticks * 10, 0)
}

/** Milliseconds that the page's own thread has worked. */
export async function pageTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
}
