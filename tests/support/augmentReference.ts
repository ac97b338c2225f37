// What augmentation means, written as loops over pixels in double precision, for tests of the tensor operations. It is
// given the random numbers that the step draws; everything else is its own.
import type { Augmentation } from '../../src-main/contract'
import { salt } from '../../src-main/engine/training/augment/draws'
import { betaQuantile } from '../../src-main/engine/training/augment/beta'

/** Row-major RGB of a square picture. */
type Picture = number[]
/** The uniform number that a picture draws for a use. */
export type Draw = (salt: number, picture: number) => number

const clip = (v: number, low = 0, high = 255) => Math.min(high, Math.max(low, v))
/** Round half to even, as TensorFlow does. */
const round = (v: number) => (Math.abs(v % 1) === 0.5 ? 2 * Math.round(v / 2) : Math.round(v))
const grey = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b

/** The value at a place between pixels; outside is the mirror image. */
function sample(picture: Picture, size: number, x: number, y: number, channel: number): number {
  const mirror = (at: number) => {
    const period = 2 * size
    const within = ((at % period) + period) % period
    return clip(within >= size ? period - 1 - within : within, 0, size - 1)
  }
  const [u, v] = [mirror(x), mirror(y)]
  const [left, top] = [Math.floor(u), Math.floor(v)]
  const at = (row: number, column: number) =>
    picture[(Math.min(row, size - 1) * size + Math.min(column, size - 1)) * 3 + channel]!
  const [fx, fy] = [u - left, v - top]
  const upper = at(top, left) * (1 - fx) + at(top, left + 1) * fx
  const lower = at(top + 1, left) * (1 - fx) + at(top + 1, left + 1) * fx
  return upper * (1 - fy) + lower * fy
}

type Move = (x: number, y: number) => [number, number]

/** From a pixel of the result to a place in the source, seen from the centre of the picture. */
function plainMove(o: Augmentation, size: number, u: (salt: number) => number): Move {
  const signed = (of: number) => 2 * u(of) - 1
  const angle = (signed(salt.rotation) * o.rotation * Math.PI) / 180
  const scale = 1 / (1 + o.zoom * signed(salt.zoom))
  const mirror = o.flip ? (u(salt.flip) < 0.5 ? 1 : -1) : 1
  const shift = (of: number) => round(signed(of) * o.shift * size)
  return (x, y) => [
    scale * Math.cos(angle) * mirror * x - scale * Math.sin(angle) * y + shift(salt.shiftX),
    scale * Math.sin(angle) * mirror * x + scale * Math.cos(angle) * y + shift(salt.shiftY),
  ]
}

interface Change {
  kind: number
  sign: number
}

function randMove({ kind, sign }: Change, magnitude: number, size: number): Move {
  const angle = (sign * 3 * magnitude * Math.PI) / 180
  const shear = sign * 0.03 * magnitude
  const shift = sign * Math.round(0.045 * magnitude * size)
  const moves: Record<number, Move> = {
    2: (x, y) => [Math.cos(angle) * x - Math.sin(angle) * y, Math.sin(angle) * x + Math.cos(angle) * y],
    8: (x, y) => [x + shear * y, y],
    9: (x, y) => [x, y + shear * x],
    10: (x, y) => [x + shift, y],
    11: (x, y) => [x, y + shift],
  }
  return moves[kind] ?? ((x, y) => [x, y])
}

function move(picture: Picture, size: number, moves: readonly Move[]): Picture {
  const centre = (size - 1) / 2
  return picture.map((_, i) => {
    const [column, row] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size)]
    // The last move made decides first where a pixel of the result comes from.
    const [x, y] = moves.reduceRight<[number, number]>(
      (at, one) => one(...at),
      [column - centre, row - centre],
    )
    return sample(picture, size, x + centre, y + centre, i % 3)
  })
}

const pixels = (picture: Picture, change: (rgb: [number, number, number]) => number[]): Picture =>
  Array.from({ length: picture.length / 3 }, (_, i) =>
    change([picture[3 * i]!, picture[3 * i + 1]!, picture[3 * i + 2]!]),
  ).flat()

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length

/** To YIQ, a turn there, and back by solving the three equations. */
function turnHue([r, g, b]: [number, number, number], angle: number): number[] {
  const y = grey(r, g, b)
  const [i, q] = [0.595716 * r - 0.274453 * g - 0.321263 * b, 0.211456 * r - 0.522591 * g + 0.311135 * b]
  const [turnedI, turnedQ] = [
    Math.cos(angle) * i - Math.sin(angle) * q,
    Math.sin(angle) * i + Math.cos(angle) * q,
  ]
  const matrix = [
    [0.299, 0.587, 0.114],
    [0.595716, -0.274453, -0.321263],
    [0.211456, -0.522591, 0.311135],
  ]
  const det = ([a, d, g]: number[][]) =>
    a![0]! * (d![1]! * g![2]! - d![2]! * g![1]!) -
    a![1]! * (d![0]! * g![2]! - d![2]! * g![0]!) +
    a![2]! * (d![0]! * g![1]! - d![1]! * g![0]!)
  const right = [y, turnedI, turnedQ]
  return [0, 1, 2].map(
    (column) =>
      det(matrix.map((row, at) => row.map((v, c) => (c === column ? right[at]! : v)))) / det(matrix),
  )
}

