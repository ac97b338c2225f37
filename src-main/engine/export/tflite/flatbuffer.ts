// Small tools over the flatbuffers builder. A flatbuffer is built from its leaves: what a table refers to comes first.
import { Builder } from 'flatbuffers'

/** Where something lies in the buffer. */
export type Offset = number

/** A table's field: its place in the schema, how it is stored, its value. Zeros and absent offsets are not stored. */
export type Field =
  | readonly [slot: number, type: 'int8' | 'int32' | 'float32', value: number, byDefault?: number]
  | readonly [slot: number, type: 'offset', value: Offset | null]

export function table(builder: Builder, slots: number, fields: readonly Field[]): Offset {
  builder.startObject(slots)
  for (const [slot, type, value, byDefault = 0] of fields) {
    if (type === 'offset') {
      if (value !== null) builder.addFieldOffset(slot, value, 0)
    } else if (type === 'int8') builder.addFieldInt8(slot, value, byDefault)
    else if (type === 'int32') builder.addFieldInt32(slot, value, byDefault)
    else builder.addFieldFloat32(slot, value, byDefault)
  }
  return builder.endObject()
}

/** A vector of tables or strings. */
export function offsets(builder: Builder, values: readonly Offset[]): Offset {
  builder.startVector(4, values.length, 4)
  for (const value of values.toReversed()) builder.addOffset(value)
  return builder.endVector()
}

export function int32s(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(4, values.length, 4)
  for (const value of values.toReversed()) builder.addInt32(value)
  return builder.endVector()
}

export function int64s(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(8, values.length, 8)
  for (const value of values.toReversed()) builder.addInt64(BigInt(value))
  return builder.endVector()
}

export function float32s(builder: Builder, values: ArrayLike<number>): Offset {
  builder.startVector(4, values.length, 4)
  for (let i = values.length - 1; i >= 0; i--) builder.addFloat32(values[i]!)
  return builder.endVector()
}

/** Bytes that begin at a multiple of `alignment` in the file, for runtimes that map it into memory. */
export function bytes(builder: Builder, values: Uint8Array, alignment: number): Offset {
  builder.prep(alignment, values.length)
  return builder.createByteVector(values)
}

export { Builder }
