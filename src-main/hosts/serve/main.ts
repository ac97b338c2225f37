// The program `serve`: the app in a browser, without the command line around it.
import { parseArgs } from 'node:util'
import { toErrorShape } from '../../contract'
import { readyLine, runServe } from './run'

const out = import.meta.dirname

async function main(): Promise<number> {
  let values: { library?: string; host?: string; port?: string; open?: boolean }
  try {
    values = parseArgs({
      options: {
        library: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        open: { type: 'boolean' },
      },
    }).values
    if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error('--port takes a number.')
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return 2
  }
  try {
    await runServe({
      library: values.library,
      host: values.host,
      port: values.port === undefined ? undefined : Number(values.port),
      open: values.open,
      out,
      ready: (serving) => process.stdout.write(`${readyLine(serving)}\n`),
      warn: (text) => process.stderr.write(`${text}\n`),
    })
    return 0
  } catch (thrown) {
    const { message, hint } = toErrorShape(thrown)
    process.stderr.write(`${message}\n${hint ? `${hint}\n` : ''}`)
    return 1
  }
}

process.exitCode = await main()
