// The line to the test's process, which holds the browser: requests both ways, each with its answer.

export type Ask = (what: string, details: Record<string, unknown>) => unknown
const handlers = new Map<string, (details: never) => unknown>()

/** Says something to the browser's side; nobody waits for an answer. */
export function tell(what: string, details: Record<string, unknown> = {}): void {
  // A second start has no browser of its own.
  if (process.connected) process.send?.({ what, ...details }, undefined, {}, () => {})
}

/** Answers what the browser's side asks. */
export function answer<T>(what: string, handler: (details: T) => unknown): void {
  handlers.set(what, handler as (details: never) => unknown)
}

if (process.send) {
  process.on('message', (message: { ask: number; what: string; details: never }) => {
    const reply = (result: Record<string, unknown>): void => tell('answer', { ask: message.ask, ...result })
    void (async () => handlers.get(message.what)?.(message.details))().then(
      (value) => {
        try {
          reply({ value: structuredClone(value) })
        } catch (error) {
          reply({ error: String(error) })
        }
      },
      (error: Error) => reply({ error: error.message }),
    )
  })
  // Whoever started this is gone.
  process.on('disconnect', () => process.exit(1))
}
