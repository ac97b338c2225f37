// Reports: what was compared, on what, what came out and how to do it again, in one format a folder.
import { basename, extname } from 'node:path'
import { UserError, type EngineCallParams, type ReportFormat, type ReportResult } from '../../contract'
import { type Compute } from '../compute'
import { type Task } from '../task'
import { type ReportDocument } from './document/document'
import { gatherFacts, type ReportFacts } from './facts/gather'
import { writeHtml } from './html/page'
import { writeMarkdown } from './markdown/write'
import { writeNotebook } from './notebook/notebook'
import { writePdf } from './pdf/write'
import { composeReport } from './sections/compose'
import { type Words } from './words/words'
import { writeBeside } from './write-beside'

/** Writes the files of one format into an empty folder; `<stem>.<format>` is the report. */
type Writer = (folder: string, stem: string, facts: ReportFacts, task: Task) => Promise<void>

type Render = (
  folder: string,
  stem: string,
  report: ReportDocument,
  words: Words,
  task: Task,
) => Promise<void>

const rendered =
  (render: Render): Writer =>
  async (folder, stem, facts, task) =>
    render(folder, stem, await composeReport(facts, task), facts.words, task)

const writers: Record<ReportFormat, Writer> = {
  html: rendered(writeHtml),
  md: rendered(writeMarkdown),
  pdf: rendered(writePdf),
  ipynb: writeNotebook,
}

/**
 * Writes a report at `out`, whole or not at all; what does not fit into one file goes into a folder beside it.
 * @param compute what shows where models looked; without it, pictures stand alone
 * @throws UserError `export-exists` where something is there; `invalid-argument` for an ending that is not the
 *   format's; `cancelled`; what the format throws
 */
export async function writeReport(
  params: EngineCallParams<'report'>,
  compute: Compute | null,
  task: Task,
): Promise<ReportResult> {
  const { options, out, runs } = params
  const { format } = options
  const ending = extname(out)
  if (ending.toLowerCase() !== `.${format}`) {
    throw new UserError(
      'invalid-argument',
      `A report of this format ends in .${format}, not in ${ending || 'nothing'}.`,
      {
        detail: { format, ending },
        hint: `Name it ${basename(out, ending)}.${format}.`,
      },
    )
  }
  const facts = await gatherFacts(params, compute, task)
  const write = writers[format]
  const stem = basename(out, ending)
  const files = await writeBeside(out, (folder) => write(folder, stem, facts, task))
  return { runs: runs.map(({ run }) => run.id), format, file: out, files }
}
