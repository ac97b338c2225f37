// Work on many things at once, with the results in order.

/** Results that may wait for an earlier one, for each that is under way: else a slow one leaves the others idle. */
const AHEAD = 2

/**
 * Does `work` for each item with up to `inFlight` under way, and yields the results in the order of the items.
 * The first failure ends it. Whoever stops early still waits for what is under way, so nothing goes on behind.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  inFlight: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, void> {
  const queue: Promise<R>[] = []
  const source = items[Symbol.iterator]()
  let underWay = 0
  let ended = false
  const settled = (): void => {
    underWay--
    begin()
  }
  const begin = (): void => {
    while (!ended && underWay < inFlight && queue.length < inFlight * (1 + AHEAD)) {
      const { done, value } = source.next()
      if (done) return void (ended = true)
      underWay++
      const promise = work(value)
      promise.then(settled, () => {
        // Seen when its turn comes; until then it must not count as unhandled, and nothing new begins.
        ended = true
      })
      queue.push(promise)
    }
  }
  try {
    for (begin(); queue.length > 0; begin()) {
      const result = await queue[0]
      queue.shift()
      yield result
    }
  } finally {
    ended = true
    await Promise.allSettled(queue)
  }
}
