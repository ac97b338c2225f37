// Where the animals are. Every animal meets every place, so that no background gives a class away.
import { type Rng } from '../../rng'
import { darker, lighter, vary, type Colour } from './colour'
import {
  circle,
  curve,
  ellipse,
  fill,
  group,
  limb,
  line,
  outline,
  polygon,
  type Definitions,
  type Point,
} from './svg'

const SIDE = 128

/** What is behind the animal, and what partly covers it. */
export interface Place {
  behind: string
  before: string
}

type Draw = (defs: Definitions, random: Rng) => Place

const whole = 'M-8 -8H136V136H-8Z'

function hill(random: Rng, y: number, swing: number): string {
  const points: Point[] = [-10, 22, 54, 86, 118, 138].map((x) => [x, y + random.range(-swing, swing)])
  return `${curve(points)}L138 138L-10 138Z`
}

function cloud(random: Rng, at: Point, size: number): string {
  return [0, 1, 2, 3]
    .map((i) =>
      ellipse([at[0] + (i - 1.5) * size * 0.7, at[1] + random.range(-2, 2)], size, size * 0.62, '#ffffff'),
    )
    .join('')
}

export function flower(random: Rng, at: Point, size: number, colour: Colour): string {
  const petals = random.pick([5, 6, 8])
  const turn = random.range(0, 360)
  let drawn = ''
  for (let i = 0; i < petals; i++)
    drawn += group(
      ellipse([at[0], at[1] - size * 0.62], size * 0.34, size * 0.5, vary(colour, random, 0.4)),
      {
        turn: turn + (360 / petals) * i,
        about: at,
      },
    )
  return drawn + circle(at, size * 0.3, [random.range(38, 52), 0.9, 0.55])
}

const flowerColour = (random: Rng): Colour => [
  random.pick([0, 18, 45, 205, 265, 290, 325, 345]) + random.range(-8, 8),
  random.range(0.5, 0.9),
  random.range(0.55, 0.82),
]

function grass(random: Rng, colour: Colour, blades: number, height: number): string {
  let drawn = ''
  for (let i = 0; i < blades; i++) {
    const x = random.range(-4, 132)
    const h = height * random.range(0.5, 1.2)
    const lean = random.range(-7, 7)
    drawn += fill(
      `M${x - 1.6} 130Q${x + lean * 0.2} ${128 - h * 0.6} ${x + lean} ${128 - h}Q${x + lean * 0.3 + 1} ${128 - h * 0.5} ${x + 1.6} 130Z`,
      vary(colour, random),
    )
  }
  return drawn
}

function leaf(random: Rng, at: Point, length: number, turn: number, colour: Colour): string {
  const w = length * random.range(0.22, 0.34)
  const tip: Point = [at[0], at[1] - length]
  return group(
    fill(outline([at, [at[0] + w, at[1] - length * 0.45], tip, [at[0] - w, at[1] - length * 0.45]]), colour) +
      line(`M${at[0]} ${at[1]}L${tip[0]} ${tip[1]}`, lighter(colour, 0.12), length * 0.035),
    { turn, about: at },
  )
}

const meadow: Draw = (defs, random) => {
  const sky: Colour = random.pick<Colour>([
    [205, 0.7, 0.72],
    [195, 0.55, 0.8],
    [25, 0.8, 0.76],
    [265, 0.4, 0.74],
    [45, 0.75, 0.8],
  ])
  const green: Colour = [random.range(70, 140), random.range(0.35, 0.6), random.range(0.38, 0.56)]
  const horizon = random.range(56, 92)
  let behind = fill(whole, defs.gradient([darker(vary(sky, random), 0.08), lighter(sky, 0.14)]))
  if (random.next() < 0.5)
    behind += circle([random.range(12, 116), random.range(10, 36)], random.range(6, 12), [48, 0.95, 0.8], {
      opacity: 0.9,
    })
  for (let i = random.below(3); i > 0; i--)
    behind += group(cloud(random, [random.range(8, 120), random.range(8, 40)], random.range(5, 10)), {
      opacity: random.range(0.5, 0.9),
    })
  behind += fill(hill(random, horizon - 12, 7), vary([green[0] + 20, green[1] * 0.7, green[2] + 0.1], random))
  behind += fill(hill(random, horizon, 5), defs.gradient([lighter(green, 0.06), darker(green, 0.12)]))
  for (let i = random.below(7); i > 0; i--) {
    const y = random.range(horizon + 6, 122)
    behind += flower(random, [random.range(4, 124), y], 2 + (y - horizon) * 0.06, flowerColour(random))
  }
  return { behind, before: grass(random, darker(green, 0.06), random.below(34), random.range(6, 16)) }
}

