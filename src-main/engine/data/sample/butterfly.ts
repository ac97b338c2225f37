// A butterfly: from above with open wings, or from the side on a flower with its wings closed.
import { type Rng } from '../../rng'
import { flower } from './background'
import { darker, lighter, vary, type Colour } from './colour'
import {
  circle,
  curve,
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

interface Wings {
  main: Colour
  second: Colour
  edge: Colour
  spot: Colour
}

const WINGS: readonly Wings[] = [
  { main: [28, 0.9, 0.52], second: [40, 0.9, 0.6], edge: [20, 0.4, 0.12], spot: [40, 0.4, 0.95] },
  { main: [210, 0.75, 0.52], second: [195, 0.75, 0.62], edge: [225, 0.4, 0.14], spot: [200, 0.3, 0.94] },
  { main: [50, 0.85, 0.66], second: [52, 0.8, 0.78], edge: [40, 0.3, 0.2], spot: [15, 0.8, 0.5] },
  { main: [45, 0.25, 0.93], second: [50, 0.4, 0.86], edge: [230, 0.1, 0.28], spot: [230, 0.1, 0.25] },
  { main: [28, 0.42, 0.36], second: [32, 0.45, 0.5], edge: [20, 0.35, 0.17], spot: [42, 0.7, 0.8] },
  { main: [230, 0.1, 0.18], second: [215, 0.5, 0.42], edge: [230, 0.15, 0.1], spot: [5, 0.75, 0.55] },
  { main: [285, 0.4, 0.5], second: [315, 0.5, 0.66], edge: [270, 0.35, 0.18], spot: [50, 0.7, 0.85] },
  { main: [215, 0.12, 0.58], second: [30, 0.2, 0.7], edge: [220, 0.15, 0.3], spot: [40, 0.3, 0.93] },
  { main: [4, 0.7, 0.45], second: [20, 0.8, 0.52], edge: [0, 0.3, 0.12], spot: [45, 0.8, 0.9] },
  { main: [155, 0.45, 0.45], second: [170, 0.45, 0.62], edge: [170, 0.4, 0.14], spot: [60, 0.5, 0.9] },
]

const jitter = (points: readonly Point[], random: Rng, by: number): Point[] =>
  points.map(([x, y], i) => (i === 0 ? [x, y] : [x + random.range(-by, by), y + random.range(-by, by)]))

/** A wing with its border, veins and spots; `points[0]` is its root. */
function wing(
  defs: Definitions,
  points: readonly Point[],
  main: Colour,
  wings: Wings,
  pattern: Pattern,
): string {
  const root = points[0]
  const shape = outline(points)
  const inner = outline(
    points.map((p) =>
      mix(
        [points[Math.floor(points.length / 2)][0] * 0.42, points[Math.floor(points.length / 2)][1] * 0.42],
        p,
        1 - pattern.border,
      ),
    ),
  )
  const rim = points.slice(2, -1)
  let drawn =
    fill(shape, wings.edge) +
    fill(inner, defs.gradient([lighter(main, 0.05), main, darker(main, 0.08)], pattern.shine))
  const inside = defs.clip(shape)
  let veins = ''
  for (const p of points.slice(1)) veins += line(curve([root, mix(root, p, 0.55), p]), wings.edge, 0.7)
  drawn += group(veins, { clip: inside, opacity: pattern.veins })
  if (pattern.dots)
    for (let i = 0; i + 1 < rim.length; i++)
      for (const t of [0.15, 0.6])
        drawn += circle(mix(root, mix(rim[i], rim[i + 1], t), 0.93), 1.25, wings.spot)
  if (pattern.patch > 0) {
    const centre = mix(root, points[Math.floor(points.length / 2)], 0.52)
    const patch = outline(points.map((p) => mix(centre, p, pattern.patch)))
    drawn += fill(patch, wings.spot, { opacity: 0.4 })
  }
  if (pattern.eye > 0) {
    const centre = mix(root, points[Math.floor(points.length * 0.55)], 0.64)
    drawn +=
      circle(centre, pattern.eye, wings.edge) +
      circle(centre, pattern.eye * 0.68, wings.spot) +
      circle(centre, pattern.eye * 0.34, wings.edge)
  }
  return drawn
}

interface Pattern {
  border: number
  shine: number
  veins: number
  dots: boolean
  /** Size of a light patch as a part of the wing; 0: none. */
  patch: number
  eye: number
}

const pattern = (random: Rng): Pattern => ({
  border: random.range(0.1, 0.22),
  shine: random.range(20, 160),
  veins: random.pick([0, 0.35, 0.7]),
  dots: random.next() < 0.55,
  patch: random.next() < 0.35 ? random.range(0.3, 0.5) : 0,
  eye: random.next() < 0.45 ? random.range(2.4, 4) : 0,
})

function feelers(head: Point, spread: number, colour: Colour, length: number): string {
  return [-1, 1]
    .map((s) => {
      const tip: Point = [head[0] + s * spread, head[1] - length]
      return (
        line(curve([head, [head[0] + s * spread * 0.3, head[1] - length * 0.6], tip]), colour, 0.9) +
        circle(tip, 1.3, colour)
      )
    })
    .join('')
}

/** Draws one in a box of about 100 × 100 around (64, 64), in random colours, shape and pose. */
export function drawButterfly(defs: Definitions, random: Rng): string {
  const choice = random.pick(WINGS)
  const wings: Wings = {
    main: vary(choice.main, random, 1.4),
    second: vary(choice.second, random, 1.4),
    edge: vary(choice.edge, random),
    spot: vary(choice.spot, random),
  }
  return random.next() < 0.7 ? fromAbove(defs, random, wings) : fromTheSide(defs, random, wings)
}

function fromAbove(defs: Definitions, random: Rng, wings: Wings): string {
  const sweep = random.range(-9, 9)
  const fore = jitter(
    [
      [0, -4],
      [10, -24],
      [27, -39 + sweep * 0.4],
      [45, -41 + sweep],
      [47, -28 + sweep],
      [38, -10],
      [18, 2],
    ],
    random,
    2.6,
  )
  const tailed = random.next() < 0.3
  const hind = jitter(
    tailed
      ? [
          [0, 1],
          [18, 0],
          [34, 6],
          [36, 19],
          [29, 30],
          [27, 46],
          [22, 44],
          [19, 31],
          [8, 20],
        ]
      : [
          [0, 1],
          [18, 0],
          [34, 5],
          [39, 18],
          [31, 32],
          [18, 34],
          [7, 20],
        ],
    random,
    2,
  )
  const [front, back] = [pattern(random), pattern(random)]
  const one =
    wing(defs, hind, wings.second, wings, back) + wing(defs, fore, wings.main, wings, { ...front, eye: 0 })
  // Half-raised wings look narrower; seen a little from one side, one more than the other.
  const open = random.range(0.62, 1)
  const turn = random.range(-0.16, 0.16)
  const dark = darker(wings.edge, 0.02)
  const body =
    fill(limb([0, -6], 2.6, [0, 22], 1.4), defs.gradient([lighter(dark, 0.16), dark], 0)) +
    ellipse([0, -8], 3.2, 5.4, lighter(dark, 0.08)) +
    circle([0, -14.5], 2.6, dark)
  return group(
    group(one, { scale: [-(open - turn), 1] }) +
      group(one, { scale: [open + turn, 1] }) +
      feelers([0, -16], random.range(7, 13), dark, random.range(11, 16)) +
      body,
    { move: [64, 64], turn: random.range(-75, 75), scale: random.range(0.98, 1.12) },
  )
}

function fromTheSide(defs: Definitions, random: Rng, wings: Wings): string {
  const raise = random.range(-5, 5)
  const fore = jitter(
    [
      [0, 0],
      [-9, -20],
      [-7 + raise, -42],
      [8 + raise, -54],
      [21 + raise, -47],
      [22, -26],
      [12, -6],
    ],
    random,
    2,
  )
  const hind = jitter(
    [
      [0, 0],
      [12, -12],
      [29, -22],
      [42, -12],
      [41, 4],
      [26, 12],
      [8, 7],
    ],
    random,
    2,
  )
  const [front, back] = [pattern(random), pattern(random)]
  const behind = group(
    wing(defs, fore, darker(wings.main, 0.14), { ...wings, spot: darker(wings.spot, 0.15) }, front),
    { turn: random.range(-20, -9) },
  )
  const dark = darker(wings.edge, 0.02)
  const legs = [-7, -2, 4]
    .map((x) =>
      line(
        curve([
          [x, 6],
          [x - 3, 11],
          [x - 1, 17],
        ]),
        dark,
        0.9,
      ),
    )
    .join('')
  const body =
    fill(limb([-12, 4], 3, [20, 9], 1.5), lighter(dark, 0.1)) +
    ellipse([-6, 3.4], 6, 3.8, lighter(dark, 0.05)) +
    circle([-15, 1.6], 3, dark)
  const bloom: Colour = [
    random.pick([330, 275, 15, 50, 345, 210]),
    random.range(0.5, 0.85),
    random.range(0.58, 0.8),
  ]
  const stem = line(
    curve([
      [2, 22],
      [random.range(-6, 10), 50],
      [random.range(-10, 14), 84],
    ]),
    [random.range(90, 140), 0.4, 0.36],
    2.4,
  )
  return group(
    stem +
      group(flower(random, [0, 22], random.range(13, 18), bloom), { scale: [1.25, 0.62], about: [0, 22] }) +
      group(
        behind +
          legs +
          wing(defs, hind, wings.second, wings, back) +
          wing(defs, fore, wings.main, wings, { ...front, eye: 0 }) +
          body +
          line(
            curve([
              [-16, 0],
              [-24, -8],
              [-31, -10 + raise],
            ]),
            dark,
            0.9,
          ) +
          circle([-31, -10 + raise], 1.3, dark) +
          line(
            curve([
              [-15, -1],
              [-20, -11],
              [-25, -17 + raise],
            ]),
            dark,
            0.9,
          ) +
          circle([-25, -17 + raise], 1.3, dark),
        { turn: random.range(-16, 22) },
      ),
    { move: [60, 76], scale: random.range(0.98, 1.12) },
  )
}
