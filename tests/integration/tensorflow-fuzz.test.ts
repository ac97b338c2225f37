// Wrong calls from JavaScript never end the process: thousands of random ones, in a process of their own, also with
// the addon compiled by the address and undefined-behaviour sanitizers.
import { execFile, execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { addonPath, buildNative } from '../../build/native.mjs'
import { preparedPack } from '../support/tensorflow'

const run = promisify(execFile)
const folder = await preparedPack()
const script = join(import.meta.dirname, '../../native/test/fuzz.mjs')

/** @returns how often each kind of call returned and threw */
async function fuzz(addon: string, calls: number, seed: number, env: NodeJS.ProcessEnv = {}) {
  const { stdout, stderr } = await run(
    process.execPath,
    [script, addon, folder!, String(calls), String(seed)],
    {
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  expect(stderr).not.toMatch(/AddressSanitizer|runtime error:/)
  return JSON.parse(stdout) as Record<string, { returned: number; threw: number }>
}

/** The library that has to be loaded first for a sanitized addon, or null where the compiler has none. */
function sanitizerLibrary(): string | null {
  if (process.platform !== 'linux') return null
  try {
    const path = execFileSync('g++', ['-print-file-name=libasan.so'], { encoding: 'utf8' }).trim()
    return path.includes('/') ? path : null
  } catch {
    return null
  }
}

describe.skipIf(folder === null)('random calls of the TensorFlow addon', () => {
  it.each([1, 2, 3])('end in a result or an Error: seed %i', async (seed) => {
    const done = await fuzz(addonPath(), 4000, seed)
    for (const kind of ['almost', 'almostFunction', 'create', 'read', 'delete', 'define'] as const) {
      expect(done[kind]!.returned, kind).toBeGreaterThan(0)
      expect(done[kind]!.threw, kind).toBeGreaterThan(0)
    }
  })

  const library = sanitizerLibrary()
  it.skipIf(library === null)('are clean under the sanitizers', { timeout: 300_000 }, async () => {
    await buildNative({ sanitize: true })
    // Node and TensorFlow keep memory until they end; leaks of the addon show in its tensor counts instead.
    await fuzz(addonPath(true), 2000, 4, { LD_PRELOAD: library!, ASAN_OPTIONS: 'detect_leaks=0' })
  })

  it('leave the process able to end by itself', async () => {
    const program = `
      import { createRequire } from 'node:module'
      const tf = createRequire('/')(${JSON.stringify(addonPath())}).open({ folder: ${JSON.stringify(folder)}, cpuOnly: true })
      const id = tf.createTensor([2], tf.TF_FLOAT, new Float32Array([1, 2]))
      const [sum] = tf.executeOp('Square', [], [id], 1)
      console.log(tf.tensorDataSync(sum.id).join())`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 60_000,
    })
    expect(stdout.trim()).toBe('1,4')
  })
})
