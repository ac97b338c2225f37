import { describe, expect, it } from 'vitest'
import { sharp } from '../../data/sharp'
import { Faces } from '../fonts/faces'
import { outlineText, textsOf } from './outline'

const text = (attributes: string, words: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#fff"></rect><text ${attributes} style="font-size:24px;">${words}</text></svg>`

/** Of the dark pixels of a drawing: the leftmost, the rightmost, and their middle row. */
async function inked(svg: string): Promise<{ left: number; right: number; middle: number; count: number }> {
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  let [left, right, top, bottom, count] = [info.width, -1, info.height, -1, 0]
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      if (data[(y * info.width + x) * info.channels]! > 128) continue
      count++
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  return { left, right, middle: (top + bottom) / 2, count }
}

async function drawn(attributes: string, words: string) {
  const svg = text(attributes, words)
  const faces = new Faces()
  await faces.prepare(textsOf(svg))
  const outlined = outlineText(svg, faces)
  expect(outlined).not.toContain('<text')
  return { ...(await inked(outlined)), missing: faces.missing }
}

describe('words as outlines', () => {
  it('stand where their anchor says', async () => {
    const start = await drawn('x="100" y="30" dominant-baseline="central"', 'HHHH')
    expect(start.left).toBeGreaterThanOrEqual(100)
    expect(Math.abs(start.middle - 30)).toBeLessThan(3)
    const end = await drawn('text-anchor="end" transform="translate(100 30)"', 'HHHH')
    expect(end.right).toBeLessThanOrEqual(100)
    const middle = await drawn('text-anchor="middle" transform="translate(100 30)"', 'HHHH')
    expect(Math.abs((middle.left + middle.right) / 2 - 100)).toBeLessThan(2)
  })

  it('are of all scripts that there are faces for', async () => {
    for (const words of ['ñandú', 'κύκνος', 'кот', 'חתול', 'قطة', '🦋', '→ ≥ ✓', '&lt;b&gt; &amp;']) {
      const { count, missing } = await drawn('x="10" y="40"', words)
      expect(count, words).toBeGreaterThan(20)
      expect(missing, words).toBe(false)
    }
  })

  it('have a box for what no face has', async () => {
    const { count, missing } = await drawn('x="10" y="40"', '\u{10FFFD}')
    expect(missing).toBe(true)
    expect(count).toBeGreaterThan(5)
  })
})
