// cotejo predict RUN… PICTURE… [--csv FILE]
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { FilesPredictions, Predictions, RunSummary } from '../../../contract'
import { percent } from '../output/format'
import { bar } from '../output/sparkline'
import { table } from '../output/table'
import { noPaint, plain, truncate, type Paint } from '../output/text'
import { EXIT, type CliSession, type Work } from '../session'
import { findRun } from './runs-found'

const BAR = 16
const OTHERS = 2
/** Characters of a run's name above its column. */
const WIDEST = 28

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

/** The runs that the first words name, and what is left: pictures and folders. A run goes before a file of its name. */
export function splitWords(
  known: readonly RunSummary[],
  words: readonly string[],
  isFile: (word: string) => boolean,
): { runs: RunSummary[]; paths: string[] } {
  const runs = [findRun(known, words[0]!)]
  let at = 1
  for (; at < words.length - 1; at++) {
    const word = words[at]!
    const exact = known.find((one) => one.run === word)
    // A beginning of a run's name is one only where there is no such file.
    const fitting = exact || isFile(word) ? [] : known.filter((one) => one.run.startsWith(word))
    const found = exact ?? (fitting.length === 1 ? fitting[0] : undefined)
    if (!found) break
    if (!runs.includes(found)) runs.push(found)
  }
  return { runs, paths: words.slice(at) }
}

/** A row for each picture: what each run says of it. */
export function togetherRows({ runs, rows }: FilesPredictions, paint: Paint = noPaint): string[] {
  const columns = [
    { title: 'picture' },
    ...runs.map(({ name }) => ({ title: truncate(plain(name), WIDEST) })),
  ]
  const cells = rows.map(({ file, said }) => [
    plain(file),
    ...said.map(({ label, confidence }) => {
      const text = `${plain(label)} ${percent(confidence)}`
      return said.some((other) => other.label !== label) ? { text, style: 'yellow' as const } : text
    }),
  ])
  return table(columns, cells, { paint })
}

/** How many pictures went to each class, by run. */
function countLines({ runs, count, agreed, failedCount }: FilesPredictions, paint: Paint): string[] {
  const columns = [{ title: 'model' }, { title: 'pictures by class' }]
  const rows = runs.map(({ name, labels, counts }) => {
    const taken = labels.map((label, i) => ({ label, count: counts[i]! })).filter((one) => one.count > 0)
    const most = taken.sort((a, b) => b.count - a.count).slice(0, 8)
    return [plain(name), most.map((one) => `${plain(one.label)} ${one.count}`).join(', ')]
  })
  const same = runs.length > 1 ? ` All models agree on ${agreed}.` : ''
  const bad = failedCount > 0 ? ` ${failedCount} could not be read.` : ''
  return [`${count} pictures.${same}${bad}`, '', ...table(columns, rows, { paint })]
}

async function intoTable(
  { call, terminal }: Work,
  runs: readonly RunSummary[],
  paths: string[],
  out: string | undefined,
  session: CliSession,
): Promise<void> {
  const source = { kind: 'paths' as const, paths }
  const ids = runs.map(({ run }) => run)
  const answer = await call('predict.files', { runs: ids, source, ...(out !== undefined && { out }) })
  for (const { file, message } of answer.failed) terminal.note(`${plain(file)}: ${plain(message)}`)
  if (answer.failedCount > 0) session.exitCode = EXIT.userError
  const { csv: _csv, ...rest } = answer
  if (terminal.json) return terminal.document(rest)
  if (out === undefined) terminal.print(...togetherRows(answer, terminal.paint), '')
  terminal.print(...countLines(answer, terminal.paint))
  if (out !== undefined) terminal.print('', `Wrote ${out}`)
}

export function addPredictCommand(program: Command, session: CliSession): void {
  program
    .command('predict')
    .argument('<run>', 'name of a run, or a beginning that only one run has; more runs may follow')
    .argument('<picture...>', 'pictures, and folders of them')
    .option('--csv <file>', 'write all probabilities into a new file')
    .description('classify pictures with the model of a run, or of several at once')
    .action((given: string, more: string[], flags: { csv?: string }, command: Command) =>
      session.run(command, { readOnly: true }, async (work) => {
        const { call, terminal } = work
        const full = (path: string) => resolve(session.host.cwd, path)
        const isFile = (word: string) => existsSync(full(word))
        const { runs, paths } = splitWords(await call('runs.list', {}), [given, ...more], isFile)
        const files = paths.map(full)
        const out = flags.csv === undefined ? undefined : full(flags.csv)
        const folders = files.some((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
        if (out !== undefined || runs.length > 1 || folders) return intoTable(work, runs, files, out, session)
        const { run } = runs[0]!
        const answer = await call('predict', { run, pictures: files.map((path) => ({ path })) })
        for (const { file, message } of answer.failed) terminal.note(`${plain(file)}: ${plain(message)}`)
        if (answer.failed.length > 0) session.exitCode = EXIT.userError
        if (terminal.json) return terminal.document(answer)
        if (answer.predictions.length > 0) terminal.print(...predictionRows(answer, terminal.paint))
      }),
    )
}
