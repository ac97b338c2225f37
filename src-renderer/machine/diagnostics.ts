// The doctor's report as text for a bug report or a teacher, without the user's own paths.
import { type DoctorReport } from '../../src-main/contract'

export function diagnostics(report: DoctorReport): string {
  const lines = [
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
  // A home folder names its owner.
  return lines.join('\n').replace(/(\/home\/|\/Users\/|\\Users\\)[^/\\\s]+/g, '$1…')
}
