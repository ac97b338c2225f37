// `npm test`: every suite in order, then what came of them. `--only unit,e2e` runs some, for developers.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setUp } from '../setup/all.mjs'
import { ensureChromium } from '../setup/chromium.mjs'
import { cache, inRoot } from '../setup/paths.mjs'
import { runNpm, runProgram } from '../setup/process.mjs'
import { Explained, say, seconds } from '../setup/say.mjs'
import { countOutcome, summary } from './test-summary.mjs'

const SUITES = ['lint', 'types', 'unit', 'integration', 'parity', 'e2e']
const SCRIPTS = { lint: 'lint', types: 'typecheck' }

function chosen(args) {
  const at = args.indexOf('--only')
  if (args.length === 0) return SUITES
  const names = at === 0 && args.length === 2 ? args[1].split(',') : []
  if (names.length === 0 || !names.every((name) => SUITES.includes(name))) {
    throw new Explained(`Usage: npm test -- [--only ${SUITES.join(',')}]`)
  }
  return SUITES.filter((name) => names.includes(name))
}

/** A check passes or fails as a whole. */
async function runCheck(name) {
  const { code, ms } = await runNpm(['run', '--silent', SCRIPTS[name]])
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, ms }
}

async function runTests(name, env) {
  const outcome = join(cache, `test-outcome-${name}-${process.pid}.json`)
  mkdirSync(cache, { recursive: true })
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs')
  const reporter = inRoot('build', 'tasks', 'test-reporter.mjs')
  const { code, ms } = await runProgram(
    process.execPath,
    [vitest, 'run', '--project', name, '--passWithNoTests', '--reporter=default', `--reporter=${reporter}`],
    { env: { ...env, COTEJO_TEST_OUTCOME: outcome } },
  )
  const counts = countOutcome(existsSync(outcome) ? JSON.parse(readFileSync(outcome, 'utf8')) : null, code)
  rmSync(outcome, { force: true })
  return { name, ...counts, ms }
}

async function runSuite(name) {
  if (name in SCRIPTS) return await runCheck(name)
  if (name !== 'e2e') return await runTests(name, {})
  const chromium = await ensureChromium()
  if ('path' in chromium) return await runTests(name, { COTEJO_CHROMIUM: chromium.path })
  return { name, passed: 0, failed: 0, skipped: 1, ms: 0, note: chromium.problem }
}

export async function run(args) {
  const names = chosen(args)
  await setUp({ pack: true })
  const results = []
  for (const name of names) {
    say(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
    const result = await runSuite(name)
    say(`${name}: ${result.failed > 0 ? 'failed' : 'ok'} after ${seconds(result.ms)}`)
    results.push(result)
  }
  process.stdout.write(`\n${summary(results).join('\n')}\n`)
  return results.some((one) => one.failed > 0) ? 1 : 0
}
