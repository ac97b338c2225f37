// Counts what the test runner reports, and says it.
import { seconds } from '../setup/say.mjs'

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] } | null} report vitest's JSON report
 * @param {number | null} code exit status of vitest
 */
export function countReport(report, code) {
  if (report === null) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  // A file that cannot even be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  ).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    // Errors outside of tests fail the run too.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** A line a suite, and at the end one with the sums alone. */
export function summary(results) {
  const sum = (key) => results.reduce((total, one) => total + one[key], 0)
  const width = Math.max(...results.map((one) => one.name.length))
  const lines = results.map(
    ({ name, passed, failed, skipped, ms, note }) =>
      `${failed > 0 ? '✗' : passed > 0 ? '✓' : '–'} ${name.padEnd(width)}  ` +
      `${passed} passed, ${failed} failed, ${skipped} skipped  (${seconds(ms)})${note ? `  ${note}` : ''}`,
  )
  return [...lines, '', `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`]
}
