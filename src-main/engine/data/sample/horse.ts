// A horse from the side: standing, walking, trotting, galloping or grazing. Faces right.
import { type Rng } from '../../rng'
import { darker, lighter, vary, type Colour } from './colour'
import {
  along,
  circle,
  ellipse,
  fill,
  group,
  limb,
  line,
  mix,
  outline,
  type Definitions,
  type Point,
} from './svg'

interface Coat {
  body: Colour
  mane: Colour
  patches?: Colour
}

const COATS: readonly Coat[] = [
  { body: [22, 0.5, 0.32], mane: [20, 0.3, 0.1] },
  { body: [17, 0.58, 0.4], mane: [20, 0.55, 0.46] },
  { body: [25, 0.35, 0.22], mane: [20, 0.3, 0.09] },
  { body: [230, 0.12, 0.17], mane: [230, 0.15, 0.08] },
  { body: [210, 0.07, 0.62], mane: [215, 0.1, 0.36] },
  { body: [38, 0.58, 0.6], mane: [44, 0.55, 0.86] },
  { body: [40, 0.22, 0.88], mane: [40, 0.15, 0.72] },
  { body: [35, 0.2, 0.9], mane: [20, 0.3, 0.2], patches: [20, 0.5, 0.34] },
  { body: [35, 0.15, 0.92], mane: [230, 0.1, 0.15], patches: [230, 0.1, 0.18] },
]

/** Angles in degrees. Legs: of the upper and the lower part, 0 hanging straight down, positive forward. */
interface Gait {
  neck: number
  head: number
  tail: number
  tilt: number
  /** Near fore, far fore, near hind, far hind. */
  legs: readonly (readonly [upper: number, lower: number])[]
}

const GAITS: readonly Gait[] = [
  {
    neck: -58,
    head: 42,
    tail: 4,
    tilt: 0,
    legs: [
      [3, 0],
      [-5, -6],
      [-12, 6],
      [-2, 10],
    ],
  },
  {
    neck: -50,
    head: 36,
    tail: 12,
    tilt: 0,
    legs: [
      [22, 14],
      [-20, -30],
      [-26, -10],
      [8, 16],
    ],
  },
  {
    neck: -54,
    head: 44,
    tail: 30,
    tilt: -2,
    legs: [
      [48, -24],
      [-16, -34],
      [-30, -34],
      [22, 8],
    ],
  },
  {
    neck: -34,
    head: 26,
    tail: 72,
    tilt: -4,
    legs: [
      [62, 44],
      [44, 12],
      [-46, -58],
      [-30, -70],
    ],
  },
  {
    neck: -38,
    head: 30,
    tail: 66,
    tilt: 5,
    legs: [
      [40, -40],
      [20, -60],
      [20, 30],
      [40, 24],
    ],
  },
  {
    neck: 42,
    head: 74,
    tail: 4,
    tilt: 2,
    legs: [
      [12, 6],
      [-12, -8],
      [-14, 4],
      [-2, 8],
    ],
  },
]

const turned = (gait: Gait, random: Rng): Gait => ({
  neck: gait.neck + random.range(-8, 8),
  head: gait.head + random.range(-9, 9),
  tail: gait.tail + random.range(-8, 14),
  tilt: gait.tilt + random.range(-2, 2),
  legs: gait.legs.map(
    ([upper, lower]) => [upper + random.range(-7, 7), lower + random.range(-8, 8)] as const,
  ),
})

function leg(
  hip: Point,
  [upper, lower]: readonly [number, number],
  hind: boolean,
  colour: Colour,
  sock: Colour | null,
): string {
  const knee = along(hip, 90 - upper, 15.5)
  const fetlock = along(knee, 90 - lower, 14)
  const hoof = along(fetlock, 90 - lower - 14, 4)
  const thigh = hind ? 7 : 5.4
  return (
    fill(limb(hip, thigh, knee, 2.9), colour) +
    fill(limb(knee, 2.8, fetlock, 1.9), colour) +
    (sock ? fill(limb(mix(knee, fetlock, 0.5), 2.2, fetlock, 2), sock) : '') +
    fill(limb(fetlock, 2, hoof, 2.9), [25, 0.25, 0.16])
  )
}

