// Work on many things at once, with the results in order.

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
  const begin = (): boolean => {
    const { done, value } = source.next()
    if (done) return false
    const promise = work(value)
    promise.catch(() => {}) // seen when its turn comes; until then it must not count as unhandled
    queue.push(promise)
    return true
  }
  try {
    while (queue.length < inFlight && begin());
    let head: Promise<R> | undefined
    while ((head = queue.shift())) {
      const result = await head
      begin()
      yield result
    }
  } finally {
    await Promise.allSettled(queue)
  }
}
