// Our own kernels over the backend's memory: products and reductions, by arrays in that memory. Work is divided by
// shape alone, never by the number of threads, so that the numbers are the same on every machine.
import { assemble } from './assembler'
import { gradientSources } from './gradients'
import { blockBytes, panelColumns, panelRows, productSources } from './product'
import { TaskPool, type PoolOptions, type Task } from './pool'
import { uniformSources, uniformsAtOnce } from './uniform'
import { fillUniform } from '../../shared/philox'
import { CompiledModule } from '../web-assembly'

const bytes = 4
/** Products are added up in pieces of this depth, so that a packed panel of rows stays in the first-level cache. */
const depthAtOnce = 256
/** Products at least this deep are divided by depth, if they are small enough otherwise. */
const deepFrom = 4096
/** Floats of dy that a filter gradient packs at once: they should stay in the second-level cache. */
const packedFloats = 65_536
/** Most partial sums that one reduction keeps, and most memory for them. */
const partsAtMost = 16
const partBytesAtMost = 32 * 2 ** 20

/** A matrix anywhere in memory. Address and strides in bytes. */
export interface Matrix {
  address: number
  rowStride: number
  columnStride: number
}

/** A filter gradient, all but the arrays. */
export interface FilterGeometry {
  batch: number
  outHeight: number
  outWidth: number
  filterHeight: number
  filterWidth: number
  strideHeight: number
  strideWidth: number
  /** Of x with its padding around it. */
  height: number
  width: number
  inChannels: number
  outChannels: number
}

/** A pooling, all but the arrays. */
export interface PoolGeometry {
  batch: number
  height: number
  width: number
  outHeight: number
  outWidth: number
  filterHeight: number
  filterWidth: number
  strideHeight: number
  strideWidth: number
  top: number
  left: number
  channels: number
}

export class Simd {
  readonly #pool: TaskPool
  readonly #malloc: (bytes: number) => number
  readonly #free: (address: number) => void
  readonly #memory: { readonly buffer: ArrayBufferLike }

  constructor(options: Omit<PoolOptions, 'code'>) {
    this.#memory = options.memory as { buffer: ArrayBufferLike }
    this.#malloc = options.malloc
    this.#free = options.free
    const code = new CompiledModule(
      assemble([...productSources, ...gradientSources, ...uniformSources], options.shared),
    )
    this.#pool = new TaskPool({ ...options, code })
  }

  get threads(): number {
    return this.#pool.threads
  }

  dispose(): Promise<void> {
    return this.#pool.dispose()
  }

