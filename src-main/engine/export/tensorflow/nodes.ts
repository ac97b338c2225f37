// Nodes of a TensorFlow graph, as plain values: what both the graph model of TensorFlow.js and the SavedModel hold.
import { DataType } from './messages'

export interface ShapeProto {
  readonly dim: readonly { readonly size: number }[]
}

export const shapeProto = (shape: readonly number[]): ShapeProto => ({ dim: shape.map((size) => ({ size })) })

/** One value of an attribute; `s` are bytes. */
export type Attribute =
  | { readonly type: number }
  | { readonly b: boolean }
  | { readonly i: number }
  | { readonly s: Uint8Array }
  | { readonly list: { readonly i: readonly number[] } }
  | { readonly shape: ShapeProto }

export interface Node {
  readonly name: string
  readonly op: string
  readonly input: readonly string[]
  readonly attr: Readonly<Record<string, Attribute>>
}

/** The value of a `Const` node: its bytes are kept apart, as one of the formats stores them in a file of their own. */
export interface Constant {
  readonly name: string
  readonly dtype: DataType
  readonly shape: readonly number[]
  readonly values: Float32Array | Int32Array | readonly string[]
}

export const type = (name: DataType): Attribute => ({ type: DataType[name] })
export const bool = (b: boolean): Attribute => ({ b })
export const text = (value: string): Attribute => ({ s: Buffer.from(value, 'utf8') })
export const ints = (i: readonly number[]): Attribute => ({ list: { i } })

export const FLOAT = type('DT_FLOAT')
const INT32 = type('DT_INT32')

/** Collects the nodes of a graph, each after those that it takes. */
export class Nodes {
  readonly nodes: Node[] = []
  /** By name. Every one has a `Const` node among `nodes`. */
  readonly constants = new Map<string, Constant>()

  /** @returns the name */
  add(op: string, name: string, input: readonly string[], attr: Record<string, Attribute>): string {
    this.nodes.push({ name, op, input, attr })
    return name
  }

  constant(constant: Constant): string {
    this.constants.set(constant.name, constant)
    return this.add('Const', constant.name, [], { dtype: type(constant.dtype) })
  }

  float(name: string, shape: readonly number[], values: Float32Array): string {
    return this.constant({ name, dtype: 'DT_FLOAT', shape, values })
  }

  scalar(name: string, value: number): string {
    return this.float(name, [], Float32Array.of(value))
  }

  ints(name: string, shape: readonly number[], values: readonly number[]): string {
    return this.constant({ name, dtype: 'DT_INT32', shape, values: Int32Array.from(values) })
  }

  /** An operation on float32 that has no more attributes than its type. */
  float32(op: string, name: string, ...input: string[]): string {
    return this.add(op, name, input, { T: FLOAT })
  }

  /** Mean or maximum over axes. */
  reduce(op: 'Mean' | 'Max', name: string, input: string, axes: readonly number[], keep: boolean): string {
    const axis = this.ints(`${name}/axes`, [axes.length], axes)
    return this.add(op, name, [input, axis], { T: FLOAT, Tidx: INT32, keep_dims: bool(keep) })
  }
}
