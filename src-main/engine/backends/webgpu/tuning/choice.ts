// Which of the measured options wins.

/** An option beside the rule's, in alternating measurements. */
export interface Measured {
  readonly option: string
  /** Milliseconds of the rule's option, and of this one right after it. */
  readonly pairs: readonly (readonly [rule: number, own: number])[]
}

export interface Winner {
  readonly option: string
  /** Its time over that of the rule's option. */
  readonly ratio: number
}

/** What another option has to be faster by: less is noise. */
const LEAST_GAIN = 0.05

/** Slower than the rule by so much at first sight is not looked at again. */
export const isHopeless = ([rule, own]: readonly [number, number]): boolean => own > 1.2 * rule

/** The median of the pairs' ratios. */
export function ratioOf({ pairs }: Measured): number {
  const ratios = pairs.map(([rule, own]) => own / rule).sort((a, b) => a - b)
  return ratios[Math.floor(ratios.length / 2)] ?? Infinity
}

/** The option that is fastest beside the rule's; the rule's where none is faster by more than noise. */
export function winnerOf(rule: string, others: readonly Measured[]): Winner {
  const ratios = others.map((one) => ({ option: one.option, ratio: ratioOf(one) }))
  const best = ratios.reduce((a, b) => (b.ratio < a.ratio ? b : a), { option: rule, ratio: 1 - LEAST_GAIN })
  return best.option === rule ? { option: rule, ratio: 1 } : best
}
