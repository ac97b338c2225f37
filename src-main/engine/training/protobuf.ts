// The few pieces of the protocol-buffer wire format that an event file needs.

const varint = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

const tag = (field: number, wire: number) => varint(field * 8 + wire)

/** A field of type int64 (not negative) or an enum. */
export const integer = (field: number, value: number): Buffer =>
  Buffer.from([...tag(field, 0), ...varint(value)])

/** A field of type double. */
export function double(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return Buffer.concat([Buffer.from(tag(field, 1)), bytes])
}

/** A field of type float. */
export function float(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return Buffer.concat([Buffer.from(tag(field, 5)), bytes])
}

/** A field of type string, bytes or message. */
export function nested(field: number, content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return Buffer.concat([Buffer.from([...tag(field, 2), ...varint(bytes.length)]), bytes])
}
