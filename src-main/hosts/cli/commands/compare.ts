// cotejo compare RUN…
import type { Command } from 'commander'
import { comparisonPage } from '../output/comparison-text'
import type { CliSession } from '../session'
import { findRun } from './runs-found'

export function addCompareCommand(program: Command, session: CliSession): void {
  program
    .command('compare')
    .argument('<run...>', 'names of runs, or beginnings that only one run has')
    .description('lay runs side by side and say what the difference is worth')
    .action((given: string[], _options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const known = await call('runs.list', {})
        const runs = [...new Set(given.map((one) => findRun(known, one).run))]
        const comparison = await call('compare', { runs })
        if (terminal.json) return terminal.document(comparison)
        terminal.print(...comparisonPage(comparison, terminal.paint))
      }),
    )
}
