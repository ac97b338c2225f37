// Runs another program and says how it went; never throws for what the program does.
import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/** What is kept of a program's output. */
const KEPT = 200_000

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ capture?: boolean, limitMs?: number, env?: Record<string, string>, cwd?: string, shell?: boolean,
 *   onSlow?: (ms: number) => void }} options
 *   `capture` collects the output instead of showing it; `onSlow` is called every 20 s
 * @returns {Promise<{ code: number | null, signal: string | null, output: string, timedOut: boolean, ms: number }>}
 *   code is null where the program could not be started or ended by a signal
 */
export function runProgram(program, args, options = {}) {
  const started = Date.now()
  return new Promise((done) => {
    let output = ''
    let timedOut = false
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: options.shell ?? false,
      windowsHide: true,
    })
    const collect = (chunk) => {
      output = (output + chunk).slice(-KEPT)
    }
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    const timer = options.limitMs
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, options.limitMs)
      : null
    const slow = options.onSlow ? setInterval(() => options.onSlow(Date.now() - started), 20_000) : null
    // Ctrl-C reaches the program too; we wait for what it makes of it.
    const ignore = () => {}
    const forward = () => child.kill('SIGTERM')
    process.on('SIGINT', ignore)
    process.on('SIGTERM', forward)
    const end = (code, signal) => {
      clearTimeout(timer)
      clearInterval(slow)
      process.off('SIGINT', ignore)
      process.off('SIGTERM', forward)
      done({ code, signal, output, timedOut, ms: Date.now() - started })
    }
    child.on('error', (error) => {
      output += error.message
      end(null, null)
    })
    child.on('close', end)
  })
}

/** Runs npm, the one that started us where there is one: no shell, so spaces in paths do no harm. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return runProgram(process.execPath, [cli, ...args], options)
  const windows = process.platform === 'win32'
  return runProgram(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows })
}
