// A cat: sitting, walking or lying. Faces right where it has a side.
import { type Rng } from '../../rng'
import { darker, lighter, vary, type Colour } from './colour'
import {
  along,
  circle,
  curve,
  ellipse,
  fill,
  group,
  limb,
  line,
  outline,
  type Definitions,
  type Point,
} from './svg'

interface Fur {
  base: Colour
  mark: Colour
  kind: 'plain' | 'tabby' | 'patches' | 'points'
}

const FURS: readonly Fur[] = [
  { base: [28, 0.75, 0.58], mark: [20, 0.7, 0.42], kind: 'tabby' },
  { base: [30, 0.12, 0.52], mark: [28, 0.15, 0.28], kind: 'tabby' },
  { base: [32, 0.35, 0.45], mark: [26, 0.4, 0.24], kind: 'tabby' },
  { base: [215, 0.1, 0.5], mark: [215, 0.12, 0.4], kind: 'plain' },
  { base: [240, 0.08, 0.17], mark: [240, 0.08, 0.28], kind: 'plain' },
  { base: [40, 0.3, 0.92], mark: [35, 0.25, 0.82], kind: 'plain' },
  { base: [38, 0.3, 0.92], mark: [24, 0.65, 0.46], kind: 'patches' },
  { base: [40, 0.15, 0.93], mark: [240, 0.08, 0.2], kind: 'patches' },
  { base: [38, 0.4, 0.84], mark: [25, 0.3, 0.24], kind: 'points' },
]

const WHITE: Colour = [40, 0.25, 0.95]

interface Cat {
  fur: Fur
  base: Colour
  mark: Colour
  /** White paws and chest. */
  white: boolean
  eye: Colour
  sleepy: boolean
}

/** Draws one in a box of about 100 × 100 around (64, 64), in a random pose and fur. */
export function drawCat(defs: Definitions, random: Rng): string {
  const fur = random.pick(FURS)
  const cat: Cat = {
    fur,
    base: vary(fur.base, random),
    mark: vary(fur.mark, random),
    white: random.next() < 0.4,
    eye: random.pick<Colour>([
      [75, 0.6, 0.5],
      [48, 0.85, 0.52],
      [200, 0.6, 0.6],
      [130, 0.4, 0.48],
    ]),
    sleepy: random.next() < 0.2,
  }
  return random.pick([sitting, sitting, walking, lying])(defs, random, cat)
}

function coat(
  defs: Definitions,
  random: Rng,
  { fur, base, mark }: Cat,
  shape: string,
  [x0, y0]: Point,
  [x1, y1]: Point,
): string {
  let drawn = fill(shape, defs.gradient([lighter(base, 0.05), darker(base, 0.06)]))
  const clip = defs.clip(shape)
  let marks = ''
  if (fur.kind === 'tabby')
    for (let x = x0 + 4; x < x1; x += random.range(6, 9)) {
      const bend = random.range(-3, 3)
      marks += line(
        curve([
          [x, y0 - 2],
          [x + bend, y0 + (y1 - y0) * 0.22],
          [x + bend * 1.6, y0 + (y1 - y0) * random.range(0.36, 0.52)],
        ]),
        mark,
        random.range(1.8, 3),
      )
    }
  if (fur.kind === 'patches')
    for (let i = 0; i < 4; i++)
      marks += ellipse(
        [random.range(x0, x1), random.range(y0, y1)],
        random.range(6, 13),
        random.range(6, 12),
        mark,
      )
  if (marks) drawn += group(marks, { clip, opacity: 0.9 })
  return drawn
}

const tailColour = ({ fur, base, mark }: Cat): Colour =>
  fur.kind === 'points' || fur.kind === 'patches' ? mark : base

function tail(points: readonly Point[], cat: Cat, width = 7): string {
  const colour = tailColour(cat)
  let drawn = line(curve(points), darker(colour, 0.07), width + 1) + line(curve(points), colour, width)
  if (cat.fur.kind === 'tabby') {
    const tip = points.slice(-2)
    drawn += line(curve(tip), cat.mark, width)
  }
  return drawn
}

function paw(at: Point, { white, fur, base, mark }: Cat, rx = 5.4): string {
  const colour = white ? WHITE : fur.kind === 'points' ? mark : lighter(base, 0.04)
  const toes = [-1, 0.9]
    .map((x) => line(`M${at[0] + x * rx * 0.33} ${at[1] + 0.4}v2`, darker(colour, 0.2), 0.6))
    .join('')
  return ellipse(at, rx, 3.6, colour) + toes
}

