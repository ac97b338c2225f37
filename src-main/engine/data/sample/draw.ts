// One picture of the built-in sample: an animal in a place, decided by seed, animal and number alone.
import { rng, type Rng } from '../../rng'
import { drawPlace, SIDE } from './background'
import { drawButterfly } from './butterfly'
import { drawCat } from './cat'
import { drawHorse } from './horse'
import { Definitions, ellipse, group } from './svg'

/** Side of the pictures in pixels. */
export const SAMPLE_SIDE = SIDE

const DRAWINGS = { butterfly: drawButterfly, cat: drawCat, horse: drawHorse } as const
export type Animal = keyof typeof DRAWINGS
export const ANIMALS = Object.keys(DRAWINGS) as Animal[]

/** How each animal may lie in the picture: cats and horses stand on the ground, butterflies fly. */
const POSES: Record<Animal, { turn: number; scale: [number, number]; shadow: number | null }> = {
  butterfly: { turn: 0, scale: [0.62, 1.02], shadow: null },
  cat: { turn: 7, scale: [0.72, 1.08], shadow: 107 },
  horse: { turn: 6, scale: [0.8, 1.16], shadow: 100 },
}

/** @returns an SVG document */
export function drawAnimal(animal: Animal, seed: number, number: number): string {
  const random = rng(seed, `${animal} ${number}`)
  const defs = new Definitions()
  const place = drawPlace(defs, random)
  const figure = place.behind + placed(defs, random, animal) + place.before
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">` +
    `${defs.toString()}${figure}</svg>`
  )
}

function placed(defs: Definitions, random: Rng, animal: Animal): string {
  const { turn, scale, shadow } = POSES[animal]
  const size = random.range(...scale)
  const mirrored = random.next() < 0.5 ? -1 : 1
  const drawing = DRAWINGS[animal](defs, random)
  const ground =
    shadow === null ? '' : ellipse([62, shadow], 34, 4.5, '#000000', { opacity: 0.22, filter: defs.blur(2) })
  // The smaller it is, the more room there is to be somewhere else.
  const room = (1.1 - size) * 38 + 4
  return group(ground + drawing, {
    move: [random.range(-room, room), random.range(-room, room) * 0.6],
    turn: random.range(-turn, turn),
    scale: [mirrored * size, size],
    about: [64, 66],
  })
}
