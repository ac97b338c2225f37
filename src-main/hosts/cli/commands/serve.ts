// cotejo serve
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { toErrorShape } from '../../../contract'
import { readyLine, runServe } from '../../serve/run'
import { wholeNumber } from '../arguments'
import type { CliSession } from '../session'

export function addServeCommand(program: Command, session: CliSession): void {
  program
    .command('serve')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on (default: a free one)', wholeNumber(1, 65_535))
    .description('open the app to a browser on this machine')
    .action(async (options: { host: string; port?: number }, command: Command) => {
      const { terminal, out } = session.host
      const { library, json } = session.globals(command)
      try {
        await runServe({
          ...options,
          library: library === undefined ? undefined : resolve(session.host.cwd, library),
          out,
          ready: (serving) => {
            const { address, host, port, token } = serving
            if (json) terminal.document({ address, host, port, token })
            else terminal.print(readyLine(serving))
          },
          warn: (text) => terminal.note(text),
        })
      } catch (thrown) {
        session.report(toErrorShape(thrown))
      }
    })
}
