// What the engine found out about the machine, in the user's language where it has a code; else in its own words.
import { type MachineFinding } from '../../src-main/contract'

interface Translate {
  t(key: string, values?: Record<string, unknown>): string
  te(key: string): boolean
}

export interface Said {
  what: string
  next: string
}

/**
 * @param finding the code, where there is one
 * @param english what the engine says itself
 */
export function sayFinding(
  finding: MachineFinding | null | undefined,
  english: { problem: string | null; hint?: string | null },
  { t, te }: Translate,
): Said {
  if (!finding || !te(`machine.findings.${finding.code}.what`))
    return { what: english.problem ?? '', next: english.hint ?? '' }
  const parts = [finding, ...(finding.because ? [finding.because] : [])]
  const next = parts.filter(({ code }) => te(`machine.findings.${code}.next`))
  return {
    what: parts.map(({ code, values }) => t(`machine.findings.${code}.what`, values)).join(' '),
    next: next.map(({ code, values }) => t(`machine.findings.${code}.next`, values)).join(' '),
  }
}
