// How heat is drawn: smoothly, where it belongs, and in colours that rise evenly for every kind of eye.
import { expect, test } from 'vitest'
import { heatAlpha, heatColour, heatPixels } from './colours'
import { evenCentres, smooth } from './resize'

test('keeps what is even, and the middle of each place', () => {
  const flat = smooth(new Float32Array(9).fill(0.5), { rows: evenCentres(3), columns: evenCentres(3) }, 12)
  expect(flat.every((v) => Math.abs(v - 0.5) < 1e-6)).toBe(true)
  // 3 places over 9 pixels: the middle pixels of each place have the place's own value.
  const values = [0, 0.2, 0.9, 0.4, 1, 0.1, 0.3, 0, 0.6]
  const drawn = smooth(values, { rows: evenCentres(3), columns: evenCentres(3) }, 9)
  values.forEach((v, i) => {
    const [row, column] = [Math.floor(i / 3), i % 3]
    expect(drawn[(3 * row + 1) * 9 + 3 * column + 1]).toBeCloseTo(v, 6)
  })
  expect(drawn.every((v) => v >= 0 && v <= 1)).toBe(true)
})

test('places that are not evenly spread are drawn where they are; a single one is everywhere', () => {
  const drawn = smooth([0, 0, 1, 0], { rows: [0.5], columns: [0.05, 0.35, 0.65, 0.95] }, 20)
  const row = [...drawn.subarray(0, 20)]
  // 0.65 of 20 pixels is where pixel 12 ends and 13 begins.
  expect([12, 13]).toContain(row.indexOf(Math.max(...row)))
  expect(row[0]).toBe(0)
  expect([...smooth([0.25], { rows: [0.5], columns: [0.5] }, 4)]).toEqual(Array(16).fill(0.25))
})

/** CIE L* of an sRGB colour (CIE 15:2004), and of what a protanope and a deuteranope see of it. */
function lightness(rgb: readonly number[], eye: 'all' | 'protan' | 'deutan' = 'all'): number {
  const [r, g, b] = rgb.map((v) =>
    v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  )
  // Viénot, Brettel, Mollon (1999): red and green seen alike, in linear RGB.
  const seen = {
    all: [r!, g!, b!],
    protan: [0.1124 * r! + 0.8876 * g!, 0.1124 * r! + 0.8876 * g!, 0.004 * r! - 0.004 * g! + b!],
    deutan: [0.2928 * r! + 0.7072 * g!, 0.2928 * r! + 0.7072 * g!, -0.0223 * r! + 0.0223 * g! + b!],
  }[eye]
  const y = 0.2126 * seen[0]! + 0.7152 * seen[1]! + 0.0722 * seen[2]!
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y
}

test.each(['all', 'protan', 'deutan'] as const)(
  'colours grow lighter with heat, step by step (%s)',
  (eye) => {
    const steps = Array.from({ length: 33 }, (_, i) => lightness(heatColour(i / 32), eye))
    const rises = steps.slice(1).map((l, i) => l - steps[i]!)
    expect(Math.min(...rises)).toBeGreaterThan(0.5)
    expect(steps.at(-1)! - steps[0]!).toBeGreaterThan(60)
    // Evenly: no step is much larger than the mean one.
    expect(Math.max(...rises)).toBeLessThan((2 * (steps.at(-1)! - steps[0]!)) / 32)
  },
)

test('nothing is laid over where there is no heat, and the picture shows through where it is most', () => {
  expect(heatAlpha(0)).toBe(0)
  expect(heatAlpha(1)).toBeLessThan(230)
  expect([...heatPixels([0, 1])]).toEqual([...heatColour(0), 0, ...heatColour(1), heatAlpha(1)])
})