const sitting = (defs: Definitions, random: Rng, cat: Cat): string => {
  const side = random.pick([-1, 1])
  const reach = random.range(0.7, 1.15)
  const swing = (x: number): number => 64 + side * x * reach
  const lean = random.range(-3, 3)
  const body = outline([
    [64 + lean, 50],
    [77 + lean, 58],
    [83, 76],
    [87, 92],
    [83, 105],
    [64, 108],
    [45, 105],
    [41, 92],
    [45, 76],
    [51 + lean, 58],
  ])
  const legs = [-1, 1]
    .map((s) =>
      fill(
        limb([64 + s * 6.5 + lean * 0.5, 76], 5.6, [64 + s * 7, 103], 4.6),
        cat.white ? lighter(cat.base, 0.03) : cat.base,
        { stroke: darker(cat.base, 0.07), width: 0.7 },
      ),
    )
    .join('')
  return (
    tail(
      [
        [swing(16), 101],
        [swing(32), 102],
        [swing(41), random.range(84, 94)],
        [swing(random.range(33, 42)), random.range(66, 76)],
      ],
      cat,
    ) +
    coat(defs, random, cat, body, [44, 56], [84, 104]) +
    (cat.white
      ? fill(
          outline([
            [64 + lean, 54],
            [73 + lean, 64],
            [70, 84],
            [64, 92],
            [58, 84],
            [55 + lean, 64],
          ]),
          WHITE,
        )
      : '') +
    legs +
    [-1, 1].map((s) => paw([64 + s * 18, 105], cat, 7)).join('') +
    [-1, 1].map((s) => paw([64 + s * 7, 105.5], cat)).join('') +
    face(
      defs,
      random,
      cat,
      [64 + lean * 1.4, 40],
      random.range(0.95, 1.08),
      random.range(-13, 13),
      random.range(-2.5, 2.5),
    )
  )
}

const walking = (defs: Definitions, random: Rng, cat: Cat): string => {
  const step = random.range(-9, 9)
  const body = outline([
    [25, 72],
    [30, 62],
    [44, 59],
    [62, 61],
    [78, 58],
    [90, 62],
    [94, 74],
    [86, 84],
    [66, 86],
    [44, 85],
    [30, 84],
  ])
  const pawn = (x: number, swing: number, colour: Colour) => {
    const foot: Point = [x + swing, 105]
    return fill(limb([x, 78], 6, foot, 3.4), colour) + paw([foot[0] + 2, 105.6], cat, 4.6)
  }
  const far = darker(cat.fur.kind === 'points' ? cat.mark : cat.base, 0.09)
  const near = cat.fur.kind === 'points' ? cat.mark : cat.base
  const lift = random.range(0, 1)
  const tailPoints: Point[] =
    lift > 0.35
      ? [
          [29, 68],
          [19, 60],
          [15, 44],
          [20 + random.range(-4, 8), 28],
        ]
      : [
          [29, 68],
          [16, 70],
          [8, 80],
          [4, random.range(70, 92)],
        ]
  return (
    tail(tailPoints, cat, 6) +
    pawn(40, -step, far) +
    pawn(84, step, far) +
    coat(defs, random, cat, body, [28, 58], [92, 86]) +
    pawn(34, step, near) +
    pawn(78, -step, near) +
    face(
      defs,
      random,
      cat,
      [95, 52 + random.range(-4, 6)],
      random.range(0.7, 0.8),
      random.range(-10, 10),
      random.range(0, 3),
    )
  )
}

const lying = (defs: Definitions, random: Rng, cat: Cat): string => {
  const back = random.range(58, 68)
  const body = outline([
    [18, 92],
    [24, 76],
    [42, back],
    [66, back + 2],
    [90, 72],
    [104, 86],
    [103, 99],
    [86, 104],
    [44, 105],
    [24, 103],
  ])
  return (
    coat(defs, random, cat, body, [24, back], [100, 104]) +
    fill(
      outline([
        [24, 98],
        [28, 82],
        [42, 80],
        [50, 92],
        [46, 104],
        [30, 105],
      ]),
      cat.base,
      { stroke: darker(cat.base, 0.07), width: 0.7 },
    ) +
    tail(
      [
        [24, 99],
        [30, 107],
        [46, 108],
        [random.range(58, 74), random.range(103, 108)],
      ],
      cat,
      6,
    ) +
    paw([100, 103], cat, 7) +
    paw([88, 104.5], cat, 7) +
    face(
      defs,
      random,
      cat,
      [88, 66 + random.range(-3, 6)],
      random.range(0.82, 0.94),
      random.range(-16, 16),
      random.range(-2, 3),
    )
  )
}

