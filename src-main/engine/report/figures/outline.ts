// Words in a drawing as outlines: a picture made from it needs no fonts, and looks the same on every machine.
import { type Faces, type TextRun } from '../fonts/faces'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return entities[name] ?? whole
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
    return Number.isFinite(code) ? String.fromCodePoint(code) : whole
  })

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? null

/** The words of all texts of a drawing. */
export const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, text]) => unescaped(text!))

interface Laid {
  path: string
  width: number
}

/** Right-to-left scripts are laid out by the font; runs of several words in them stand in the order of reading. */
function layRun({ text, face }: TextRun, bold: boolean, size: number, at: number): Laid {
  const { font } = bold ? face.bold : face
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  let x = at
  let path = ''
  glyphs.forEach((glyph, i) => {
    const { xAdvance, xOffset, yOffset } = positions[i]!
    const placed = glyph.path.scale(scale, -scale).translate(x + xOffset * scale, -yOffset * scale)
    path += placed.toSVG()
    x += xAdvance * scale
  })
  return { path, width: x - at }
}

/** How far below its anchor a line's baseline is, in parts of the size. */
function baseline(kind: string | null, faces: Faces, bold: boolean): number {
  const { ascent, descent, unitsPerEm } = (bold ? faces.main.bold : faces.main).font
  const [up, down] = [ascent / unitsPerEm, -descent / unitsPerEm]
  if (kind === 'central' || kind === 'middle') return (up - down) / 2
  if (kind === 'text-before-edge' || kind === 'hanging' || kind === 'text-top') return up
  if (kind === 'text-after-edge' || kind === 'ideographic') return -down
  return 0
}

function outlined(attributes: string, text: string, faces: Faces): string {
  const style = attribute(attributes, 'style') ?? ''
  const size = Number(/font-size:\s*([\d.]+)px/.exec(style)?.[1] ?? attribute(attributes, 'font-size') ?? 12)
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1] ?? attribute(attributes, 'font-weight') ?? '400'
  const bold = weight === 'bold' || Number(weight) >= 600
  const runs: Laid[] = []
  let width = 0
  for (const run of faces.runs(unescaped(text))) {
    const laid = layRun(run, bold, size, width)
    runs.push(laid)
    width += laid.width
  }
  const anchor = attribute(attributes, 'text-anchor')
  const left = anchor === 'end' ? -width : anchor === 'middle' ? -width / 2 : 0
  const x = Number(attribute(attributes, 'x') ?? 0) + left
  const y =
    Number(attribute(attributes, 'y') ?? 0) +
    size * baseline(attribute(attributes, 'dominant-baseline'), faces, bold)
  const kept = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-linejoin', 'paint-order', 'opacity']
    .map((name) => [name, attribute(attributes, name)] as const)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${value}"`)
  const transform = attribute(attributes, 'transform')
  const path = runs.map((run) => run.path).join('')
  return `<g${transform ? ` transform="${transform}"` : ''}><path transform="translate(${x.toFixed(2)} ${y.toFixed(2)})" d="${path}"${kept.join('')}></path></g>`
}

/** The drawing with outlines for words. `faces` must have been prepared for its texts. */
export const outlineText = (svg: string, faces: Faces): string =>
  svg.replace(/<text\b([^>]*)>([\s\S]*?)<\/text>/g, (_, attributes: string, text: string) =>
    outlined(attributes, text, faces),
  )
