// Which of a recorded function's intermediate tensors may share a buffer: those that are never needed at the same time.
// Greedy by size: Pisarchyk & Lee, "Efficient memory management for deep neural net inference", MLSys 2020 (shared
// objects), arXiv:2001.03288.

/** A tensor on the way: from the command that writes it to the last one that reads it, both included. */
export interface Lifetime {
  readonly bytes: number
  readonly first: number
  readonly last: number
}

export interface MemoryPlan {
  /** Bytes of each slot, the largest first. */
  readonly slots: readonly number[]
  /** The slot of each lifetime, in their order. */
  readonly places: readonly number[]
}

/** The largest come first, each into the smallest slot that is free while it lives; a slot is as large as its first. */
export function planMemory(lifetimes: readonly Lifetime[]): MemoryPlan {
  const order = lifetimes.map((_, i) => i).sort((a, b) => lifetimes[b]!.bytes - lifetimes[a]!.bytes || a - b)
  const slots: { bytes: number; taken: Lifetime[] }[] = []
  const places = new Array<number>(lifetimes.length)
  for (const index of order) {
    const one = lifetimes[index]!
    // Later slots are smaller: the last that is free is the tightest.
    let slot = slots.length - 1
    while (slot >= 0 && slots[slot]!.taken.some((other) => overlap(one, other))) slot--
    if (slot < 0) slot = slots.push({ bytes: one.bytes, taken: [] }) - 1
    slots[slot]!.taken.push(one)
    places[index] = slot
  }
  return { slots: slots.map(({ bytes }) => bytes), places }
}

const overlap = (a: Lifetime, b: Lifetime): boolean => a.first <= b.last && b.first <= a.last

/** Bytes that are alive at once at most: no plan needs less. */
export function leastMemory(lifetimes: readonly Lifetime[]): number {
  const changes = lifetimes.flatMap(({ bytes, first, last }) => [
    [first, bytes],
    [last + 1, -bytes],
  ])
  changes.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
  let [now, most] = [0, 0]
  for (const [, change] of changes) most = Math.max(most, (now += change!))
  return most
}