  /** `result` (row-major, rows × columns) = left (rows × depth) · right (depth × columns). */
  multiply(result: number, left: Matrix, right: Matrix, rows: number, depth: number, columns: number): void {
    if (rows === 1 && right.columnStride === bytes && left.columnStride === bytes) {
      this.columnSums(result, right.address, depth, columns, { weights: left.address })
      return
    }
    const inOrder = left.rowStride === bytes
    const rowMajor = right.columnStride === bytes && right.rowStride === columns * bytes
    const deep = depth >= deepFrom && rows * columns * bytes * partsAtMost <= partBytesAtMost
    if (deep && inOrder && rowMajor && left.columnStride === rows * bytes) {
      this.#multiplyDeep(result, left.address, right.address, rows, depth, columns)
      return
    }
    const wide = ceilTo(columns, panelColumns)
    this.#with(wide * Math.min(depth, depthAtOnce) * bytes, (packed) => {
      for (let k = 0; k < depth; k += depthAtOnce) {
        const part = Math.min(depthAtOnce, depth - k)
        const from = right.address + k * right.rowStride
        this.#pool.run(
          ranges(wide / panelColumns, 32).map(([first, end]) => ({
            name: 'packPanels',
            arguments: [
              ...[packed, from, part, right.rowStride, right.columnStride],
              ...[first * panelColumns, end * panelColumns, columns],
            ],
          })),
        )
        this.#pool.run(
          ranges(Math.ceil(rows / panelRows), 64).map(([first, end]) => {
            const row = first * panelRows
            return {
              name: 'multiplyRows',
              arguments: [
                ...[result + row * columns * bytes, columns * bytes],
                left.address + row * left.rowStride + k * left.columnStride,
                ...[left.rowStride, left.columnStride, packed, part, columns],
                ...[Math.min(rows, end * panelRows) - row, k > 0 ? 1 : 0],
              ],
            }
          }),
          blockBytes + part * panelRows * bytes,
        )
      }
    })
  }

  /** leftᵀ · right for two row-major operands with many rows: in parts of the depth, as a filter gradient. */
  #multiplyDeep(
    result: number,
    left: number,
    right: number,
    rows: number,
    depth: number,
    columns: number,
  ): void {
    const pieces = Math.floor(depth / depthAtOnce)
    const parts = ranges(pieces, partsAtMost).map(([first, end]) => [
      first * depthAtOnce,
      (end - first) as number,
      depthAtOnce,
    ])
    const rest = depth - pieces * depthAtOnce
    if (rest > 0) parts.push([pieces * depthAtOnce, 1, rest])
    const pixel = rows * bytes
    const scratch = blockBytes + depthAtOnce * (panelRows + ceilTo(columns, panelColumns)) * bytes
    const task = (part: number, sums: number): Task => {
      const [first, outRows, outColumns] = parts[part]!
      return {
        name: 'filterGradient',
        arguments: [
          ...[sums, left + first! * pixel, 0, 0, outColumns! * pixel, pixel],
          ...[right + first! * columns * bytes, 1, outRows!, outColumns!, 1, 1, rows, columns],
        ],
      }
    }
    this.#reduce(result, parts.length, rows * columns, 1, task, scratch)
  }

  /**
   * Sums over the rows of a row-major matrix.
   * @param options.weights address of one factor a row
   * @param options.factor one for all
   */
  columnSums(
    result: number,
    x: number,
    rows: number,
    columns: number,
    { weights, factor = 1 }: { weights?: number; factor?: number } = {},
  ): void {
    const parts = ranges(rows, Math.min(partsAtMost, Math.ceil((rows * columns) / 16_384)))
    this.#reduce(result, parts.length, columns, factor, (part, sums) => {
      const [first, end] = parts[part]!
      const from = x + first * columns * bytes
      return weights === undefined
        ? { name: 'columnSums', arguments: [sums, from, end - first, columns, 0] }
        : {
            name: 'weightedColumnSums',
            arguments: [sums, from, end - first, columns, weights + first * bytes],
          }
    })
  }

  /** Uniform numbers in [0, 1), those of shared/philox.ts. */
  uniform(result: number, count: number, key: readonly [number, number], stream: number): void {
    const groups = Math.floor(count / uniformsAtOnce)
    const blocks = uniformsAtOnce / 4
    this.#pool.run(
      ranges(groups, Math.ceil(groups / 1024)).map(([first, end]) => ({
        name: 'uniform',
        arguments: [result + first * uniformsAtOnce * bytes, first * blocks, end - first, ...key, stream],
      })),
    )
    const done = groups * uniformsAtOnce
    const rest = new Float32Array(this.#memory.buffer, (result >>> 0) + done * bytes, count - done)
    fillUniform(rest, key[0], key[1], stream, groups * blocks)
  }

  /** Gradient of a convolution with respect to its filter, [height, width, in, out]. */
  filterGradient(result: number, x: number, dy: number, g: FilterGeometry): void {
    const piece = g.filterWidth * g.inChannels
    const wide = ceilTo(g.outChannels, panelColumns)
    const rowsAtOnce = Math.min(
      g.outHeight,
      Math.max(1, Math.floor(Math.min(packedFloats / wide, 2 * depthAtOnce) / g.outWidth)),
    )
    const depth = rowsAtOnce * g.outWidth
    const size = g.filterHeight * piece * g.outChannels
    const scratch = blockBytes + depth * (panelRows + wide) * bytes
    this.#reducePictures(
      'filterGradient',
      result,
      size,
      x,
      dy,
      g,
      [rowsAtOnce, g.filterHeight, piece],
      scratch,
    )
  }

  /** Gradient of a depthwise convolution with respect to its filter; the channels are a multiple of four. */
  depthwiseGradient(result: number, x: number, dy: number, g: FilterGeometry): void {
    const size = g.filterHeight * g.filterWidth * g.outChannels
    this.#reducePictures('depthwiseGradient', result, size, x, dy, g, [g.filterHeight, g.filterWidth], 16)
  }

  /** Gradient of max-pooling; `dx` is overwritten; the channels are a multiple of four. */
  maxPoolGradient(dx: number, dy: number, x: number, y: number, g: PoolGeometry): void {
    const inside = g.height * g.width * g.channels * bytes
    const outside = g.outHeight * g.outWidth * g.channels * bytes
    new Uint8Array(this.#memory.buffer, dx >>> 0, inside * g.batch).fill(0)
    this.#pool.run(
      ranges(g.batch, 32).map(([first, end]) => ({
        name: 'maxPoolGradient',
        arguments: [
          ...[dx + first * inside, dy + first * outside, x + first * inside, y + first * outside],
          ...[end - first, g.height, g.width, g.outHeight, g.outWidth],
          ...[g.filterHeight, g.filterWidth, g.strideHeight, g.strideWidth, g.top, g.left, g.channels],
        ],
      })),
    )
  }

  /** Sums over the pictures of a batch, in parts of some pictures each. */
  #reducePictures(
    name: string,
    result: number,
    size: number,
    x: number,
    dy: number,
    g: FilterGeometry,
    shape: readonly number[],
    scratchBytes: number,
  ): void {
    const pixel = g.inChannels * bytes
    const row = g.width * pixel
    const picture = g.height * row
    const outPicture = g.outHeight * g.outWidth * g.outChannels * bytes
    const fitting = Math.max(1, Math.floor(partBytesAtMost / (size * bytes)))
    const parts = ranges(g.batch, Math.min(partsAtMost, fitting))
    const task = (part: number, sums: number): Task => {
      const [first, end] = parts[part]!
      return {
        name,
        arguments: [
          ...[sums, x + first * picture, picture, row, g.strideHeight * row, g.strideWidth * pixel],
          ...[dy + first * outPicture, end - first, g.outHeight, g.outWidth, ...shape, g.outChannels],
        ],
      }
    }
    this.#reduce(result, parts.length, size, 1, task, scratchBytes)
  }

  /** Runs one task a part, each with zeroed sums of its own, and adds them up in order. */
  #reduce(
    result: number,
    parts: number,
    size: number,
    factor: number,
    task: (part: number, sums: number) => Task,
    scratchBytes?: number,
  ): void {
    const stride = ceilTo(size, 4) * bytes
    this.#with(16 + parts * stride, (memory) => {
      const sums = memory + 16
      new Uint8Array(this.#memory.buffer, sums >>> 0, parts * stride).fill(0)
      new Float32Array(this.#memory.buffer, memory >>> 0, 1)[0] = factor
      this.#pool.run(
        Array.from({ length: parts }, (_, part) => task(part, sums + part * stride)),
        scratchBytes,
      )
      this.#pool.run(
        ranges(Math.ceil(size / 4), Math.ceil(size / 65_536)).map(([first, end]) => ({
          name: 'addParts',
          arguments: [result, sums, parts, stride, first * 16, Math.min(end * 16, size * bytes), memory],
        })),
      )
    })
  }

  #with(size: number, use: (address: number) => void): void {
    const address = this.#malloc(size)
    try {
      use(address)
    } finally {
      this.#free(address)
    }
  }
}

const ceilTo = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple

/** Divides 0 … count into at most `parts` ranges of nearly equal length. */
function ranges(count: number, parts: number): [number, number][] {
  const used = Math.max(1, Math.min(parts, count))
  return Array.from({ length: used }, (_, i) => [
    Math.floor((i * count) / used),
    Math.floor(((i + 1) * count) / used),
  ])
}