const forest: Draw = (defs, random) => {
  const green: Colour = [random.range(85, 165), random.range(0.25, 0.5), random.range(0.2, 0.34)]
  const far = defs.blur(1.2)
  let trunks = ''
  for (let i = 3 + random.below(4); i > 0; i--) {
    const x = random.range(0, 128)
    const w = random.range(3, 9)
    trunks += fill(
      limb([x, -6], w * 0.7, [x + random.range(-5, 5), 112], w),
      vary([28, 0.3, random.range(0.22, 0.4)], random),
    )
  }
  let crowns = ''
  for (let i = 12 + random.below(12); i > 0; i--)
    crowns += circle(
      [random.range(-6, 134), random.range(-8, 44)],
      random.range(7, 18),
      lighter(vary(green, random, 1.6), random.range(-0.04, 0.16)),
      {
        opacity: 0.85,
      },
    )
  const behind =
    fill(whole, defs.gradient([lighter(green, 0.34), lighter(green, 0.12)])) +
    group(trunks + crowns, { filter: far }) +
    fill(hill(random, random.range(88, 104), 4), defs.gradient([lighter(green, 0.03), darker(green, 0.12)]))
  let before = ''
  for (let i = 2 + random.below(6); i > 0; i--)
    before += leaf(
      random,
      [random.range(0, 128), 132],
      random.range(12, 30),
      random.range(-50, 50),
      lighter(vary(green, random, 1.5), 0.08),
    )
  return { behind, before }
}

const bokeh: Draw = (defs, random) => {
  const base: Colour = [random.range(0, 360), random.range(0.2, 0.55), random.range(0.35, 0.75)]
  let lights = ''
  for (let i = 8 + random.below(10); i > 0; i--)
    lights += circle(
      [random.range(0, 128), random.range(0, 128)],
      random.range(5, 20),
      lighter([base[0] + random.range(-50, 50), base[1] + 0.1, base[2]], random.range(-0.15, 0.2)),
      { opacity: random.range(0.25, 0.6) },
    )
  const behind =
    fill(
      whole,
      defs.gradient(
        [lighter(base, 0.1), darker([base[0] + 25, base[1], base[2]], 0.12)],
        random.range(40, 140),
      ),
    ) + group(lights, { filter: defs.blur(2) })
  let before = ''
  const green: Colour = [random.range(80, 150), 0.4, 0.36]
  for (let i = random.below(4); i > 0; i--) {
    const at: Point = [random.range(0, 128), random.range(104, 126)]
    before +=
      line(curve([[at[0] + random.range(-4, 4), 132], at]), green, 1.6) +
      flower(random, at, random.range(5, 9), flowerColour(random))
  }
  return { behind, before }
}

const room: Draw = (defs, random) => {
  const wall: Colour = [random.range(0, 360), random.range(0.1, 0.4), random.range(0.6, 0.85)]
  const floor: Colour = [random.range(15, 40), random.range(0.25, 0.5), random.range(0.35, 0.6)]
  const edge = random.range(80, 100)
  let behind = fill(whole, defs.gradient([lighter(wall, 0.05), darker(wall, 0.05)]))
  if (random.next() < 0.5)
    for (let x = random.range(-4, 6); x < 130; x += random.pick([9, 13]))
      behind += line(`M${x} -4V${edge}`, lighter(wall, 0.06), 3)
  const [x, y] = [random.range(8, 84), random.range(8, 26)]
  if (random.next() < 0.6) {
    const frame = fill(`M${x} ${y}h36v40h-36Z`, '#ffffff')
    const view = fill(
      `M${x + 3} ${y + 3}h30v34h-30Z`,
      defs.gradient([
        [200, 0.7, 0.7],
        [random.range(60, 220), 0.5, 0.75],
      ]),
    )
    behind += frame + view + line(`M${x + 18} ${y}v40M${x} ${y + 20}h36`, '#ffffff', 2)
  }
  behind += fill(`M-8 ${edge}H136V136H-8Z`, defs.gradient([lighter(floor, 0.06), darker(floor, 0.08)]))
  for (let i = 0; i < 5; i++)
    behind += line(`M-8 ${edge + 3 + i * i * 2.2}H136`, darker(floor, 0.06), 0.8, { opacity: 0.6 })
  if (random.next() < 0.6)
    behind += ellipse(
      [random.range(44, 84), 114],
      random.range(36, 56),
      11,
      vary([random.range(0, 360), 0.45, 0.55], random),
      { opacity: 0.9 },
    )
  let before = ''
  if (random.next() < 0.5) {
    const px = random.pick([random.range(0, 16), random.range(112, 128)])
    for (let i = 0; i < 6; i++)
      before += leaf(
        random,
        [px, 116],
        random.range(18, 34),
        random.range(-60, 60),
        vary([120, 0.35, 0.38], random, 1.5),
      )
    before += fill(
      polygon([
        [px - 9, 112],
        [px + 9, 112],
        [px + 6, 130],
        [px - 6, 130],
      ]),
      vary([16, 0.5, 0.5], random),
    )
  }
  return { behind, before }
}

