// Times of repeated work, as one line.

/** @param batch images a step */
export function describeTimes(milliseconds: readonly number[], batch: number): string {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (fraction: number) => sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!
  const median = at(0.5)
  return (
    `best ${sorted[0]!.toFixed(2)} ms, median ${median.toFixed(2)}, p90 ${at(0.9).toFixed(2)}; ` +
    `${((1000 * batch) / median).toFixed(0)} images a second`
  )
}
