// Matrix products of packed operands, the way of Goto and van de Geijn (Anatomy of high-performance matrix
// multiplication, ACM TOMS 34(3), 2008): both operands are copied into narrow panels first, so that the inner loop
// reads memory in order whatever the layout was, and no transposed copy is ever made.
import { type FunctionSource, type Local, f32, f32x4, i32, v128 } from './assembler'

/** Rows and columns of the block of the result that is kept in registers. */
export const panelRows = 4
export const panelColumns = 8

/**
 * Copies up to `width` columns of a matrix, row after row, `width` floats each; missing columns become zeros.
 * The rows are numbered by two indices, so that the pixels of an image with a stride are rows too.
 */
function pack(name: string, width: number): FunctionSource {
  return {
    name,
    // target, source, outer rows, their stride, inner rows, their stride, columns there are, their stride; in bytes
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    build(f, target, source, outer, outerStride, inner, innerStride, columns, columnStride) {
      const [o, i, row] = f.locals('i32', 3) as [Local, Local, Local]
      const value = f.local('f32')
      f.if(
        i32.and(i32.eq(columns!, width), i32.eq(columnStride!, 4)),
        () =>
          f.for(o, 0, outer!, 1, () => {
            f.set(row, source!)
            f.for(i, 0, inner!, 1, () => {
              for (let j = 0; j < width; j += 4) f.do(v128.store(target!, v128.load(row, 4 * j), 4 * j))
              f.increase(target!, 4 * width)
              f.increase(row, innerStride!)
            })
            f.increase(source!, outerStride!)
          }),
        () =>
          f.for(o, 0, outer!, 1, () => {
            f.set(row, source!)
            f.for(i, 0, inner!, 1, () => {
              for (let j = 0; j < width; j++) {
                f.if(
                  i32.ltS(j, columns!),
                  () => f.set(value, f32.load(i32.add(row, i32.mul(columnStride!, j)))),
                  () => f.set(value, zero),
                )
                f.do(f32.store(target!, value, 4 * j))
              }
              f.increase(target!, 4 * width)
              f.increase(row, innerStride!)
            })
            f.increase(source!, outerStride!)
          }),
      )
    },
  }
}

const zero = [0x43, 0, 0, 0, 0]

/** Up to `panelRows` rows of the result: one packed panel of rows times every packed panel of columns. */
const multiplyPanel: FunctionSource = {
  name: 'multiplyPanel',
  // result, its row stride in bytes, packed rows, packed columns, depth, columns, rows, whether to add, scratch
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  build(f, result, stride, left, right, depth, columns, rows, add, scratch) {
    const [j, k, a, b, to, toStride, r, q] = f.locals('i32', 8) as Local[] as [
      Local,
      Local,
      Local,
      Local,
      Local,
      Local,
      Local,
      Local,
    ]
    const vectors = panelColumns / 4
    const sums = Array.from({ length: panelRows }, () => f.locals('v128', vectors))
    const columnValues = f.locals('v128', vectors)
    const rowValue = f.local('v128')
    const value = f.local('f32')
    f.set(b, right!)
    f.for(j, 0, columns!, panelColumns, () => {
      f.set(a, left!)
      for (const sum of sums.flat()) f.set(sum, v128.zero)
      f.for(k, 0, depth!, 1, () => {
        columnValues.forEach((values, v) => f.set(values, v128.load(b, 16 * v)))
        sums.forEach((row, i) => {
          f.set(rowValue, v128.load32Splat(a, 4 * i))
          row.forEach((sum, v) => f.set(sum, f32x4.add(sum, f32x4.mul(rowValue, columnValues[v]!))))
        })
        f.increase(a, 4 * panelRows)
        f.increase(b, 4 * panelColumns)
      })
      const whole = i32.and(i32.eq(rows!, panelRows), i32.geS(columns!, i32.add(j, panelColumns)))
      const store = () =>
        sums.forEach((row) => {
          row.forEach((sum, v) => f.do(v128.store(to, sum, 16 * v)))
          f.increase(to, toStride)
        })
      f.if(
        whole,
        () => {
          f.set(to, i32.add(result!, i32.shl(j, 2)))
          f.set(toStride, stride!)
          f.if(add!.get, () => {
            sums.forEach((row) => {
              row.forEach((sum, v) => f.set(sum, f32x4.add(sum, v128.load(to, 16 * v))))
              f.increase(to, toStride)
            })
            f.set(to, i32.add(result!, i32.shl(j, 2)))
          })
          store()
        },
        () => {
          f.set(to, scratch!)
          f.set(toStride, 4 * panelColumns)
          store()
          f.for(r, 0, rows!, 1, () => {
            f.for(q, 0, panelColumns, 1, () => {
              f.if(i32.ltS(i32.add(j, q), columns!), () => {
                f.set(to, i32.add(i32.add(result!, i32.mul(r, stride!)), i32.shl(i32.add(j, q), 2)))
                f.set(value, f32.load(i32.add(scratch!, i32.shl(i32.add(i32.mul(r, panelColumns), q), 2))))
                f.if(add!.get, () => f.set(value, f32.add(value, f32.load(to))))
                f.do(f32.store(to, value))
              })
            })
          })
        },
      )
    })
  },
}

export const productSources: FunctionSource[] = [
  pack('packRows', panelRows),
  pack('packColumns', panelColumns),
  multiplyPanel,
]
