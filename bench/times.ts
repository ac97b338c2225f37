// Times of repeated work, as one line.

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** @param batch images a step */
export function describeTimes(milliseconds: readonly number[], batch: number): string {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (fraction: number) => sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))]!
  return (
    `best ${sorted[0]!.toFixed(2)} ms, median ${at(0.5).toFixed(2)}, p90 ${at(0.9).toFixed(2)}; ` +
    `${((1000 * batch) / at(0.5)).toFixed(0)} images a second`
  )
}
