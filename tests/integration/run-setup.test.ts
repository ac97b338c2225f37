// The set-up behind npm start, demo and test: what it decides, and what it says when something is missing.
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { windowProblem } from '../../build/setup/electron.mjs'
import { explainNpm, isInstalled, npmReasons } from '../../build/setup/install.mjs'
import { alone } from '../../build/setup/lock.mjs'
import { checkNode } from '../../build/setup/node-version.mjs'
import { cache, root } from '../../build/setup/paths.mjs'
import { runProgram } from '../../build/setup/process.mjs'
import { fingerprint } from '../../build/setup/sources.mjs'
import { countOutcome, summary } from '../../build/tasks/test-summary.mjs'

const exec = promisify(execFile)
const scratch = `node_modules/.cache/run-setup-test-${process.pid}`
afterAll(() => rm(join(root, scratch), { recursive: true, force: true }))

describe('Node', () => {
  it('must be new enough', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0'])
      expect(checkNode(version), version).toBeNull()
    for (const version of ['20.18.9', '18.20.0', '0.12.7'])
      expect(checkNode(version)).toContain(`Node ${version}`)
  })
})

describe('packages', () => {
  const wanted = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/other-platform': { version: '1.0.0', integrity: 'y', optional: true },
    },
  }
  const a = { version: '1.0.0', integrity: 'x' }

  it('are installed when npm wrote down the same', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': a } })).toBe(true)
  })
  it('are not when one is missing, another version, or nothing is known', () => {
    expect(isInstalled(wanted, { packages: {} })).toBe(false)
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { ...a, version: '0.9.0' } } })).toBe(false)
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { ...a, integrity: 'z' } } })).toBe(false)
    expect(isInstalled(wanted, null)).toBe(false)
  })
  it('of this checkout are installed', async () => {
    const read = async (file: string) => JSON.parse(await readFile(join(root, file), 'utf8')) as typeof wanted
    expect(isInstalled(await read('package-lock.json'), await read('node_modules/.package-lock.json'))).toBe(
      true,
    )
  })
  it('that cannot be had are explained', () => {
    expect(explainNpm('npm error code ENOTFOUND')).toContain('cannot be reached')
    expect(explainNpm('npm error ENOSPC: no space left')).toContain('disk is full')
    const output = [
      'npm error code ECONNREFUSED',
      'npm error FetchError: request to http://x failed',
      'npm error     at ClientRequest.emit (node:events:524:28)',
      "npm error   errno: 'ECONNREFUSED',",
      'npm error }',
    ]
    expect(npmReasons(output.join('\n'))).toBe(output.slice(0, 2).join('\n'))
  })
})

describe('what was built', () => {
  it('is good while the content of its sources is the same, whatever their times', async () => {
    const folder = join(root, scratch)
    await mkdir(join(folder, 'deep'), { recursive: true })
    await writeFile(join(folder, 'deep', 'a.ts'), 'one')
    const before = fingerprint([scratch])
    await utimes(join(folder, 'deep', 'a.ts'), new Date(0), new Date(0))
    await writeFile(join(folder, 'a.test.ts'), 'tests do not count')
    expect(fingerprint([scratch])).toBe(before)
    await writeFile(join(folder, 'deep', 'a.ts'), 'two')
    expect(fingerprint([scratch])).not.toBe(before)
    expect(fingerprint([scratch], 'salt')).not.toBe(fingerprint([scratch]))
  })

  it('is made by one process at a time', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise((done) => setTimeout(done, 30))
      inside--
    }
    const name = `test-${process.pid}`
    await Promise.all([alone(name, work), alone(name, work)])
    expect(most).toBe(1)
  })

  it('is not kept by the lock of a process that has gone', async () => {
    const name = `dead-${process.pid}`
    const { stdout } = await exec(process.execPath, ['-p', 'process.pid'])
    await mkdir(join(cache, `${name}.lock`), { recursive: true })
    await writeFile(join(cache, `${name}.lock`, 'pid'), stdout.trim())
    await expect(alone(name, () => Promise.resolve('done'))).resolves.toBe('done')
  })
})

