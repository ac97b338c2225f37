// Gradients that reduce over all pixels of a batch: of filters and of biases. Each task takes some pictures or rows and
// leaves its own partial sums, added up in a fixed order at the end: short sums are also more exact than one long one.
// All strides are in bytes.
import { type FunctionSource, type Local, f32, f32x4, i32, v128 } from './assembler'
import { blockBytes, panelRows } from './product'

const bytes = 4

/**
 * Task: adds the filter gradient of some pictures to `sums`, which holds [taps down, taps across × channels, columns].
 * One row of taps meets, at each output pixel, one contiguous piece of x; so the gradient is the product of those
 * pieces, transposed, and dy. Scratch holds one block, then a packed panel of pieces, then the packed rows of dy.
 */
const filterGradient: FunctionSource = {
  name: 'filterGradient',
  // scratch, sums, x, bytes a picture of x, a row of x, an output row's and an output pixel's step in x, dy, pictures,
  // output rows, output columns, rows packed at once, taps down, piece (taps across × channels), channels of dy
  parameters: new Array<'i32'>(15).fill('i32'),
  build(
    f,
    scratch,
    sums,
    x,
    pictureStride,
    rowStride,
    outRowStep,
    outPixelStep,
    dy,
    pictures,
    outRows,
    outColumns,
    rowsAtOnce,
    taps,
    piece,
    columns,
  ) {
    const [n, oh, rows, depth, panel, packed, rest, kh, m, from, to] = f.locals('i32', 11)
    f.set(panel, i32.add(scratch, blockBytes))
    f.set(packed, i32.add(panel, i32.mul(i32.mul(rowsAtOnce, outColumns), bytes * panelRows)))
    f.for(n, 0, pictures, 1, () => {
      f.set(oh, 0)
      f.while(i32.ltS(oh, outRows), () => {
        f.set(rows, i32.sub(outRows, oh))
        f.choose(rows, i32.ltS(rows, rowsAtOnce), rows, rowsAtOnce)
        f.set(depth, i32.mul(rows, outColumns))
        f.call('packPanels', 0, packed, dy, depth, i32.mul(columns, bytes), bytes, 0, columns, columns)
        f.set(to, sums)
        f.for(kh, 0, taps, 1, () => {
          f.set(from, i32.add(x, i32.add(i32.mul(oh, outRowStep), i32.mul(kh, rowStride))))
          f.for(m, 0, piece, panelRows, () => {
            f.set(rest, i32.sub(piece, m))
            f.choose(rest, i32.ltS(rest, panelRows), rest, panelRows)
            f.call('packRows', panel, from, rows, outRowStep, outColumns, outPixelStep, rest, bytes)
            f.call(
              'multiplyPanel',
              to,
              i32.mul(columns, bytes),
              panel,
              packed,
              depth,
              columns,
              rest,
              1,
              scratch,
            )
            f.increase(from, bytes * panelRows)
            f.increase(to, i32.mul(i32.mul(rest, columns), bytes))
          })
        })
        f.increase(dy, i32.mul(i32.mul(depth, columns), bytes))
        f.increase(oh, rows)
      })
      f.increase(x, pictureStride)
    })
  },
}

/** Task: adds up the columns of some rows, each row times a weight or as it is. */
const columnSums = (name: string, weighted: boolean): FunctionSource => ({
  name,
  // scratch (unused), sums, x, rows, columns, one weight a row
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  build(f, _scratch, sums, x, rows, columns, weights) {
    const [column, row, from, weight] = f.locals('i32', 4)
    const wide = f.locals('v128', 4)
    const factor = f.local('v128')
    const narrow = f.local('f32')
    const eachRow = (add: () => void) => {
      f.set(from, i32.add(x, i32.mul(column, bytes)))
      f.set(weight, weights)
      f.for(row, 0, rows, 1, () => {
        add()
        f.increase(from, i32.mul(columns, bytes))
        if (weighted) f.increase(weight, bytes)
      })
    }
    const target = i32.add(sums, i32.mul(column, bytes))
    /** Columns in groups of 16, then of 4, then one by one. */
    const groups = (vectors: number) =>
      f.while(i32.leS(i32.add(column, 4 * vectors), columns), () => {
        const used = wide.slice(0, vectors)
        for (const sum of used) f.set(sum, v128.zero)
        eachRow(() => {
          if (weighted) f.set(factor, v128.load32Splat(weight))
          used.forEach((sum, v) => {
            const values = v128.load(from, 16 * v)
            f.set(sum, f32x4.add(sum, weighted ? f32x4.mul(values, factor) : values))
          })
        })
        used.forEach((sum, v) => f.do(v128.store(target, sum, 16 * v)))
        f.increase(column, 4 * vectors)
      })
    f.set(column, 0)
    groups(4)
    groups(1)
    f.while(i32.ltS(column, columns), () => {
      f.set(narrow, f32.zero)
      eachRow(() => {
        const value = f32.load(from)
        f.set(narrow, f32.add(narrow, weighted ? f32.mul(value, f32.load(weight)) : value))
      })
      f.do(f32.store(target, narrow))
      f.increase(column, 1)
    })
  },
})

