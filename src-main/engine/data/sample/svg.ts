// A small kit for drawing with SVG: smooth outlines through points, limbs, gradients, clips.
import { css, type Colour } from './colour'

export type Point = readonly [x: number, y: number]

const fixed = (value: number): string => String(Math.round(value * 100) / 100)
const xy = ([x, y]: Point): string => `${fixed(x)} ${fixed(y)}`

export const degrees = (angle: number): number => (angle * Math.PI) / 180
/** The point `length` away from `from`; 0° is right, 90° is down. */
export const along = ([x, y]: Point, angle: number, length: number): Point => [
  x + Math.cos(degrees(angle)) * length,
  y + Math.sin(degrees(angle)) * length,
]
export const mix = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
]

/** A closed smooth outline through points (Catmull–Rom, written as Bézier curves). */
export function outline(points: readonly Point[], tension = 1): string {
  const at = (index: number) => points[(index + points.length) % points.length]
  const control = (a: Point, b: Point, c: Point, sign: number): Point => [
    b[0] + (sign * tension * (c[0] - a[0])) / 6,
    b[1] + (sign * tension * (c[1] - a[1])) / 6,
  ]
  const curves = points.map((from, i) => {
    const to = at(i + 1)
    return `C${xy(control(at(i - 1), from, to, 1))} ${xy(control(from, to, at(i + 2), -1))} ${xy(to)}`
  })
  return `M${xy(points[0])}${curves.join('')}Z`
}

/** An open smooth line through points. */
export function curve(points: readonly Point[]): string {
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))]
  let d = `M${xy(points[0])}`
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    d += `C${xy([b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6])} ${xy([c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6])} ${xy(c)}`
  }
  return d
}

export const polygon = (points: readonly Point[]): string => `M${points.map(xy).join('L')}Z`

/** A limb: from a round end of radius `ra` at `a` to one of radius `rb` at `b`. */
export function limb(a: Point, ra: number, b: Point, rb: number): string {
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0])
  const side: Point = [-Math.sin(angle), Math.cos(angle)]
  const off = (p: Point, r: number): Point => [p[0] + side[0] * r, p[1] + side[1] * r]
  return (
    `M${xy(off(a, ra))}L${xy(off(b, rb))}A${fixed(rb)} ${fixed(rb)} 0 0 0 ${xy(off(b, -rb))}` +
    `L${xy(off(a, -ra))}A${fixed(ra)} ${fixed(ra)} 0 0 0 ${xy(off(a, ra))}Z`
  )
}

export type Paint = string | Colour
const paint = (value: Paint): string => (typeof value === 'string' ? value : css(value))

export interface Style {
  stroke?: Paint
  width?: number
  opacity?: number
  clip?: string
  filter?: string
}

const attributes = ({ stroke, width, opacity, clip, filter }: Style): string =>
  (stroke ? ` stroke="${paint(stroke)}" stroke-linecap="round" stroke-linejoin="round"` : '') +
  (width === undefined ? '' : ` stroke-width="${fixed(width)}"`) +
  (opacity === undefined ? '' : ` opacity="${fixed(opacity)}"`) +
  (clip ? ` clip-path="${clip}"` : '') +
  (filter ? ` filter="${filter}"` : '')

export const fill = (d: string, with_: Paint, style: Style = {}): string =>
  `<path d="${d}" fill="${paint(with_)}"${attributes(style)}/>`
export const line = (d: string, stroke: Paint, width: number, style: Style = {}): string =>
  `<path d="${d}" fill="none"${attributes({ ...style, stroke, width })}/>`
export const ellipse = ([x, y]: Point, rx: number, ry: number, with_: Paint, style: Style = {}): string =>
  `<ellipse cx="${fixed(x)}" cy="${fixed(y)}" rx="${fixed(rx)}" ry="${fixed(ry)}" fill="${paint(with_)}"${attributes(style)}/>`
export const circle = (centre: Point, r: number, with_: Paint, style: Style = {}): string =>
  ellipse(centre, r, r, with_, style)

export interface Placement {
  move?: Point
  /** Degrees, clockwise, about `about`. */
  turn?: number
  about?: Point
  scale?: number | Point
  opacity?: number
  clip?: string
  filter?: string
}

/** Things drawn together: scaled and turned about a point, then moved. */
export function group(content: string, { move, turn, about = [0, 0], scale, ...style }: Placement): string {
  const steps: string[] = []
  if (move) steps.push(`translate(${xy(move)})`)
  if (turn) steps.push(`rotate(${fixed(turn)} ${xy(about)})`)
  if (scale !== undefined) {
    const [x, y] = typeof scale === 'number' ? [scale, scale] : scale
    steps.push(
      `translate(${xy(about)}) scale(${fixed(x)} ${fixed(y)}) translate(${xy([-about[0], -about[1]])})`,
    )
  }
  return `<g${steps.length > 0 ? ` transform="${steps.join(' ')}"` : ''}${attributes(style)}>${content}</g>`
}

/** What a drawing defines for use by reference. */
export class Definitions {
  private readonly parts: string[] = []

  private add(make: (id: string) => string): string {
    const id = `d${this.parts.length}`
    this.parts.push(make(id))
    return `url(#${id})`
  }

  /** A linear gradient over the filled shape; 90° runs from top to bottom. */
  gradient(stops: readonly Colour[], angle = 90): string {
    const [x, y] = [Math.cos(degrees(angle)) / 2, Math.sin(degrees(angle)) / 2]
    return this.add(
      (id) =>
        `<linearGradient id="${id}" x1="${fixed(0.5 - x)}" y1="${fixed(0.5 - y)}" x2="${fixed(0.5 + x)}" y2="${fixed(0.5 + y)}">` +
        stops
          .map((stop, i) => `<stop offset="${fixed(i / (stops.length - 1))}" stop-color="${css(stop)}"/>`)
          .join('') +
        '</linearGradient>',
    )
  }

  radial(stops: readonly Colour[]): string {
    return this.add(
      (id) =>
        `<radialGradient id="${id}">` +
        stops
          .map((stop, i) => `<stop offset="${fixed(i / (stops.length - 1))}" stop-color="${css(stop)}"/>`)
          .join('') +
        '</radialGradient>',
    )
  }

  clip(d: string): string {
    return this.add((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)
  }

  blur(deviation: number): string {
    return this.add(
      (id) =>
        `<filter id="${id}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${fixed(deviation)}"/></filter>`,
    )
  }

  toString(): string {
    return `<defs>${this.parts.join('')}</defs>`
  }
}
