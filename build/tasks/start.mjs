// `npm start`: the app in a window of its own, or in the browser where no window can be had.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setUp } from '../setup/all.mjs'
import { ensureElectron, windowProblem } from '../setup/electron.mjs'
import { root } from '../setup/paths.mjs'
import { runProgram } from '../setup/process.mjs'
import { Explained, say } from '../setup/say.mjs'
import { become } from './cotejo.mjs'

/** An Electron that cannot start ends within this time; a person who closes the window at once leaves with 0. */
const START_MS = 15_000

const options = {
  library: { type: 'string' },
  browser: { type: 'boolean' },
  host: { type: 'string' },
  port: { type: 'string' },
}

function parse(args) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Explained(
      `${error.message}\nUsage: npm start -- [--library DIR] [--browser [--host H] [--port P]]`,
    )
  }
}

/** @returns {Promise<string | null>} why there is no window, or null when there was one */
async function openWindow(library) {
  const isRoot = process.getuid?.() === 0
  const problem = windowProblem({ platform: process.platform, env: process.env, isRoot })
  if (problem) return problem
  const electron = await ensureElectron()
  if ('problem' in electron) return electron.problem
  const args = [root, ...(library ? [`--library=${library}`] : [])]
  // Electron carries a Node of its own; the engine needs this one.
  const env = { npm_node_execpath: process.execPath }
  delete process.env.ELECTRON_RUN_AS_NODE
  const result = await runProgram(electron.binary, args, { env })
  const failed = result.code !== 0 && result.signal !== 'SIGTERM' && result.signal !== 'SIGINT'
  if (failed && result.ms < START_MS) return 'Electron does not start here; what it says is above'
  process.exitCode = result.code ?? 1
  return null
}

export async function run(args) {
  const { library, browser, host, port } = parse(args)
  const built = await setUp({ pack: true })
  if (!browser) {
    const problem = await openWindow(library)
    if (problem === null) return undefined
    say(`No window: ${problem}. The same app opens in the browser:`)
  }
  const given = { library, host, port }
  const words = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  )
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  await become(join(built, 'serve.js'), [...words, '--open'])
  return undefined
}