function colours(picture: Picture, o: Augmentation, u: (salt: number) => number): Picture {
  const signed = (of: number) => 2 * u(of) - 1
  const angle = 2 * Math.PI * o.hue * signed(salt.hue)
  const saturation = 1 + o.saturation * signed(salt.saturation)
  let out = pixels(picture, (rgb) => {
    const turned = turnHue(rgb, angle)
    const y = grey(...rgb)
    return turned.map((v) => y + saturation * (v - y))
  })
  const middle = mean(out)
  const contrast = 1 + o.contrast * signed(salt.contrast)
  const brightness = 255 * o.brightness * signed(salt.brightness)
  out = out.map((v) => middle + contrast * (v - middle) + brightness)
  return out.map((v) => clip(v))
}

function randColour(picture: Picture, { kind, sign }: Change, magnitude: number): Picture {
  const factor = 1 + sign * 0.09 * magnitude
  const blend = (base: (rgb: [number, number, number]) => number) =>
    pixels(picture, (rgb) => rgb.map((v) => clip(base(rgb) + factor * (v - base(rgb)))))
  if (kind === 1) {
    const channels = [0, 1, 2].map((c) => picture.filter((_, i) => i % 3 === c))
    const [low, high] = [channels.map((v) => Math.min(...v)), channels.map((v) => Math.max(...v))]
    return picture.map((v, i) => {
      const range = high[i % 3]! - low[i % 3]!
      return range > 0 ? ((v - low[i % 3]!) * 255) / range : v
    })
  }
  if (kind === 3) return picture.map((v) => (v >= 256 - 25.6 * magnitude ? 255 - v : v))
  if (kind === 4) return blend((rgb) => grey(...rgb))
  if (kind === 5) {
    const step = 2 ** Math.round(0.4 * magnitude)
    return picture.map((v) => Math.floor(v / step) * step)
  }
  if (kind === 6) {
    const middle = mean(Array.from({ length: picture.length / 3 }, (_, i) => grey(picture[3 * i]!, picture[3 * i + 1]!, picture[3 * i + 2]!))) // prettier-ignore
    return blend(() => middle)
  }
  if (kind === 7) return blend(() => 0)
  return picture
}

function erased(picture: Picture, size: number, o: Augmentation, u: (salt: number) => number): Picture {
  if (u(salt.erase) >= o.erasing) return picture
  const share = 0.02 + 0.31 * u(salt.eraseArea)
  const aspect = Math.exp((2 * u(salt.eraseAspect) - 1) * Math.log(1 / 0.3))
  const height = clip(round(size * Math.sqrt(share * aspect)), 1, size)
  const width = clip(round(size * Math.sqrt(share / aspect)), 1, size)
  const top = Math.floor(u(salt.eraseY) * (size - height + 1))
  const left = Math.floor(u(salt.eraseX) * (size - width + 1))
  const means = [0, 1, 2].map((c) => mean(picture.filter((_, i) => i % 3 === c)))
  return picture.map((v, i) => {
    const [x, y] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size)]
    const inside = y >= top && y < top + height && x >= left && x < left + width
    return inside ? means[i % 3]! : v
  })
}

/** Mixes each picture with the next one. */
function mixed(batch: readonly Picture[], size: number, o: Augmentation, draw: Draw) {
  const shares: number[] = []
  const pictures = batch.map((own, n) => {
    const other = batch[(n + 1) % batch.length]!
    const u = (of: number) => draw(of, n)
    const cut = o.cutMix > 0 && (o.mixUp === 0 || u(salt.mixOrCut) < 0.5)
    if (!cut) {
      const share = betaQuantile(u(salt.mixUp), o.mixUp)
      shares.push(share)
      return own.map((v, i) => share * v + (1 - share) * other[i]!)
    }
    const half = (size * Math.sqrt(1 - betaQuantile(u(salt.cutMix), o.cutMix))) / 2
    const edges = (of: number) =>
      [u(of) * size - half, u(of) * size + half].map((at) => clip(round(at), 0, size)) as [number, number]
    const [[top, bottom], [left, right]] = [edges(salt.cutY), edges(salt.cutX)]
    shares.push(1 - ((bottom - top) * (right - left)) / size ** 2)
    return own.map((v, i) => {
      const [x, y] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size)]
      return y >= top && y < bottom && x >= left && x < right ? other[i]! : v
    })
  })
  return { pictures, shares }
}

/** Augments a batch. `shares` is null where nothing is mixed. */
export function augmentReference(
  batch: readonly Picture[],
  size: number,
  o: Augmentation,
  draw: Draw,
): { pictures: Picture[]; shares: number[] | null } {
  const pictures = batch.map((picture, n) => {
    const u = (of: number) => draw(of, n)
    const changes: Change[] =
      o.randAugment === 0
        ? []
        : [0, 8].map((further) => ({
            kind: Math.floor(12 * u(salt.randKind + further)),
            sign: u(salt.randSign + further) < 0.5 ? 1 : -1,
          }))
    const moves = [plainMove(o, size, u), ...changes.map((change) => randMove(change, o.randAugment, size))]
    let out = move(picture, size, moves)
    // Only where it is asked for: values that rounding moves by a hair would land on another step of posterize.
    if (o.hue + o.saturation + o.contrast + o.brightness > 0) out = colours(out, o, u)
    for (const change of changes) out = randColour(out, change, o.randAugment)
    return erased(out, size, o, u)
  })
  if (o.mixUp === 0 && o.cutMix === 0) return { pictures, shares: null }
  return mixed(pictures, size, o, draw)
}