/** The head from the front. @param gaze how far it looks to the right */
function face(
  defs: Definitions,
  random: Rng,
  cat: Cat,
  at: Point,
  scale: number,
  tilt: number,
  gaze: number,
): string {
  const { base, mark, fur } = cat
  const x = gaze
  const pointed = fur.kind === 'points'
  const skull = outline([
    [0, -17],
    [13, -14.5],
    [21, -3],
    [18.5, 9],
    [8, 16],
    [0, 17],
    [-8, 16],
    [-18.5, 9],
    [-21, -3],
    [-13, -14.5],
  ])
  const earColour = pointed ? mark : base
  const ear = (s: number) =>
    fill(
      outline(
        [
          [s * 20, -4],
          [s * 20.5, -30],
          [s * 4.5, -15.5],
        ],
        0.35,
      ),
      earColour,
      { stroke: darker(earColour, 0.06), width: 0.6 },
    ) +
    fill(
      outline(
        [
          [s * 17.4, -9],
          [s * 18.2, -24],
          [s * 8.6, -15],
        ],
        0.35,
      ),
      [8, 0.4, pointed ? 0.4 : 0.72],
    )
  const patch =
    fur.kind === 'patches'
      ? ellipse([random.pick([-11, 11]), -9], 12, 13, mark, { clip: defs.clip(skull) })
      : ''
  const mask = pointed ? ellipse([x, 6], 11, 10, mark, { opacity: 0.85 }) : ''
  const stripes =
    fur.kind === 'tabby'
      ? [-5, 0, 5].map((s) => line(`M${s} -16.5L${s * 0.7 + x * 0.3} -9.5`, mark, 1.8)).join('') +
        [-1, 1].map((s) => line(`M${s * 20} 1L${s * 14} 3M${s * 19} 6L${s * 14} 6.6`, mark, 1.4)).join('')
      : ''
  const muzzle =
    ellipse([x - 4, 9.4], 5, 4.2, cat.white || !pointed ? lighter(base, 0.16) : mark) +
    ellipse([x + 4, 9.4], 5, 4.2, cat.white || !pointed ? lighter(base, 0.16) : mark)
  const eyes = [-1, 1]
    .map((s) => {
      const centre: Point = [s * 8.4 + x, -1]
      if (cat.sleepy)
        return line(`M${centre[0] - 4} -1Q${centre[0]} 3.4 ${centre[0] + 4} -1`, darker(base, 0.45), 1.4)
      return (
        ellipse(centre, 4.4, 4.6, [30, 0.2, 0.1]) +
        ellipse(centre, 3.9, 4.1, cat.eye) +
        ellipse([centre[0] + x * 0.3, -1], 1.5, 3.5, [240, 0.2, 0.07]) +
        circle([centre[0] + 1.3, -2.6], 1, '#ffffff')
      )
    })
    .join('')
  const whiskers = [-1, 1]
    .map((s) =>
      [-1, 0, 1]
        .map((k) =>
          line(
            `M${x + s * 7} ${9 + k * 1.6}L${along([x + s * 7, 9 + k * 1.6], s > 0 ? k * 9 : 180 - k * 9, 17).join(' ')}`,
            '#ffffff',
            0.5,
            { opacity: 0.8 },
          ),
        )
        .join(''),
    )
    .join('')
  const nose = fill(
    outline(
      [
        [x - 2.4, 4.6],
        [x + 2.4, 4.6],
        [x, 7.6],
      ],
      0.5,
    ),
    [350, 0.5, pointed ? 0.35 : 0.66],
  )
  const mouth = line(
    `M${x} 7.4v2M${x - 4} 10.6Q${x - 1.6} 12.8 ${x} 9.6Q${x + 1.6} 12.8 ${x + 4} 10.6`,
    darker(base, 0.4),
    0.8,
  )
  return group(
    ear(-1) +
      ear(1) +
      fill(skull, defs.gradient([lighter(base, 0.04), darker(base, 0.04)])) +
      patch +
      mask +
      stripes +
      muzzle +
      eyes +
      nose +
      mouth +
      whiskers,
    { move: at, turn: tilt, scale },
  )
}