/** Draws one in a box of about 110 × 100 around (64, 64), in a random gait, coat and build. */
export function drawHorse(defs: Definitions, random: Rng): string {
  const coat = random.pick(COATS)
  const body = vary(coat.body, random)
  const mane = vary(coat.mane, random)
  const gait = turned(random.pick(GAITS), random)
  const light = lighter(body, 0.07)
  const far = darker(body, 0.08)
  const sock: Colour | null = random.next() < 0.35 ? [40, 0.1, 0.92] : null
  const stout = random.range(0.94, 1.05)

  const [nearFore, farFore, nearHind, farHind] = gait.legs
  const legs = (near: boolean) =>
    near
      ? leg([44, 64], nearHind, true, body, sock) + leg([79, 66], nearFore, false, body, sock)
      : leg([49, 64], farHind, true, far, sock) + leg([83, 65], farFore, false, far, sock)

  const trunk = outline([
    [36, 62],
    [36.5, 54],
    [44, 49.5],
    [56, 52],
    [67, 51.5],
    [75, 47],
    [86, 55],
    [88.5, 64],
    [83, 72.5],
    [70, 74 * stout],
    [56, 73 * stout],
    [46, 73.5],
  ])
  const tailBase: Point = [37, 54]
  const tail = group(
    fill(
      outline([
        [38, 52],
        [33, 53],
        [28.5, 60],
        [27, 74],
        [24, 88],
        [29, 91],
        [33, 84],
        [35, 72],
        [36, 60],
      ]),
      mane,
    ) + line('M34 58Q30 70 28 84', lighter(mane, 0.08), 0.8),
    { turn: gait.tail, about: tailBase },
  )

  const base: Point = [79, 57]
  const length = random.range(25, 29)
  const up = gait.neck - 90
  const top = along(base, gait.neck, length)
  const middle = along(base, gait.neck, length * 0.5)
  const crest = [along(top, up, 5.4), along(middle, up, 8.6)]
  const neck = outline([
    [69, 52],
    crest[1],
    crest[0],
    along(top, gait.neck, 2.5),
    along(top, up + 180, 4.6),
    along(middle, up + 180, 7.4),
    [88, 62],
    [80, 68],
  ])
  const withers: Point = [70, 50]
  const flow = random.range(2, 5)
  const maneShape = outline([
    along(top, gait.neck, 4),
    along(crest[0], up, 2.4),
    along(crest[1], up, flow),
    along(withers, -110, 2),
    [72, 56],
    along(middle, up, 2 - flow * 0.6),
    along(mix(middle, top, 0.5), up, 0.5),
    along(top, up, 1),
  ])

  const patches = coat.patches
    ? Array.from({ length: 4 }, () =>
        ellipse(
          [random.range(38, 86), random.range(48, 72)],
          random.range(5, 11),
          random.range(5, 10),
          coat.patches!,
          { clip: defs.clip(trunk) },
        ),
      ).join('')
    : ''

  return group(
    legs(false) +
      tail +
      fill(trunk, defs.gradient([light, body, darker(body, 0.07)])) +
      patches +
      legs(true) +
      fill(neck, defs.gradient([light, body], gait.neck + 180)) +
      head(top, gait.head, body, random) +
      fill(maneShape, mane),
    { turn: gait.tilt, about: [62, 64] },
  )
}

function head(at: Point, angle: number, coat: Colour, random: Rng): string {
  const p = (along_: number, side: number): Point => along(along(at, angle, along_), angle - 90, side)
  const ear = (from: number) =>
    fill(outline([p(from - 2, 4.5), p(from - 3.4, 11.5), p(from + 1.6, 5.4)], 0.5), coat, {
      stroke: darker(coat, 0.1),
      width: 0.5,
    })
  const shape = outline([
    p(-4, 4.4),
    p(2, 6),
    p(9, 4.6),
    p(16, 3.4),
    p(20.5, 2.2),
    p(21.5, -1),
    p(19, -3.6),
    p(13, -3.2),
    p(7, -5.4),
    p(0, -6.4),
    p(-4, -3),
  ])
  const blaze =
    random.next() < 0.4
      ? fill(outline([p(4, 5.2), p(14, 3.6), p(19, 2.6), p(13, 2), p(5, 3.4)]), [40, 0.1, 0.94])
      : ''
  return (
    ear(1.6) +
    fill(shape, coat) +
    blaze +
    fill(
      outline([p(16.5, 2.8), p(20.5, 1.8), p(21.2, -1), p(18.8, -3.2), p(16.5, -2.4)]),
      darker(coat, 0.12),
      { opacity: 0.7 },
    ) +
    ear(-0.6) +
    circle(p(6, 2), 1.5, lighter(coat, 0.1)) +
    circle(p(6, 2), 1.2, [20, 0.3, 0.08]) +
    circle(along(p(6, 2), -60, 0.5), 0.4, '#ffffff') +
    ellipse(p(18.8, 0.6), 0.9, 0.7, [20, 0.3, 0.08]) +
    line(`M${p(20, -2.2).join(' ')}L${p(16.5, -2).join(' ')}`, darker(coat, 0.2), 0.6)
  )
}
