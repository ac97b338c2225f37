// The choice in English, for the history of a run; interfaces say it in the user's language from the same facts.
import type { BackendName, BackendSpeed, MeasuredSpeeds } from '../../contract'

const rounded = (value: number): string => String(value < 10 ? Number(value.toFixed(1)) : Math.round(value))

function speedText({ backend, imagesPerSecond, basis, problem }: BackendSpeed): string {
  if (imagesPerSecond === null) return `${backend} was left out (${(problem ?? '').replace(/\.$/, '')})`
  const bound = basis === 'given-up' ? 'less than ' : basis === 'first-step' ? 'at least ' : ''
  return `${backend} ${bound}${rounded(imagesPerSecond)}`
}

/** "webgpu 812 images/s, tensorflow 143, wasm 41: webgpu is used; measured on 2026-11-22." */
export function measuredText({ at, speeds }: MeasuredSpeeds, used: BackendName): string {
  const [first, ...rest] = speeds.map(speedText)
  const unit = speeds[0]?.imagesPerSecond === null ? '' : ' images/s'
  const list = [`${first}${unit}`, ...rest].join(', ')
  return `${list}: ${used} is used; measured on ${at.slice(0, 10)}.`
}

export const goneText = (before: BackendName, now: BackendName, why: string): string =>
  `The run was trained on ${before} so far, which cannot be used any more (${why.replace(/\.$/, '')}). ` +
  `It goes on on ${now}: the numbers may differ in their last digits from what they would have been.`
