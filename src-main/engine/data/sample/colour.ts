// Colours of the drawings: hue in degrees, saturation and lightness in 0…1.
import { type Rng } from '../../rng'

export type Colour = readonly [hue: number, saturation: number, lightness: number]

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** `#rrggbb`, by the formula of CSS Color 4. */
export function css([hue, saturation, lightness]: Colour): string {
  const channel = (n: number): string => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12
    const a = clamp(saturation) * Math.min(clamp(lightness), 1 - clamp(lightness))
    const value = clamp(lightness) - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

/** Lighter by `by` (negative: darker). */
export const lighter = ([h, s, l]: Colour, by: number): Colour => [h, s, clamp(l + by)]
export const darker = (colour: Colour, by: number): Colour => lighter(colour, -by)

/** The same colour, a little different. */
export const vary = ([h, s, l]: Colour, random: Rng, amount = 1): Colour => [
  h + random.range(-8, 8) * amount,
  clamp(s + random.range(-0.07, 0.07) * amount),
  clamp(l + random.range(-0.05, 0.05) * amount),
]
