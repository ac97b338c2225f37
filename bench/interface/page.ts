// What is measured inside of a page: the time from an input to the paint that answers it, and round trips of calls.
import type { Page } from 'playwright-core'

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN
}
/** From here on each key and click is timed, from when the system saw it to after the next paint. */
export async function timeInputs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const inputs: number[] = ((window as unknown as { inputs: number[] }).inputs = [])
    const seen = (event: Event): void => {
      requestAnimationFrame(() => {
        // A message comes after the frame is made.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => void inputs.push(performance.now() - event.timeStamp)
        port2.postMessage(null)
      })
    }
    for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, seen, { capture: true })
  })
}
export const inputTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { inputs: number[] }).inputs)

/** Round trips of a call over the page's own kind of connection, in ms. */
export function roundTrips(page: Page, name: string, count: number): Promise<number[]> {
  return page.evaluate(
    ({ name, count }) =>
      new Promise<number[]>((resolve, reject) => {
        const token = sessionStorage.getItem('cotejo.token') ?? ''
        const url = `${location.origin.replace(/^http/, 'ws')}/api?token=${encodeURIComponent(token)}`
        const socket = new WebSocket(url)
        const times: number[] = []
        let sent = 0
        const ask = (): void => {
          sent = performance.now()
          socket.send(JSON.stringify({ id: times.length + 1, call: name, params: {} }))
        }
        socket.onerror = () => reject(new Error('no connection'))
        socket.onopen = ask
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(String(data)) as { id?: number; result?: unknown }
          if (frame.id !== times.length + 1 || !('result' in frame)) return
          times.push(performance.now() - sent)
          if (times.length < count) setTimeout(ask, 25)
          else {
            socket.close()
            resolve(times)
          }
        }
      }),
    { name, count },
  )
}
