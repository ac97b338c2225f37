// The conformance suite: each operation that the models use, value and gradient, against plain loops in double
// precision. Every backend has to pass all of it.
import { type ConformanceCase, type Deviation, checkCase } from './check'
import {
  convolutionCases,
  depthwiseCases,
  dilatedConvolutionCases,
  globalAverageCase,
  matMulCases,
  poolCases,
  wideConvolutionCases,
} from './convolution-cases'
import { binaryCases, choiceCases, softmaxCases, unaryCases } from './elementwise-cases'
import {
  layoutCases,
  normalizationCase,
  reductionCases,
  resizeCases,
  transformCases,
} from './structure-cases'

export { checkCase, type ConformanceCase, type Deviation }

export const conformanceCases: readonly ConformanceCase[] = [
  ...convolutionCases,
  ...wideConvolutionCases,
  ...dilatedConvolutionCases,
  ...depthwiseCases,
  ...poolCases,
  globalAverageCase,
  ...matMulCases,
  ...unaryCases,
  ...binaryCases,
  ...softmaxCases,
  ...choiceCases,
  ...reductionCases,
  normalizationCase,
  ...layoutCases,
  ...resizeCases,
  ...transformCases,
]

/** One sentence, or null where the case passes on the backend in use. */
export async function problemOf(theCase: ConformanceCase): Promise<string | null> {
  try {
    const wrong = (await checkCase(theCase)).filter(({ error, tolerance }) => !(error <= tolerance))
    if (wrong.length === 0) return null
    return wrong
      .map(({ of, error, tolerance }) => `${of} is off by ${error.toExponential(1)} (allowed ${tolerance})`)
      .join('; ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
