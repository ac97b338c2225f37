import { describe, expect, it } from 'vitest'
import { BitmapError, decodeBitmap } from './bmp'
import { decodePicture } from './decode'

interface Layout {
  bits: number
  width: number
  /** Negative: rows from the top. */
  height: number
  rows: Uint8Array
  palette?: number[]
  masks?: number[]
  compression?: number
}

function bmp({ bits, width, height, rows, palette = [], masks = [], compression }: Layout): Buffer {
  const head = Buffer.alloc(54)
  const tail = Buffer.alloc(palette.length * 4 + masks.length * 4)
  palette.forEach((colour, i) => tail.writeUInt32LE(colour, i * 4))
  masks.forEach((mask, i) => tail.writeUInt32LE(mask, i * 4))
  head.write('BM', 0, 'latin1')
  head.writeUInt32LE(head.length + tail.length + rows.length, 2)
  head.writeUInt32LE(head.length + tail.length, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(bits, 28)
  head.writeUInt32LE(compression ?? (masks.length > 0 ? 3 : 0), 30)
  head.writeUInt32LE(palette.length, 46)
  return Buffer.concat([head, tail, rows])
}

const LIMIT = 1e6
const decode = (layout: Layout) => [...decodeBitmap(bmp(layout), LIMIT).pixels]

describe('a bitmap', () => {
  it('of 24 bits has its rows from below, each to a multiple of four bytes', () => {
    const rows = Uint8Array.of(1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0)
    expect(decode({ bits: 24, width: 2, height: 2, rows })).toEqual([9, 8, 7, 12, 11, 10, 3, 2, 1, 6, 5, 4])
    expect(decode({ bits: 24, width: 2, height: -2, rows })).toEqual([3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10])
  })

  it('may have a palette of 1, 4 or 8 bits', () => {
    const palette = [0x102030, 0x405060, 0x708090]
    const [a, b, c] = [
      [0x10, 0x20, 0x30],
      [0x40, 0x50, 0x60],
      [0x70, 0x80, 0x90],
    ]
    expect(
      decode({ bits: 1, width: 3, height: 1, palette, rows: Uint8Array.of(0b01000000, 0, 0, 0) }),
    ).toEqual([...a, ...b, ...a])
    expect(decode({ bits: 4, width: 3, height: 1, palette, rows: Uint8Array.of(0x21, 0x00, 0, 0) })).toEqual([
      ...c,
      ...b,
      ...a,
    ])
    expect(decode({ bits: 8, width: 3, height: 1, palette, rows: Uint8Array.of(2, 0, 250, 0) })).toEqual([
      ...c,
      ...a,
      ...c,
    ])
  })

  it('may have 16 or 32 bits, with masks or without', () => {
    expect(decode({ bits: 16, width: 2, height: 1, rows: Uint8Array.of(0x00, 0x7c, 0x1f, 0x00) })).toEqual([
      255, 0, 0, 0, 0, 255,
    ])
    const masks = [0xf800, 0x07e0, 0x001f]
    expect(
      decode({ bits: 16, width: 2, height: 1, masks, rows: Uint8Array.of(0xe0, 0x07, 0x00, 0x80) }),
    ).toEqual([0, 255, 0, 132, 0, 0])
    expect(decode({ bits: 32, width: 1, height: 1, rows: Uint8Array.of(1, 2, 3, 0) })).toEqual([3, 2, 1])
    const high = [0xff000000, 0x00ff0000, 0x0000ff00]
    expect(
      decode({ bits: 32, width: 1, height: 1, masks: high, rows: Uint8Array.of(9, 30, 20, 10) }),
    ).toEqual([10, 20, 30])
  })

  it('that is damaged, too large or compressed says so', () => {
    const whole = bmp({ bits: 24, width: 2, height: 2, rows: new Uint8Array(16) })
    const reason = (bytes: Buffer) => {
      try {
        decodeBitmap(bytes, LIMIT)
        return null
      } catch (error) {
        return error instanceof BitmapError ? error.reason : error
      }
    }
    expect(reason(whole)).toBe(null)
    for (let length = 0; length < whole.length; length++)
      expect(reason(whole.subarray(0, length))).toBe('corrupt')
    expect(reason(bmp({ bits: 24, width: 60_000, height: 60_000, rows: new Uint8Array() }))).toBe('too-large')
    expect(reason(bmp({ bits: 24, width: -5, height: 5, rows: new Uint8Array() }))).toBe('corrupt')
    expect(reason(bmp({ bits: 8, width: 2, height: 2, compression: 1, rows: new Uint8Array(8) }))).toBe(
      'unsupported',
    )
    expect(reason(bmp({ bits: 7, width: 2, height: 2, rows: new Uint8Array(8) }))).toBe('corrupt')
    expect(reason(bmp({ bits: 16, width: 2, height: 1, masks: [0, 1, 2], rows: new Uint8Array(4) }))).toBe(
      'corrupt',
    )
  })

  it('is decoded like every other picture', async () => {
    const rows = new Uint8Array(24 * 8).fill(200)
    const pixels = await decodePicture(bmp({ bits: 24, width: 8, height: 8, rows }), {
      size: 4,
      resize: 'cover',
    })
    expect([...pixels]).toEqual(new Array(48).fill(200))
    await expect(
      decodePicture(bmp({ bits: 24, width: 80, height: 80, rows }), { size: 4, resize: 'cover' }),
    ).rejects.toMatchObject({ reason: 'corrupt' })
  })
})