const dunes: Draw = (defs, random) => {
  const sand: Colour = [random.range(24, 48), random.range(0.35, 0.65), random.range(0.58, 0.76)]
  const sky: Colour = [
    random.pick([200, 215, 15, 330, 280]),
    random.range(0.35, 0.7),
    random.range(0.55, 0.8),
  ]
  const horizon = random.range(50, 84)
  let behind = fill(whole, defs.gradient([sky, lighter([sky[0] + 20, sky[1], sky[2]], 0.14)]))
  if (random.next() < 0.6) {
    const sea: Colour = [random.range(180, 215), 0.5, random.range(0.45, 0.62)]
    behind += fill(`M-8 ${horizon - 8}H136V136H-8Z`, defs.gradient([sea, lighter(sea, 0.14)]))
  } else behind += fill(hill(random, horizon - 8, 9), darker(sand, 0.08))
  behind += fill(hill(random, horizon + 4, 5), defs.gradient([lighter(sand, 0.08), darker(sand, 0.1)]))
  for (let i = random.below(7); i > 0; i--)
    behind += ellipse(
      [random.range(0, 128), random.range(horizon + 16, 126)],
      random.range(2, 6),
      random.range(1, 3),
      vary(darker(sand, 0.16), random),
    )
  const dry: Colour = [random.range(45, 95), 0.35, 0.42]
  return { behind, before: random.next() < 0.5 ? grass(random, dry, 4 + random.below(10), 18) : '' }
}

const snow: Draw = (defs, random) => {
  const sky: Colour = [random.range(190, 270), random.range(0.2, 0.5), random.range(0.42, 0.8)]
  const ground: Colour = [210, 0.3, 0.93]
  let behind = fill(whole, defs.gradient([sky, lighter(sky, 0.12)]))
  behind += fill(hill(random, random.range(58, 76), 9), [sky[0], 0.25, Math.min(0.85, sky[2] + 0.12)])
  for (let i = 2 + random.below(5); i > 0; i--) {
    const [x, y, h] = [random.range(0, 128), random.range(76, 90), random.range(18, 36)]
    const pine: Colour = vary([160, 0.25, 0.33], random, 1.5)
    for (let k = 0; k < 3; k++) {
      const top = y - h + k * h * 0.24
      behind += fill(
        polygon([
          [x, top],
          [x + h * (0.14 + k * 0.06), top + h * 0.4],
          [x - h * (0.14 + k * 0.06), top + h * 0.4],
        ]),
        pine,
      )
    }
  }
  behind += fill(
    hill(random, random.range(84, 96), 4),
    defs.gradient([lighter(ground, 0.05), darker(ground, 0.1)]),
  )
  let before = ''
  for (let i = random.below(40); i > 0; i--)
    before += circle([random.range(0, 128), random.range(0, 128)], random.range(0.5, 1.4), '#ffffff', {
      opacity: 0.85,
    })
  return { behind, before }
}

const PLACES: readonly Draw[] = [meadow, meadow, forest, bokeh, room, dunes, snow]

/** A random place. */
export function drawPlace(defs: Definitions, random: Rng): Place {
  return random.pick(PLACES)(defs, random)
}

export { SIDE }
