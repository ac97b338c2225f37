// cotejo export RUN --format NAME[,NAME…]|all --out DIR [--zip]
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { exportFormat, type ExportCheck, type ExportFormat } from '../../../contract'
import { knownFormat } from '../arguments'
import { bytes, percent } from '../output/format'
import { table } from '../output/table'
import { plain, type Paint } from '../output/text'
import { EXIT, type CliSession } from '../session'
import { writeZipFile } from '../../shared/zip-file'
import { findRun } from './runs-found'

const ALL = 'all'

/** "onnx,keras" or "all". */
function formatsOf(text: string): ExportFormat[] {
  if (text.trim() === ALL) return [...exportFormat.options]
  return [...new Set(text.split(',').map((name) => knownFormat(name.trim())))]
}

type Files = readonly { file: string; bytes: number }[]

export function exportRows({ files }: { files: Files }, paint: Paint): string[] {
  const columns = [{ title: 'file' }, { title: 'size', align: 'right' as const }]
  return table(
    columns,
    files.map((one) => [plain(one.file), bytes(one.bytes)]),
    { paint, indent: 2 },
  )
}

/** "the same class as the run's model on 32 test pictures (onnxruntime 1.30.0, largest difference 3e-7)" */
export function checkText({ runtime, reason, pictures, agreement, largestDifference }: ExportCheck): string {
  if (runtime === null || pictures === null)
    return `not checked: ${reason ?? 'there is no runtime for it here'}`
  const on = `${pictures.count} ${pictures.from === 'test' ? 'test pictures' : 'patterns'}`
  const same = agreement === 1 ? 'the same class' : `${percent(agreement)} in the same class`
  return `${same} as the run's model on ${on} (${plain(runtime)}, largest difference ${(largestDifference ?? 0).toPrecision(1)})`
}

const sizeOf = (files: Files): string => bytes(files.reduce((sum, one) => sum + one.bytes, 0))

interface Options {
  format: string
  out: string
  zip?: boolean
}

/** What was written, with where it is: a folder, or a .zip of it. */
type Written<T> = T & { zip?: { file: string; bytes: number } }

export function addExportCommand(program: Command, session: CliSession): void {
  program
    .command('export')
    .argument('<run>', 'name of a run, or a beginning that only one run has')
    .requiredOption(
      '--format <names>',
      `what to write, one or several with commas, or ${ALL}: ${exportFormat.options.join(', ')}`,
    )
    .requiredOption('--out <dir>', 'a new or empty folder; several formats get a folder each within it')
    .option('--zip', 'one .zip file instead of a folder; --out is its name')
    .description("write a run's model for use elsewhere, and check that it says the same there")
    .action((given: string, options: Options, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal, signal }) => {
        const formats = formatsOf(options.format)
        const out = resolve(session.host.cwd, options.out)
        const { run } = findRun(await call('runs.list', {}), given)
        const { paint } = terminal

        /** The result names what the user asked for, not the folder that was packed. */
        async function written<T extends { folder: string }>(
          make: (folder: string) => Promise<T>,
        ): Promise<Written<T>> {
          if (!options.zip) return await make(out)
          const file = out.toLowerCase().endsWith('.zip') ? out : `${out}.zip`
          const { result, bytes } = await writeZipFile(file, make, signal)
          return { ...result, folder: file, zip: { file, bytes } }
        }
        const head = ({ folder, zip }: Written<{ folder: string }>) =>
          `Exported ${run} to ${folder}${zip ? `, ${bytes(zip.bytes)}` : ''}`

        if (formats.length === 1 && options.format.trim() !== ALL) {
          const result = await written((folder) => call('export', { run, format: formats[0]!, out: folder }))
          if (terminal.json) return terminal.document(result)
          const check = `Checked: ${checkText(result.check)}`
          return terminal.print(head(result), '', ...exportRows(result, paint), '', check)
        }
        const result = await written((folder) => call('exports', { run, formats, out: folder }))
        if (result.failed.length > 0) session.exitCode = EXIT.userError
        if (terminal.json) return terminal.document(result)
        const columns = [{ title: 'format' }, { title: 'size', align: 'right' as const }, { title: 'check' }]
        const rows = [
          ...result.exports.map((one) => [one.format, sizeOf(one.files), checkText(one.check)]),
          ...result.failed.map((one) => [
            one.format,
            '–',
            { text: plain(one.message), style: 'red' as const },
          ]),
        ]
        terminal.print(head(result), '', ...table(columns, rows, { paint, indent: 2 }))
      }),
    )
}
