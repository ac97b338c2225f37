// Matrix products of packed operands, the way of Goto and van de Geijn (Anatomy of high-performance matrix
// multiplication, ACM TOMS 34(3), 2008): both operands are copied into narrow panels first, so that the inner loop
// reads memory in order whatever the layout was, and no transposed copy is ever made. All strides are in bytes.
import { type FunctionSource, f32, f32x4, i32, v128 } from './assembler'

/** Rows and columns of the block of the result that is kept in registers. */
export const panelRows = 4
export const panelColumns = 8
/** Bytes of one such block. */
export const blockBytes = 4 * panelRows * panelColumns

const bytes = 4

/**
 * Copies up to `width` columns of a matrix, row after row, `width` floats each; missing columns become zeros.
 * The rows are numbered by two indices, so that the pixels of a picture with a stride are rows too.
 */
function pack(name: string, width: number): FunctionSource {
  return {
    name,
    // target, source, outer rows, their stride, inner rows, their stride, columns there are, their stride
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    build(f, target, source, outer, outerStride, inner, innerStride, columns, columnStride) {
      const [o, i, row] = f.locals('i32', 3)
      const value = f.local('f32')
      const eachRow = (copy: () => void) =>
        f.for(o, 0, outer, 1, () => {
          f.set(row, source)
          f.for(i, 0, inner, 1, () => {
            copy()
            f.increase(target, bytes * width)
            f.increase(row, innerStride)
          })
          f.increase(source, outerStride)
        })
      f.if(
        i32.and(i32.eq(columns, width), i32.eq(columnStride, bytes)),
        () =>
          eachRow(() => {
            for (let j = 0; j < width; j += 4) f.do(v128.store(target, v128.load(row, bytes * j), bytes * j))
          }),
        () =>
          eachRow(() => {
            for (let j = 0; j < width; j++) {
              f.if(
                i32.ltS(j, columns),
                () => f.set(value, f32.load(i32.add(row, i32.mul(columnStride, j)))),
                () => f.set(value, f32.zero),
              )
              f.do(f32.store(target, value, bytes * j))
            }
          }),
      )
    },
  }
}

/** Up to `panelRows` rows of the result: one packed panel of rows times every packed panel of columns. */
const multiplyPanel: FunctionSource = {
  name: 'multiplyPanel',
  // result, its row stride, packed rows, packed columns, depth, columns, rows, whether to add, room for one block
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  build(f, result, stride, left, right, depth, columns, rows, add, block) {
    const [j, k, a, b, to, r, q] = f.locals('i32', 7)
    const vectors = panelColumns / 4
    const sums = Array.from({ length: panelRows }, () => f.locals('v128', vectors))
    const columnValues = f.locals('v128', vectors)
    const rowValue = f.local('v128')
    const value = f.local('f32')

    const multiply = () => {
      f.set(a, left)
      for (const sum of sums.flat()) f.set(sum, v128.zero)
      f.for(k, 0, depth, 1, () => {
        columnValues.forEach((values, v) => f.set(values, v128.load(b, 16 * v)))
        sums.forEach((row, i) => {
          f.set(rowValue, v128.load32Splat(a, bytes * i))
          row.forEach((sum, v) => f.set(sum, f32x4.add(sum, f32x4.mul(rowValue, columnValues[v]!))))
        })
        f.increase(a, bytes * panelRows)
        f.increase(b, bytes * panelColumns)
      })
    }
    const storeWhole = () => {
      f.set(to, i32.add(result, i32.mul(j, bytes)))
      sums.forEach((row) => {
        f.if(add.get, () => row.forEach((sum, v) => f.set(sum, f32x4.add(sum, v128.load(to, 16 * v)))))
        row.forEach((sum, v) => f.do(v128.store(to, sum, 16 * v)))
        f.increase(to, stride)
      })
    }
    /** The block at the right or lower edge: through memory, element by element. */
    const storePart = () => {
      sums.flat().forEach((sum, v) => f.do(v128.store(block, sum, 16 * v)))
      f.for(r, 0, rows, 1, () => {
        f.for(q, 0, panelColumns, 1, () => {
          f.if(i32.ltS(i32.add(j, q), columns), () => {
            f.set(to, i32.add(i32.add(result, i32.mul(r, stride)), i32.mul(i32.add(j, q), bytes)))
            f.set(value, f32.load(i32.add(block, i32.mul(i32.add(i32.mul(r, panelColumns), q), bytes))))
            f.if(add.get, () => f.set(value, f32.add(value, f32.load(to))))
            f.do(f32.store(to, value))
          })
        })
      })
    }
    f.set(b, right)
    f.for(j, 0, columns, panelColumns, () => {
      multiply()
      const whole = i32.and(i32.eq(rows, panelRows), i32.leS(i32.add(j, panelColumns), columns))
      f.if(whole, storeWhole, storePart)
    })
  },
}

/** Task: packs some of the columns of the right operand, whole panels from `first` on. */
const packPanels: FunctionSource = {
  name: 'packPanels',
  // scratch (unused), packed panels, right operand, depth, its depth stride, its column stride, first column, end, columns
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  build(f, _scratch, packed, right, depth, depthStride, columnStride, first, end, columns) {
    const [j, rest] = f.locals('i32', 2)
    f.for(j, first, end, panelColumns, () => {
      f.set(rest, i32.sub(columns, j))
      f.choose(rest, i32.ltS(rest, panelColumns), rest, panelColumns)
      const target = i32.add(packed, i32.mul(i32.mul(j, depth), bytes))
      const source = i32.add(right, i32.mul(j, columnStride))
      f.call('packColumns', target, source, 1, 0, depth, depthStride, rest, columnStride)
    })
  },
}

/** Task: some rows of the result. Scratch holds one block, then one packed panel of rows. */
const multiplyRows: FunctionSource = {
  name: 'multiplyRows',
  // scratch, result, its row stride, left operand, its row stride, its depth stride, packed right, depth, columns,
  // rows, whether to add
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  build(f, scratch, result, stride, left, rowStride, depthStride, packed, depth, columns, rows, add) {
    const [i, rest, panel] = f.locals('i32', 3)
    f.set(panel, i32.add(scratch, blockBytes))
    f.for(i, 0, rows, panelRows, () => {
      f.set(rest, i32.sub(rows, i))
      f.choose(rest, i32.ltS(rest, panelRows), rest, panelRows)
      f.call('packRows', panel, left, 1, 0, depth, depthStride, rest, rowStride)
      f.call('multiplyPanel', result, stride, panel, packed, depth, columns, rest, add, scratch)
      f.increase(left, i32.mul(rowStride, panelRows))
      f.increase(result, i32.mul(stride, panelRows))
    })
  },
}

export const productSources: FunctionSource[] = [
  pack('packRows', panelRows),
  pack('packColumns', panelColumns),
  multiplyPanel,
  packPanels,
  multiplyRows,
]
