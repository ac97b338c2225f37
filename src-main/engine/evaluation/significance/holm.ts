// Holm's correction: the more pairs are compared, the more of them differ by chance.
// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979) 65-70.

/**
 * p-values adjusted so that the chance of even one false finding among all stays below the level they are held
 * against. Needs no independence.
 * @returns in the order given: from the smallest p on, times the number of those not yet decided, never falling
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!)
  const adjusted = new Array<number>(p.length)
  let highest = 0
  order.forEach((i, place) => {
    highest = Math.min(1, Math.max(highest, p[i]! * (p.length - place)))
    adjusted[i] = highest
  })
  return adjusted
}
