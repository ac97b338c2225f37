// What a phase trains, in words.
import { type TrainablePart } from '../../src-main/contract'
import { type useText } from '../format/useText'

/** "the last 10 layers of the base and the head train" */
export function partText(
  part: TrainablePart,
  { t, tn }: Pick<ReturnType<typeof useText>, 't' | 'tn'>,
): string {
  if (part === 'all' || part === 'head') return t(`log.part.${part}`)
  return 'last' in part ? tn('log.part.last', part.last) : t('log.part.from', { layer: part.from })
}
