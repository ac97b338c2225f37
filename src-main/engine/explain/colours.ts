// The colours of heat: from dark violet over red-orange to pale yellow, evenly lighter all the way, so that more heat
// looks like more to everyone, also to those who do not tell red from green, and in grey. Laid out in OKLab
// (Björn Ottosson, 2020, bottosson.github.io/posts/oklab), where equal steps look equal.

/** Lightness, chroma and hue (degrees) at the cold and at the hot end. The hue turns through red. */
const cold = { lightness: 0.3, chroma: 0.13, hue: -60 }
const hot = { lightness: 0.95, chroma: 0.13, hue: 105 }

const mix = (a: number, b: number, t: number): number => a + (b - a) * t

/** sRGB, 0 to 255 (not rounded, may lie outside), of a colour in OKLab. */
function rgbOf(lightness: number, a: number, b: number): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const gamma = (v: number) => 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const isShown = (rgb: readonly number[]): boolean => rgb.every((v) => v >= -0.5 && v <= 255.5)

/** @param heat 0…1 @returns sRGB, 0 to 255: the wanted hue and lightness, as colourful as a screen can show it */
export function heatColour(heat: number): [number, number, number] {
  const lightness = mix(cold.lightness, hot.lightness, heat)
  const angle = (mix(cold.hue, hot.hue, heat) * Math.PI) / 180
  // More colour in the middle, where screens have it.
  let chroma = mix(cold.chroma, hot.chroma, heat) + 0.08 * Math.sin(Math.PI * heat)
  let rgb = rgbOf(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle))
  while (!isShown(rgb) && chroma > 0) {
    chroma = Math.max(0, chroma - 0.002)
    rgb = rgbOf(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle))
  }
  return rgb.map((v) => Math.max(0, Math.min(255, Math.round(v)))) as [number, number, number]
}

/** How much of the picture heat covers: nothing where there is none, four fifths where it is most. */
export const heatAlpha = (heat: number): number => Math.round(204 * heat)

/**
 * The heat as pixels to lay over a picture.
 * @param heat 0…1
 * @returns RGBA, 8 bits, four for each of `heat`
 */
export function heatPixels(heat: ArrayLike<number>): Uint8Array {
  const table = Array.from({ length: 256 }, (_, i) => [...heatColour(i / 255), heatAlpha(i / 255)])
  const pixels = new Uint8Array(4 * heat.length)
  for (let i = 0; i < heat.length; i++) pixels.set(table[Math.round(255 * heat[i]!)]!, 4 * i)
  return pixels
}
