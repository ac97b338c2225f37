// A measured speed in the user's language; a bound is said to be one.
import { type BackendSpeed } from '../../src-main/contract'
import { type useText } from '../format/useText'

/** "812", "less than 16", or a dash where the backend was left out. */
export function speedText(
  { imagesPerSecond, basis }: BackendSpeed,
  { t, f }: Pick<ReturnType<typeof useText>, 't' | 'f'>,
): string {
  if (imagesPerSecond === null) return '–'
  const n = f.value.number(imagesPerSecond, imagesPerSecond < 10 ? 1 : 0)
  if (basis === 'given-up') return t('speeds.lessThan', { n })
  return basis === 'first-step' ? t('speeds.atLeast', { n }) : n
}
