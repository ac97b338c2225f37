// Says what came of the suites.
import { seconds } from '../setup/say.mjs'

/**
 * @param {import('./test-reporter.mjs').Outcome | null} outcome what the reporter wrote down; null when it did not
 * @param {number | null} code exit status of vitest
 * @returns {import('./test-reporter.mjs').Outcome}
 */
export function countOutcome(outcome, code) {
  const found = outcome ?? { passed: 0, failed: 0, skipped: 0, failures: [] }
  if (code === 0 || found.failed > 0) return found
  const failure = `the test runner ended with ${code === null ? 'a signal' : `status ${code}`}`
  return { ...found, failed: 1, failures: [failure] }
}

/** What failed, a line a suite, and at the end one with the sums alone. */
export function summary(results) {
  const sum = (key) => results.reduce((total, one) => total + one[key], 0)
  const width = Math.max(...results.map((one) => one.name.length))
  const failures = results.flatMap(({ name, failures = [] }) => failures.map((one) => `✗ ${name}: ${one}`))
  const lines = results.map(
    ({ name, passed, failed, skipped, ms, note }) =>
      `${failed > 0 ? '✗' : passed > 0 ? '✓' : '–'} ${name.padEnd(width)}  ` +
      `${passed} passed, ${failed} failed, ${skipped} skipped  (${seconds(ms)})${note ? `  ${note}` : ''}`,
  )
  return [
    ...failures,
    ...(failures.length > 0 ? [''] : []),
    ...lines,
    '',
    `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
  ]
}
