// The program `cotejo`.
import { resolve } from 'node:path'
import { toErrorShape } from '../../contract'
import { openLogFile } from '../shared/log-file'
import { openHostApp } from '../shared/open-host'
import { places } from '../shared/places'
import { Terminal } from './output/terminal'
import { runCli } from './program'
import { EXIT } from './session'

const out = import.meta.dirname
const { stdout, stderr, env } = process

/** A reader that goes away (`cotejo … | head`) is no fault. */
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
}

async function main(): Promise<number> {
  const terminal = new Terminal({ stdout, stderr, env })
  try {
    return await runCli(process.argv.slice(2), {
      terminal,
      out,
      cwd: resolve('.'),
      env,
      open: openHostApp,
      onInterrupt(listener) {
        process.on('SIGINT', listener)
        process.on('SIGTERM', listener)
        return () => {
          process.off('SIGINT', listener)
          process.off('SIGTERM', listener)
        }
      },
      exit: (code) => process.exit(code),
    })
  } catch (thrown) {
    const log = openLogFile(places().logs, 'cli')
    log.fault(thrown)
    terminal.note(`Error: ${toErrorShape(thrown).message}`, `This is a fault in Cotejo. Its log: ${log.file}`)
    return EXIT.userError
  }
}

process.exitCode = await main()
