// Pictures of one call together stay small, so that no frame of the transport is large.

/** Splits a list so that each part stays under the limit (a single larger one stands alone). */
export function groupBySize<T>(items: readonly T[], size: (item: T) => number, limit: number): T[][] {
  const groups: T[][] = []
  let room = 0
  for (const item of items) {
    if (groups.length === 0 || size(item) > room) {
      groups.push([])
      room = limit
    }
    groups.at(-1)!.push(item)
    room -= size(item)
  }
  return groups
}
