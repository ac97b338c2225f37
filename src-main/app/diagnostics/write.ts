// Diagnostics for a bug report: the machine, what computes, what the library holds in numbers, the last lines of the
// logs; scrubbed as a whole at the end, so that nothing added here can be forgotten.
import { open } from 'node:fs/promises'
import type { DoctorReport, RunSummary } from '../../contract'
import { scrub, type Personal } from './scrub'

const TAIL_BYTES = 48 * 1024
const TAIL_LINES = 150
const LONGEST_LINE = 500

/** The last lines of a log; none where it cannot be read. */
export async function lastLines(file: string): Promise<string[]> {
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      const from = Math.max(0, size - TAIL_BYTES)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, TAIL_BYTES)), 0, null, from)
      const lines = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/)
      // The first is cut where the file was longer.
      return lines
        .slice(from > 0 ? 1 : 0)
        .filter((line) => line !== '')
        .slice(-TAIL_LINES)
    } finally {
      await handle.close()
    }
  } catch {
    return []
  }
}

function machine(report: DoctorReport): string[] {
  return [
    `Cotejo ${report.cotejo} · Node ${report.node} · ${report.platform}`,
    `${report.cpu}, ${report.cores} cores, ${(report.memoryBytes / 1e9).toFixed(1)} GB`,
    `GPU: ${report.gpus.join(', ') || 'none found'}`,
    ...report.backends.map((one) =>
      [
        `${one.chosen ? '*' : '-'} ${one.name}`,
        one.available ? (one.device ?? 'available') : `not available: ${one.problem ?? ''}`,
        one.version ?? '',
        one.imagesPerSecond ? `${Math.round(one.imagesPerSecond)} images/s` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    ...report.warnings.map((warning) => `! ${warning}`),
  ]
}

/** How many runs ended how. */
function counts(runs: readonly RunSummary[], datasets: number): string {
  const byStatus = new Map<string, number>()
  for (const { status } of runs) byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
  const ends = [...byStatus].map(([status, count]) => `${count} ${status}`)
  return `Library: ${datasets} datasets, ${runs.length} runs${ends.length > 0 ? ` (${ends.join(', ')})` : ''}`
}

export interface DiagnosticParts {
  report: DoctorReport
  host: string
  runs: readonly RunSummary[]
  datasets: number
  logs: readonly string[]
  personal: Personal
}

export async function writeDiagnostics(parts: DiagnosticParts): Promise<string> {
  const { report, host, runs, datasets, logs, personal } = parts
  const sections = [...machine(report), `Host: ${host}`, counts(runs, datasets)]
  for (const [at, file] of logs.entries()) {
    const lines = await lastLines(file)
    if (lines.length === 0) continue
    sections.push('', at === 0 ? 'Log of the library:' : 'Log of the program:')
    // Scrubbed before it is cut: half a path is no path that could be recognised.
    sections.push(...lines.map((line) => cutLine(scrub(line, personal))))
  }
  return `${scrub(sections.join('\n'), personal)}\n`
}

const cutLine = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line
