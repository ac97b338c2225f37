// What stands out about one picture, in a few words of the reader's language.
import { type FindingFile, type FindingKind } from '../../src-main/contract'
import { type Formatter } from '../format/format'

type Translate = (key: string, values?: Record<string, unknown>) => string

const formats = /\b(JPEG|PNG|WebP|GIF|TIFF|AVIF|BMP|HEIC|HEIF|SVG|JXL)\b/i
/** EXIF orientations that turn a picture; the mirrored ones are told as such. */
const turns: Record<number, number> = { 3: 180, 6: 90, 8: 270 }

export function noteOf(kind: FindingKind, file: FindingFile, t: Translate, f: Formatter): string {
  const { value, note = '' } = file
  if (value !== undefined) {
    if (kind === 'dark' || kind === 'bright')
      return t('findings.notes.brightness', { percent: f.percent(value / 255, 0) })
    if (kind === 'aspect-outlier')
      return value >= 1 ? `${f.number(value, 1)} : 1` : `1 : ${f.number(1 / value, 1)}`
    if (kind === 'tiny') return t('findings.notes.side', { side: f.number(value) })
    if (kind === 'exif-rotated')
      return turns[value]
        ? t('findings.notes.turned', { degrees: turns[value] })
        : t('findings.notes.mirrored')
  }
  if (kind === 'wrong-extension') return formats.exec(note)?.[0] ?? note
  return note
}