/** Task: adds up arrays that lie one after another, for some of their elements, and multiplies by a factor. */
const addParts: FunctionSource = {
  name: 'addParts',
  // scratch (unused), result, parts, how many, bytes from one to the next, first byte, end, address of the factor
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  build(f, _scratch, result, parts, count, stride, first, end, factor) {
    const [at, part, from] = f.locals('i32', 3)
    const wide = f.local('v128')
    const narrow = f.local('f32')
    const each = (add: () => void) => {
      f.set(from, i32.add(parts, at))
      f.for(part, 0, count, 1, () => {
        add()
        f.increase(from, stride)
      })
    }
    f.set(at, first)
    f.while(i32.leS(i32.add(at, 16), end), () => {
      f.set(wide, v128.zero)
      each(() => f.set(wide, f32x4.add(wide, v128.load(from))))
      f.do(v128.store(i32.add(result, at), f32x4.mul(wide, v128.load32Splat(factor))))
      f.increase(at, 16)
    })
    f.while(i32.ltS(at, end), () => {
      f.set(narrow, f32.zero)
      each(() => f.set(narrow, f32.add(narrow, f32.load(from))))
      f.do(f32.store(i32.add(result, at), f32.mul(narrow, f32.load(factor))))
      f.increase(at, bytes)
    })
  },
}

/**
 * Task: adds the depthwise filter gradient of some pictures to `sums`, [taps down, taps across, channels]; the
 * channels are a multiple of four. x has its padding around it already.
 */
const depthwiseGradient: FunctionSource = {
  name: 'depthwiseGradient',
  // scratch (unused), sums, x, bytes a picture of x, a row of x, an output row's and an output pixel's step in x, dy,
  // pictures, output rows, output columns, taps down, taps across, channels
  parameters: new Array<'i32'>(14).fill('i32'),
  build(
    f,
    _scratch,
    sums,
    x,
    pictureStride,
    rowStride,
    outRowStep,
    outPixelStep,
    dy,
    pictures,
    outRows,
    outColumns,
    tapsDown,
    tapsAcross,
    channels,
  ) {
    const [n, oh, kh, kw, c, ow, from, over, to, pixel, line] = f.locals('i32', 11)
    const sum = f.local('v128')
    f.set(pixel, i32.mul(channels, bytes))
    f.for(n, 0, pictures, 1, () => {
      f.set(line, x)
      f.for(oh, 0, outRows, 1, () => {
        f.set(to, sums)
        f.for(kh, 0, tapsDown, 1, () => {
          f.for(kw, 0, tapsAcross, 1, () => {
            f.for(c, 0, pixel, 16, () => {
              f.set(from, i32.add(i32.add(line, c), i32.add(i32.mul(kh, rowStride), i32.mul(kw, pixel))))
              f.set(over, i32.add(dy, c))
              f.set(sum, v128.load(to))
              f.for(ow, 0, outColumns, 1, () => {
                f.set(sum, f32x4.add(sum, f32x4.mul(v128.load(from), v128.load(over))))
                f.increase(from, outPixelStep)
                f.increase(over, pixel)
              })
              f.do(v128.store(to, sum))
              f.increase(to, 16)
            })
          })
        })
        f.increase(line, outRowStep)
        f.increase(dy, i32.mul(pixel, outColumns))
      })
      f.increase(x, pictureStride)
    })
  },
}

/**
 * Task: the gradient of max-pooling for some pictures; the channels are a multiple of four. Each dy goes to the first
 * element of its window that equals the maximum. dx is zero before.
 */
const maxPoolGradient: FunctionSource = {
  name: 'maxPoolGradient',
  // scratch (unused), dx, dy, x, y, pictures, rows, columns, output rows, output columns, window rows and columns,
  // stride down and across, padding above and left, channels
  parameters: new Array<'i32'>(17).fill('i32'),
  build(
    f,
    _scratch,
    dx,
    dy,
    x,
    y,
    pictures,
    rows,
    columns,
    outRows,
    outColumns,
    tapsDown,
    tapsAcross,
    strideDown,
    strideAcross,
    above,
    left,
    channels,
  ) {
    const [n, oh, ow, c, ih, iw, top, bottom, first, end, pixel, at, picture] = f.locals('i32', 13)
    const [largest, flowing, found] = f.locals('v128', 3)
    /** Where a window begins and ends, cut at the picture's borders. */
    const window = (
      from: Local,
      to: Local,
      i: Local,
      stride: Local,
      pad: Local,
      taps: Local,
      length: Local,
    ) => {
      f.set(from, i32.sub(i32.mul(i, stride), pad))
      f.set(to, i32.add(from, taps))
      f.choose(from, i32.ltS(from, 0), 0, from)
      f.choose(to, i32.ltS(to, length), to, length)
    }
    f.set(pixel, i32.mul(channels, bytes))
    f.set(picture, 0)
    f.for(n, 0, pictures, 1, () => {
      f.for(oh, 0, outRows, 1, () => {
        window(top, bottom, oh, strideDown, above, tapsDown, rows)
        f.for(ow, 0, outColumns, 1, () => {
          window(first, end, ow, strideAcross, left, tapsAcross, columns)
          f.for(c, 0, pixel, 16, () => {
            f.set(largest, v128.load(y))
            f.set(flowing, v128.load(dy))
            f.for(ih, top, bottom, 1, () => {
              f.set(at, i32.add(picture, i32.add(i32.mul(i32.add(i32.mul(ih, columns), first), pixel), c)))
              f.for(iw, first, end, 1, () => {
                f.set(found, f32x4.eq(v128.load(i32.add(x, at)), largest))
                f.do(
                  v128.store(
                    i32.add(dx, at),
                    f32x4.add(v128.load(i32.add(dx, at)), v128.and(flowing, found)),
                  ),
                )
                // What has gone to one element does not go to another.
                f.set(flowing, v128.andNot(flowing, found))
                f.increase(at, pixel)
              })
            })
            f.increase(y, 16)
            f.increase(dy, 16)
          })
        })
      })
      f.increase(picture, i32.mul(i32.mul(rows, columns), pixel))
    })
  },
}

export const gradientSources: FunctionSource[] = [
  filterGradient,
  columnSums('columnSums', false),
  columnSums('weightedColumnSums', true),
  addParts,
  depthwiseGradient,
  maxPoolGradient,
]
