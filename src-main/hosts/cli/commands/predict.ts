// cotejo predict RUN FILE…
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Predictions } from '../../../contract'
import { percent } from '../output/format'
import { bar } from '../output/sparkline'
import { table } from '../output/table'
import { noPaint, plain, type Paint } from '../output/text'
import { EXIT, type CliSession } from '../session'
import { findRun } from './runs-found'

const BAR = 16
const OTHERS = 2

/** A row for each picture: the answer, how sure, and what else it might be. */
export function predictionRows({ labels, predictions }: Predictions, paint: Paint = noPaint): string[] {
  const rows = predictions.map(({ file, label, confidence, probabilities }) => {
    const others = probabilities
      .map((probability, at) => ({ name: labels[at] ?? String(at), probability }))
      .filter(({ name, probability }) => name !== label && probability >= 0.01)
      .sort((a, b) => b.probability - a.probability)
      .slice(0, OTHERS)
      .map(({ name, probability }) => `${plain(name)} ${percent(probability)}`)
    return [
      plain(file),
      { text: plain(label), style: 'bold' as const },
      percent(confidence),
      { text: bar(confidence, BAR), style: 'cyan' as const },
      { text: others.join(', '), style: 'dim' as const },
    ]
  })
  const columns = [
    { title: 'picture' },
    { title: 'class' },
    { title: 'confidence', align: 'right' as const },
    { title: '' },
    { title: 'or' },
  ]
  return table(columns, rows, { paint })
}

export function addPredictCommand(program: Command, session: CliSession): void {
  program
    .command('predict')
    .argument('<run>', 'name of a run, or a beginning that only one run has')
    .argument('<file...>', 'pictures')
    .description('classify pictures with the model of a run')
    .action((given: string, files: string[], _options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const { run } = findRun(await call('runs.list', {}), given)
        const pictures = files.map((file) => ({ path: resolve(session.host.cwd, file) }))
        const answer = await call('predict', { run, pictures })
        for (const { file, message } of answer.failed) terminal.note(`${plain(file)}: ${plain(message)}`)
        if (answer.failed.length > 0) session.exitCode = EXIT.userError
        if (terminal.json) return terminal.document(answer)
        if (answer.predictions.length > 0) terminal.print(...predictionRows(answer, terminal.paint))
      }),
    )
}
