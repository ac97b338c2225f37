// Pictures that were taken and stand out from the others, and pictures that were repaired on the way.
import { FINDING_LIMIT, type Finding, type FindingFile, type FindingKind } from '../../contract'
import { type FactsTable, type PictureFacts } from './facts'
import { SPLITS } from './split'
import { pictures, some, type Examined } from './wording'

/** Mean luminances that show next to nothing, and those that do when most of the set is far from them. */
const DARK = { always: 26, unusual: 60 }
const BRIGHT = { always: 240, unusual: 205 }
/** Scaled median deviations from the median that are unusual. */
const UNUSUAL = 5
/** Proportions this many times those of the usual picture. */
const ASPECT = 2.5
/** A shorter side this many times below the usual one, or below what the network is shown. */
const TINY_OF_USUAL = 4
const TINY_OF_SIZE = 2

/** Median, without changing the order. */
function medianOf(values: Float32Array | Uint8Array): number {
  return values.length === 0 ? 0 : values.slice().sort()[values.length >> 1]
}

/** Width and height as the picture is shown: turned by its orientation. */
function shown({ orientation, width, height }: PictureFacts): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

class Collector {
  count = 0
  readonly files: FindingFile[] = []
  private readonly kind: FindingKind
  private readonly severity: Finding['severity']
  private readonly examined: Examined

  constructor(kind: FindingKind, severity: Finding['severity'], examined: Examined) {
    this.kind = kind
    this.severity = severity
    this.examined = examined
  }

  add(index: number, note: string, value?: number): void {
    if (++this.count > FINDING_LIMIT) return
    const { files, labels, splits } = this.examined
    this.files.push({
      file: files[index],
      index,
      label: labels[index],
      split: SPLITS[splits[index]],
      note,
      ...(value !== undefined && { value }),
    })
  }

  finding(one: string, many: string): Finding[] {
    if (this.count === 0) return []
    const names = this.files.slice(0, 4).map(({ file }) => file)
    return [
      {
        kind: this.kind,
        severity: this.severity,
        count: this.count,
        message: `${pictures(this.count)} ${this.count === 1 ? one : many} (${some(names)}).`,
        detail: { count: this.count, example: names[0] },
        files: this.files,
      },
    ]
  }
}

/** Very dark and very bright ones, unusual proportions, much smaller than the others. */
export function outlierFindings(evidence: Examined & { size: number }, facts: FactsTable): Finding[] {
  const of = (kind: FindingKind) => new Collector(kind, 'warning', evidence)
  const [tiny, aspect, dark, bright] = [of('tiny'), of('aspect-outlier'), of('dark'), of('bright')]
  const brightness = Uint8Array.from({ length: facts.count }, (_, index) => facts.brightness(index))
  const usual = medianOf(brightness)
  const reach = UNUSUAL * Math.max(6, 1.4826 * medianOf(brightness.map((value) => Math.abs(value - usual))))
  brightness.forEach((value, index) => {
    if (value < DARK.always || (value < DARK.unusual && value < usual - reach))
      dark.add(index, `mean brightness ${value} of 255`, value)
    if (value > BRIGHT.always || (value > BRIGHT.unusual && value > usual + reach))
      bright.add(index, `mean brightness ${value} of 255`, value)
  })

  const ratios = new Float32Array(facts.count)
  const sides = new Float32Array(facts.count)
  let known = 0
  for (let index = 0; index < facts.count; index++) {
    const { width, height } = shown(facts.get(index))
    if (width === 0 || height === 0) continue
    ratios[known] = Math.log(width / height)
    sides[known++] = Math.min(width, height)
  }
  const ratio = medianOf(ratios.subarray(0, known))
  const side = medianOf(sides.subarray(0, known))
  for (let index = 0; index < facts.count; index++) {
    const one = facts.get(index)
    const { width, height } = shown(one)
    if (width === 0 || height === 0 || one.format === 'SVG') continue
    const shorter = Math.min(width, height)
    if (Math.abs(Math.log(width / height) - ratio) > Math.log(ASPECT))
      aspect.add(index, `${width} × ${height} pixels`, Math.round((width / height) * 100) / 100)
    if (
      shorter * TINY_OF_SIZE < evidence.size ||
      (shorter * TINY_OF_USUAL < side && shorter < 4 * evidence.size)
    )
      tiny.add(index, `${width} × ${height} pixels`, shorter)
  }
  return [
    ...tiny.finding(
      'is much smaller than the others or than the network’s input',
      'are much smaller than the others or than the network’s input',
    ),
    ...aspect.finding('has unusual proportions', 'have unusual proportions'),
    ...dark.finding('is nearly black', 'are nearly black'),
    ...bright.finding('is nearly white', 'are nearly white'),
  ]
}

const ENDINGS: Record<string, string[]> = {
  JPEG: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif'],
  PNG: ['png', 'apng'],
  GIF: ['gif'],
  WebP: ['webp'],
  TIFF: ['tif', 'tiff'],
  AVIF: ['avif', 'heif', 'heic'],
  BMP: ['bmp', 'dib'],
  SVG: ['svg'],
}
const ALL_ENDINGS = new Set(Object.values(ENDINGS).flat())

/** Turned upright, brought to 8-bit sRGB, first picture of several; and names that say another format. */
export function repairFindings(evidence: Examined, facts: FactsTable): Finding[] {
  const of = (kind: FindingKind) => new Collector(kind, 'info', evidence)
  const [named, turned, converted, first] = [
    of('wrong-extension'),
    of('exif-rotated'),
    of('converted'),
    of('first-frame'),
  ]
  for (let index = 0; index < facts.count; index++) {
    const one = facts.get(index)
    const ending = /\.([a-z0-9]{1,5})$/i.exec(evidence.files[index])?.[1].toLowerCase() ?? ''
    if (one.format !== '' && ALL_ENDINGS.has(ending) && !ENDINGS[one.format].includes(ending))
      named.add(index, `named .${ending}, but this is ${one.format}`)
    if (one.orientation > 1) turned.add(index, `EXIF orientation ${one.orientation}`, one.orientation)
    const kinds = [
      one.cmyk && 'CMYK',
      one.grey && 'grey',
      one.deep && 'more than 8 bits',
      one.alpha && 'transparency',
      one.profile && 'colour profile',
    ].filter((kind) => kind !== false)
    if (kinds.length > 0) converted.add(index, kinds.join(', '))
    if (one.frames) first.add(index, 'the first of several pictures')
  }
  return [
    ...named.finding(
      'has the ending of another format: judged by its content',
      'have the ending of another format: judged by their content',
    ),
    ...turned.finding('was turned upright, as the camera says', 'were turned upright, as the camera says'),
    ...converted.finding(
      'was brought to 8-bit sRGB without transparency',
      'were brought to 8-bit sRGB without transparency',
    ),
    ...first.finding(
      'is an animation or has several pages: the first picture was taken',
      'are animations or have several pages: the first picture was taken',
    ),
  ]
}
