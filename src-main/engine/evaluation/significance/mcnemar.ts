// McNemar's test: are two models that saw the same images equally often right? Only the images that exactly one of
// them got right (the discordant ones) say anything about it.
// Q. McNemar, Psychometrika 12 (1947) 153-157; continuity correction: A. L. Edwards, Psychometrika 13 (1948) 185-187.
import { erfc } from '../statistics/erfc'
import { Z_95 } from '../statistics/wilson'

/** From this many discordant images on, the chi-squared approximation is taken. */
export const EXACT_BELOW = 25

export interface McNemar {
  /** Two-sided. */
  p: number
  method: 'exact' | 'chi-squared'
}

/**
 * @param onlyA images that only the first model got right
 * @param onlyB images that only the second one got right
 */
export function mcnemar(onlyA: number, onlyB: number): McNemar {
  const discordant = onlyA + onlyB
  if (discordant < EXACT_BELOW) return { p: exact(Math.min(onlyA, onlyB), discordant), method: 'exact' }
  const statistic = (Math.abs(onlyA - onlyB) - 1) ** 2 / discordant
  // The upper tail of chi-squared with one degree of freedom.
  return { p: erfc(Math.sqrt(statistic / 2)), method: 'chi-squared' }
}

/** min(1, 2·P(X ≤ k)) for X binomial(n, 1/2). Binomial coefficients are whole numbers, so the sum is exact here. */
function exact(k: number, n: number): number {
  let coefficient = 1
  let sum = 1
  for (let i = 1; i <= k; i++) {
    coefficient = (coefficient * (n - i + 1)) / i
    sum += coefficient
  }
  return Math.min(1, (2 * sum) / 2 ** n)
}

/** 80 % quantile of the standard normal distribution: the power asked for. */
export const Z_POWER = 0.8416212335729143

/** Fewer discordant images cannot reach p < 0.05 in the exact test, even if all speak for one model. */
export const FEWEST_DISCORDANT = 6

/**
 * How many test images would show a difference as large as the observed one, in four trials of five:
 * n = (z₀.₉₇₅ √ψ + z₀.₈ √(ψ − δ²))² / δ², with ψ the rate of discordant images and δ the difference of accuracies
 * (R. J. Connor, "Sample size for testing differences in proportions for the paired-sample design",
 * Biometrics 43 (1987) 207-211), and enough for six discordant images.
 *
 * @param count images that both models saw
 * @returns a whole number; null where no difference was observed at all
 */
export function imagesNeeded(onlyA: number, onlyB: number, count: number): number | null {
  if (onlyA === onlyB) return null
  const rate = (onlyA + onlyB) / count
  const difference = (onlyA - onlyB) / count
  const root = Z_95 * Math.sqrt(rate) + Z_POWER * Math.sqrt(Math.max(0, rate - difference ** 2))
  return Math.ceil(Math.max(root ** 2 / difference ** 2, FEWEST_DISCORDANT / rate))
}