describe('programs', () => {
  it('are ended when they take too long', async () => {
    const result = await runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      capture: true,
      limitMs: 300,
    })
    expect(result).toMatchObject({ timedOut: true, code: null })
  })
  it('that are not there are no exception', async () => {
    const result = await runProgram('no-such-program-here', [], { capture: true })
    expect(result.code).toBeNull()
    expect(result.output).toContain('ENOENT')
  })
})

describe('the window', () => {
  const linux = { platform: 'linux', env: {}, isRoot: false }
  it('needs a display and no root on Linux', () => {
    expect(windowProblem(linux)).toContain('no display')
    expect(windowProblem({ ...linux, env: { DISPLAY: ':0' } })).toBeNull()
    expect(windowProblem({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeNull()
    expect(windowProblem({ ...linux, env: { DISPLAY: ':0' }, isRoot: true })).toContain('root')
    expect(windowProblem({ platform: 'darwin', env: {}, isRoot: false })).toBeNull()
  })
})

describe('the count of the tests', () => {
  const outcome = (passed: number, failures: string[], skipped: number) => ({
    passed,
    failed: failures.length,
    skipped,
    failures,
  })

  it('is that of the runner', () => {
    const found = outcome(3, ['a.test.ts > b: no'], 2)
    expect(countOutcome(found, 1)).toEqual(found)
  })
  it('never hides a failure', () => {
    expect(countOutcome(outcome(3, [], 0), 1).failed).toBe(1)
    expect(countOutcome(outcome(3, [], 0), null).failures[0]).toContain('a signal')
    expect(countOutcome(null, 1).failed).toBe(1)
    expect(countOutcome(null, 0).failed).toBe(0)
  })
  it('has what failed in tests, beside them and outside of them', async () => {
    const folder = join(root, scratch, 'count')
    const test = join(folder, 'four.test.ts')
    await mkdir(folder, { recursive: true })
    await writeFile(
      test,
      `import { describe, expect, it } from 'vitest'
      it('passes', () => {})
      it.skip('is left out', () => {})
      it('fails', () => expect(1).toBe(2))
      it('leaves an error behind', async () => {
        setTimeout(() => { throw new Error('nobody listens') }, 0)
        await new Promise((resolve) => setTimeout(resolve, 50))
      })`,
    )
    await writeFile(join(folder, 'broken.test.ts'), 'this is (no program')
    // Files below node_modules are left out where nothing else is said.
    await writeFile(join(folder, 'vitest.config.mjs'), 'export default { test: { exclude: [] } }')
    const written = join(folder, 'outcome.json')
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const reporter = join(root, 'build', 'tasks', 'test-reporter.mjs')
    await exec(process.execPath, [vitest, 'run', '--root', folder, `--reporter=${reporter}`], {
      env: { ...process.env, COTEJO_TEST_OUTCOME: written },
    }).catch(() => {})
    const found = JSON.parse(await readFile(written, 'utf8')) as ReturnType<typeof outcome>
    expect(found).toMatchObject({ passed: 2, failed: 3, skipped: 1 })
    found.failures.sort()
    expect(found.failures[0]).toContain('broken.test.ts: ')
    expect(found.failures[1]).toContain('four.test.ts > fails: expected 1 to be 2')
    expect(found.failures[2]).toBe('outside of a test: nobody listens')
  })
  it('ends with one line of sums', () => {
    const suites = [
      { name: 'unit', passed: 3, failed: 0, skipped: 1, ms: 10 },
      { name: 'e2e', passed: 0, failed: 2, skipped: 0, ms: 10, failures: ['a > b: no', 'c > d: no'] },
    ]
    expect(summary(suites).at(-1)).toBe('3 passed, 2 failed, 1 skipped')
    expect(summary(suites).slice(0, 2)).toEqual(['✗ e2e: a > b: no', '✗ e2e: c > d: no'])
  })
})

describe('the entry', () => {
  it('says how it is used, in one line', async () => {
    const wrong = await exec(process.execPath, [join(root, 'build', 'run.mjs'), 'nonsense']).catch(
      (error: { code: number; stderr: string }) => error,
    )
    expect(wrong).toMatchObject({
      code: 2,
      stderr: 'Usage: node build/run.mjs start | demo | test | cotejo | package | check-package\n',
    })
  })
})
