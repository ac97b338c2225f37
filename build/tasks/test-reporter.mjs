// A Vitest reporter that writes down, for the last lines of `npm test`, how many tests passed and what did not.
// Errors outside of tests (an exception that nobody caught) are among them: Vitest's own JSON leaves them out.
import { writeFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Outcome */

const firstLine = (error) =>
  String(error?.message ?? error)
    .split('\n')[0]
    .slice(0, 300)

/**
 * @param {Iterable<any>} modules Vitest's test modules
 * @param {readonly any[]} unhandled errors outside of tests
 * @returns {Outcome}
 */
export function outcomeOf(modules, unhandled) {
  const outcome = { passed: 0, failed: 0, skipped: 0, failures: [] }
  const fail = (where, error) => {
    outcome.failed++
    outcome.failures.push(`${where}: ${firstLine(error)}`)
  }
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result()
      if (state === 'failed') fail(`${module.relativeModuleId} > ${test.fullName}`, errors?.[0])
      else outcome[state === 'passed' ? 'passed' : 'skipped']++
    }
    // A file that cannot be loaded has no tests to fail, a hook that fails is none.
    for (const error of module.errors()) fail(module.relativeModuleId, error)
    for (const suite of module.children.allSuites())
      for (const error of suite.errors()) fail(`${module.relativeModuleId} > ${suite.fullName}`, error)
  }
  for (const error of unhandled) fail('outside of a test', error)
  return outcome
}

export default class OutcomeReporter {
  onTestRunEnd(modules, unhandled) {
    writeFileSync(process.env.COTEJO_TEST_OUTCOME, JSON.stringify(outcomeOf(modules, unhandled)))
  }
}
