// The kernels by themselves, over a plain memory: against loops in double precision, and equal on any number of threads.
import { afterAll, describe, expect, it } from 'vitest'
import { TaskPool } from './pool'
import { Simd } from './simd'
import { fillUniform } from '../../shared/philox'
import { assemble } from './assembler'
import { gradientSources } from './gradients'
import { productSources } from './product'
import { CompiledModule } from '../web-assembly'

interface Memory {
  readonly buffer: ArrayBufferLike
}
const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: new (limits: object) => Memory } })
  .WebAssembly

const pages = 512

/** A memory with an allocator that never frees, and kernels over it. */
function bench(threads: number) {
  const shared = threads > 1
  const memory = new Memory(shared ? { initial: pages, maximum: 65_536, shared } : { initial: pages })
  let next = 1024
  const malloc = (bytes: number) => {
    const address = next
    next += (bytes + 15) & ~15
    if (next > pages * 65_536) throw new Error('The test needs more memory.')
    return address
  }
  const options = { memory, shared, threads, malloc, free: () => {} }
  const simd = new Simd(options)
  const floats = (address: number, length: number) => new Float32Array(memory.buffer, address, length)
  const put = (values: Float32Array) => {
    const address = malloc(values.byteLength)
    floats(address, values.length).set(values)
    return address
  }
  return { simd, options, malloc, put, floats }
}

const noise = (length: number, seed: number) =>
  Float32Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + seed) * 0.8)

const one = bench(1)
const several = bench(3)
afterAll(() => Promise.all([one.simd.dispose(), several.simd.dispose()]))

function largestDifference(actual: Float32Array, expected: Float64Array): number {
  const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  return expected.reduce((worst, value, i) => Math.max(worst, Math.abs(value - actual[i]!)), 0) / scale
}

describe('products', () => {
  const shapes = [
    [1, 1, 1],
    [4, 8, 5],
    [13, 21, 300],
    [37, 40, 513],
    [6, 11, 5003],
    [1, 32, 9000],
  ] as const
  const cases = shapes.flatMap(([rows, columns, depth]) =>
    [false, true].flatMap((transposeA) =>
      [false, true].map((transposeB) => [rows, columns, depth, transposeA, transposeB] as const),
    ),
  )

  it.each(cases)(
    '%i × %i, depth %i, transposed %s and %s',
    (rows, columns, depth, transposeA, transposeB) => {
      const a = noise(rows * depth, 1)
      const b = noise(depth * columns, 2)
      const expected = Float64Array.from({ length: rows * columns }, (_, at) => {
        const [i, j] = [Math.floor(at / columns), at % columns]
        let sum = 0
        for (let k = 0; k < depth; k++) {
          sum +=
            a[transposeA ? k * rows + i : i * depth + k]! * b[transposeB ? j * depth + k : k * columns + j]!
        }
        return sum
      })
      const [alone, together] = [one, several].map(({ simd, put, malloc, floats }) => {
        const result = malloc(rows * columns * 4)
        simd.multiply(
          result,
          { address: put(a), rowStride: transposeA ? 4 : 4 * depth, columnStride: transposeA ? 4 * rows : 4 },
          {
            address: put(b),
            rowStride: transposeB ? 4 : 4 * columns,
            columnStride: transposeB ? 4 * depth : 4,
          },
          rows,
          depth,
          columns,
        )
        return floats(result, rows * columns).slice()
      }) as [Float32Array, Float32Array]
      expect(largestDifference(alone, expected)).toBeLessThan(3e-5)
      expect(together).toEqual(alone)
    },
  )
})

describe('column sums', () => {
  it.each([
    [1, 1],
    [5, 3],
    [1000, 4],
    [777, 37],
    [20_000, 10],
  ])('%i rows of %i', (rows, columns) => {
    const x = noise(rows * columns, 3)
    const expected = new Float64Array(columns)
    x.forEach((value, i) => (expected[i % columns]! += value / 2))
    const [alone, together] = [one, several].map(({ simd, put, malloc, floats }) => {
      const result = malloc(columns * 4)
      simd.columnSums(result, put(x), rows, columns, { factor: 0.5 })
      return floats(result, columns).slice()
    }) as [Float32Array, Float32Array]
    const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1)
    expected.forEach((value, i) => expect(Math.abs(value - alone[i]!) / scale).toBeLessThan(1e-5))
    expect(together).toEqual(alone)
  })
})

describe('uniform numbers', () => {
  it.each([1, 16, 1000, 50_003])('%i of them are those of the generator', (count) => {
    const expected = new Float32Array(count)
    fillUniform(expected, 123, -7, 5)
    for (const { simd, malloc, floats } of [one, several]) {
      const result = malloc(count * 4)
      simd.uniform(result, count, [123, -7], 5)
      expect(floats(result, count)).toEqual(expected)
    }
  })
})

describe('the pool', () => {
  const code = new CompiledModule(assemble([...productSources, ...gradientSources], true))
  const outside = { name: 'columnSums', arguments: [pages * 65_536, 1024, 4, 4, 0] }

  it('reports a task that fails, and goes on', () => {
    const pool = new TaskPool({ ...several.options, code })
    const sums = several.malloc(16)
    const x = several.put(noise(16, 4))
    const right = { name: 'columnSums', arguments: [sums, x, 4, 4, 0] }
    for (let i = 0; i < 20; i++) expect(() => pool.run([right, outside, right, outside])).toThrow()
    pool.run([right, right, right])
    expect(several.floats(sums, 4)[0]).not.toBe(0)
    return pool.dispose()
  })

  it('does the work of threads that are gone', async () => {
    const pool = new TaskPool({ ...several.options, code })
    await pool.dispose()
    const x = several.put(noise(64, 5))
    const sums = Array.from({ length: 9 }, () => several.malloc(16))
    pool.run(sums.map((address) => ({ name: 'columnSums', arguments: [address, x, 16, 4, 0] })))
    for (const address of sums) expect(several.floats(address, 4)).toEqual(several.floats(sums[0]!, 4))
    expect(several.floats(sums[0]!, 4)[0]).not.toBe(0)
  })
})
