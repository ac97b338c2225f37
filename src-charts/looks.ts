// How a run (or a class) looks wherever it is drawn: letter, colour, dash, symbol and hatching by its place, so that it
// is known without colour too. The first six differ in each of these, the first twelve in symbols filled and hollow.
import { type ChartTheme } from './theme'

/** A, B, … Z, AA, AB, …: the sign of the run at a place. */
export function letterOf(place: number): string {
  const rest = Math.floor(place / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (place % 26))
}

/** Dash and gap in pixels; empty is a solid line. */
export const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [14, 4], [5, 5]]

/** Symbols of ECharts, filled: round, square, upright, diamond, upside down, cross. */
export const symbols: readonly string[] = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'path://M0,0L10,0L5,9Z',
  'path://M3,0L7,0L7,3L10,3L10,7L7,7L7,10L3,10L3,7L0,7L0,3L3,3Z',
]

export interface Decal {
  symbol: string
  symbolSize?: number
  dashArrayX: number[] | number[][]
  dashArrayY: number[]
  rotation?: number
  color: string
}

/** Hatchings of bars; null is a plain area. */
function decalAt(at: number, color: string): Decal | null {
  const stripes = (rotation: number, gap: number): Decal => ({
    symbol: 'rect',
    // A tile as wide as this stays sharp when it is turned.
    dashArrayX: [8, 0],
    dashArrayY: [1.5, gap],
    rotation,
    color,
  })
  const all: (Decal | null)[] = [
    null,
    stripes(-Math.PI / 4, 5),
    {
      symbol: 'circle',
      symbolSize: 0.9,
      dashArrayX: [
        [5, 5],
        [0, 5, 5, 0],
      ],
      dashArrayY: [5, 0],
      color,
    },
    stripes(0, 4),
    stripes(Math.PI / 4, 3),
    stripes(Math.PI / 2, 5),
  ]
  return all[at % all.length]!
}

export interface Look {
  letter: string
  color: string
  dash: readonly number[]
  symbol: string
  /** The symbol is drawn as an outline. */
  hollow: boolean
  decal: Decal | null
}

/** How a symbol is filled: a hollow one is an outline. */
export const fillOf = ({ color, hollow }: Pick<Look, 'color' | 'hollow'>, { surface }: ChartTheme) =>
  hollow
    ? { color: surface, borderColor: color, borderWidth: 1.75 }
    : { color, borderColor: surface, borderWidth: 1 }

export function lookOf(place: number, theme: ChartTheme): Look {
  const round = Math.floor(place / 6)
  return {
    letter: letterOf(place),
    color: theme.runs[place % theme.runs.length]!,
    dash: dashes[place % dashes.length]!,
    symbol: symbols[(place + Math.floor(round / 2)) % symbols.length]!,
    hollow: round % 2 === 1,
    decal: decalAt(place + round, theme.surface),
  }
}
