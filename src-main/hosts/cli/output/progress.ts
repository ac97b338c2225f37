// Progress of long work on stderr: one live line on a terminal, now and then a line where it goes into a file.
import type { Progress } from '../../../contract'
import { bytes, duration, integer, rate } from './format'
import { bar } from './sparkline'
import type { Terminal } from './terminal'
import { plain } from './text'

const STAGES: Record<string, string> = {
  connect: 'Connecting',
  download: 'Downloading',
  verify: 'Verifying',
  extract: 'Extracting',
  scan: 'Looking through the folder',
  decode: 'Decoding',
  draw: 'Drawing pictures',
  write: 'Writing',
  prepare: 'Preparing',
  features: 'Computing what is frozen',
  train: 'Training',
  evaluate: 'Evaluating',
  predict: 'Classifying',
  explain: 'Looking at the picture',
  map: 'Drawing the map',
  export: 'Exporting',
  install: 'Installing',
  measure: 'Measuring',
  build: 'Building the model',
}

const BAR = 24
const SPARSE_MS = 10_000

export type Step = Pick<Progress, 'done' | 'total'> &
  Partial<Pick<Progress, 'unit' | 'rate' | 'secondsLeft' | 'item'>> & { stage: string }

const amount = (value: number, unit?: string): string => (unit === 'bytes' ? bytes(value) : integer(value))

/** "Decoding ███████░░░ 62 %  93 of 150 images · 120/s · 3 s left" */
export function progressLine(step: Step, withBar: boolean): string {
  const name = STAGES[step.stage] ?? step.stage
  const unit = step.unit === undefined || step.unit === 'bytes' ? '' : ` ${step.unit}`
  const parts: string[] = []
  // Parts are steps of ours that tell a person nothing.
  if (step.unit === 'parts') return step.item ? `${name}  ${plain(step.item)}` : name
  if (step.total > 0) parts.push(`${amount(step.done, step.unit)} of ${amount(step.total, step.unit)}${unit}`)
  else if (step.done > 0) parts.push(`${amount(step.done, step.unit)}${unit}`)
  if (step.rate) parts.push(step.unit === 'bytes' ? `${bytes(step.rate)}/s` : `${rate(step.rate)}/s`)
  if (step.secondsLeft !== undefined && step.done < step.total)
    parts.push(`${duration(step.secondsLeft)} left`)
  if (step.item) parts.push(plain(step.item))
  const fraction = step.total > 0 ? step.done / step.total : 0
  const gauge =
    step.total > 0 && withBar
      ? ` ${bar(fraction, BAR)} ${String(Math.floor(fraction * 100)).padStart(3)} %`
      : ''
  return `${name}${gauge}${parts.length > 0 ? `  ${parts.join(' · ')}` : ''}`
}

/** What takes the progress of one piece of work. */
export function progressReporter(terminal: Terminal, now = () => performance.now()): (step: Step) => void {
  let stage: string | null = null
  let last = 0
  return (step) => {
    const isNew = step.stage !== stage
    stage = step.stage
    if (terminal.live) return terminal.draw(progressLine(step, true), isNew)
    // Into a file: the name of a stage when it begins, and where it stands when it takes long.
    if (!isNew && now() - last < SPARSE_MS) return
    terminal.note(isNew ? `${STAGES[step.stage] ?? step.stage} …` : progressLine(step, false))
    last = now()
  }
}
