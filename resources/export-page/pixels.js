// From a decoded picture to the square RGB pixels that the model was trained on. The training side decodes with
// libvips (through sharp): JPEGs are shrunk by 2, 4 or 8 while they are decoded, then whole-number box averages
// and Lanczos-3 bring them to size, each pass rounded to 8 bits. This file does the same steps in the same order.
// A classic script: a page that is opened from a folder may not load modules.
'use strict'
;(function (root) {
  /** libvips leaves at least this factor to the Lanczos pass and averages the rest away first. */
  const GAP = 2
  /** libvips keeps its kernels for this many positions between two pixels. */
  const PHASES = 64

  const clamp = (i, n) => (i < 0 ? 0 : i >= n ? n - 1 : i)
  const roundHalfUp = (x) => Math.floor(x + 0.5)

  function lanczos3(x) {
    if (x === 0) return 1
    if (x <= -3 || x >= 3) return 0
    const a = Math.PI * x
    const b = a / 3
    return (Math.sin(a) / a) * (Math.sin(b) / b)
  }

  /** Catmull-Rom's cubic. */
  function cubic(x) {
    const t = Math.abs(x)
    if (t < 1) return (1.5 * t - 2.5) * t * t + 1
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0
  }

  /**
   * One axis as a table: output i is the sum of weights[i·taps + k] · input[from[i] + k], input clamped at the ends.
   * `whole` makes 8 bits of the sum; without it, the nearest whole number is taken.
   * @typedef {{ length: number, taps: number, from: Int32Array, weights: Float32Array, whole?: (sum: number) => number }} Axis
   */
  function axis(length, taps) {
    return { length, taps, from: new Int32Array(length), weights: new Float32Array(length * taps) }
  }

  /** Averages of `factor` pixels. */
  function boxAxis(length, factor) {
    const out = axis(length, factor)
    for (let i = 0; i < out.length; i++) out.from[i] = i * factor
    out.weights.fill(1 / factor)
    return out
  }

  /** The same, divided as libvips does: half up, by a reciprocal of 24 bits that is a little too small. */
  function shrinkAxis(length, factor) {
    const reciprocal = Math.floor(2 ** 24 / factor)
    const half = Math.floor(factor / 2)
    const out = boxAxis(length, factor)
    out.weights.fill(1)
    out.whole = (sum) => Math.floor(((sum + half) * reciprocal) / 2 ** 24)
    return out
  }

  /** Area averages with fractions of pixels at the ends (what libwebp does when it shrinks while decoding). */
  function areaAxis(input, length) {
    const shrink = input / length
    const out = axis(length, Math.ceil(shrink) + 1)
    for (let i = 0; i < length; i++) {
      const start = i * shrink
      const end = start + shrink
      out.from[i] = Math.floor(start)
      for (let k = 0; k < out.taps; k++) {
        const pixel = out.from[i] + k
        const covered = Math.min(end, pixel + 1) - Math.max(start, pixel)
        out.weights[i * out.taps + k] = Math.max(0, covered) / shrink
      }
    }
    return out
  }

  /** `kernel` stretched by `shrink` (1 when enlarging), centred on each output pixel. */
  function kernelAxis(input, length, ratio, kernel, support) {
    const stretch = Math.max(1, ratio)
    const taps = Math.round(2 * support * stretch) + 1
    const out = axis(length, taps)
    // Where the ratio does not come out even, the same is cut off (or invented) on both sides. Enlarging, libvips
    // samples half an output pixel further up and left than that.
    const margin = ratio > 1 ? (input - length * ratio) / 2 : -ratio / 2
    for (let i = 0; i < length; i++) {
      const exact = margin + (i + 0.5) * ratio - 0.5
      const centre = Math.round(exact * PHASES) / PHASES
      const from = Math.ceil(centre - taps / 2)
      let sum = 0
      for (let k = 0; k < taps; k++) {
        const weight = kernel((from + k - centre) / stretch)
        out.weights[i * taps + k] = weight
        sum += weight
      }
      for (let k = 0; k < taps; k++) out.weights[i * taps + k] /= sum
      out.from[i] = from
    }
    return out
  }

  /** @typedef {{ data: Uint8Array | Uint8ClampedArray, width: number, height: number }} Picture interleaved RGB */

  /** Applies an axis to the rows (top to bottom). @returns {Picture} */
  function vertically(picture, { length, taps, from, weights, whole }) {
    const { data, width, height } = picture
    const row = width * 3
    const result = new Uint8ClampedArray(row * length)
    const sums = new Float32Array(row)
    for (let i = 0; i < length; i++) {
      sums.fill(0)
      for (let k = 0; k < taps; k++) {
        const weight = weights[i * taps + k]
        if (weight === 0) continue
        const start = clamp(from[i] + k, height) * row
        for (let x = 0; x < row; x++) sums[x] += weight * data[start + x]
      }
      result.set(whole ? sums.map(whole) : sums, i * row)
    }
    return { data: result, width, height: length }
  }

  /** Applies an axis to the columns (left to right). @returns {Picture} */
  function horizontally(picture, { length, taps, from, weights, whole }) {
    const { data, width, height } = picture
    const result = new Uint8ClampedArray(length * height * 3)
    for (let i = 0; i < length; i++) {
      for (let y = 0; y < height; y++) {
        let r = 0
        let g = 0
        let b = 0
        for (let k = 0; k < taps; k++) {
          const weight = weights[i * taps + k]
          const at = (y * width + clamp(from[i] + k, width)) * 3
          r += weight * data[at]
          g += weight * data[at + 1]
          b += weight * data[at + 2]
        }
        const to = (y * length + i) * 3
        result[to] = whole ? whole(r) : r
        result[to + 1] = whole ? whole(g) : g
        result[to + 2] = whole ? whole(b) : b
      }
    }
    return { data: result, width: length, height }
  }

  /** Shrinking along one axis as libvips does it: averages of whole numbers of pixels, then Lanczos-3. */
  function shrinkSteps(input, ratio) {
    if (ratio <= 1) return []
    const length = Math.max(1, roundHalfUp(input / ratio))
    const factor = Math.max(1, Math.floor(input / length / GAP))
    // The last average repeats the edge where the pixels do not come out even.
    const steps = factor > 1 ? [shrinkAxis(Math.ceil(input / factor), factor)] : []
    // Not the averages' count: a last one over less than `factor` pixels counts as the part that it is.
    const rest = ratio / factor
    if (rest !== 1) steps.push(kernelAxis(input / factor, length, rest, lanczos3, 3))
    return steps
  }

  /** Enlarging along one axis with Catmull-Rom. With ratio 1 it only shifts: libvips moves both axes if it enlarges one. */
  function enlarge(input, ratio) {
    return kernelAxis(input, Math.max(1, roundHalfUp(input / ratio)), ratio, cubic, 2)
  }

  /** How much a picture is shrunk along x and y. */
  function ratios({ width, height }, size, resize) {
    const x = width / size
    const y = height / size
    if (resize === 'stretch') return [Math.min(x, width), Math.min(y, height)]
    const both = resize === 'cover' ? Math.min(x, y) : Math.max(x, y)
    return [Math.min(both, width), Math.min(both, height)]
  }

  /** What sharp asks libjpeg to shrink by: 1, 2, 4 or 8. */
  function jpegShrink(shrink) {
    const factor = shrink >= 8 ? 8 : shrink >= 4 ? 4 : shrink >= 2 ? 2 : 1
    return factor > 1 && Math.floor(shrink) === factor ? factor / 2 : factor
  }

  /** What the decoder of that format does already, before the resize. @returns {Picture} */
  function shrinkOnLoad(picture, size, resize, format) {
    const shrink = Math.min(...ratios(picture, size, resize))
    if (format === 'jpeg') {
      const factor = jpegShrink(shrink)
      if (factor === 1) return picture
      // libjpeg's reduced inverse transforms give averages of 2, 4 or 8 pixels; libvips leaves out a last broken one.
      const [width, height] = [picture.width, picture.height].map((n) => Math.max(1, Math.floor(n / factor)))
      return horizontally(vertically(picture, boxAxis(height, factor)), boxAxis(width, factor))
    }
    if (format === 'webp' && shrink > 1) {
      const [width, height] = [picture.width / shrink, picture.height / shrink].map((v) =>
        Math.max(1, roundHalfUp(v)),
      )
      return horizontally(
        vertically(picture, areaAxis(picture.height, height)),
        areaAxis(picture.width, width),
      )
    }
    return picture
  }

  /** The middle size × size of it, white where it does not reach. */
  function placeInSquare({ data, width, height }, size) {
    const square = new Uint8Array(size * size * 3).fill(255)
    const [left, top] = [width, height].map((n) =>
      n > size ? -Math.floor((n - size + 1) / 2) : Math.floor((size - n) / 2),
    )
    const from = Math.max(0, -left)
    const count = Math.min(width - from, size)
    for (let y = 0; y < size; y++) {
      const source = y - top
      if (source < 0 || source >= height) continue
      const start = (source * width + from) * 3
      square.set(data.subarray(start, start + count * 3), (y * size + Math.max(0, left)) * 3)
    }
    return square
  }

  /**
   * @param {Picture} picture decoded, upright, in sRGB, opaque
   * @param {{ size: number, resize: 'cover' | 'fit' | 'stretch' }} preprocessing
   * @param {string} format what the file was: "jpeg", "webp", or anything else
   * @returns {Uint8Array} size × size × 3, row-major RGB
   */
  function toSquare(picture, { size, resize }, format) {
    let result = shrinkOnLoad(picture, size, resize, format)
    const [x, y] = ratios(result, size, resize)
    for (const step of shrinkSteps(result.height, y)) result = vertically(result, step)
    for (const step of shrinkSteps(result.width, x)) result = horizontally(result, step)
    if (x < 1 || y < 1) {
      result = vertically(result, enlarge(result.height, Math.min(1, y)))
      result = horizontally(result, enlarge(result.width, Math.min(1, x)))
    }
    return placeInSquare(result, size)
  }

  /** RGBA as a canvas gives it, without the A. @returns {Picture} */
  function withoutAlpha(rgba, width, height) {
    const data = new Uint8ClampedArray(width * height * 3)
    for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
      data[to] = rgba[from]
      data[to + 1] = rgba[from + 1]
      data[to + 2] = rgba[from + 2]
    }
    return { data, width, height }
  }

  /** What a file is by its first bytes, whatever its name says. */
  function formatOf(bytes) {
    const text = String.fromCharCode(...bytes.subarray(0, 12))
    if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
    return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : 'other'
  }

  /** The numbers that the model takes: (v·scale + offset) / deviation of the channel, in the model's channel order. */
  function toInput(square, { scale, offset, deviation = [1, 1, 1], channels }) {
    const input = new Float32Array(square.length)
    for (let at = 0; at < square.length; at += 3)
      for (let c = 0; c < 3; c++)
        input[at + c] = (square[at + (channels === 'bgr' ? 2 - c : c)] * scale + offset[c]) / deviation[c]
    return input
  }

  root.cotejoPixels = { toSquare, toInput, withoutAlpha, formatOf }
})(globalThis)
