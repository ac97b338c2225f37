// Tensors in one file, in the safetensors format (github.com/huggingface/safetensors): the length of a JSON header
// as 64 bits, the header, the bytes. Small, without code, and other programs read it.
import { tf, type Tensor } from '../tf'

interface Entry {
  dtype: 'F32'
  shape: number[]
  data_offsets: [number, number]
}

/** Packs float32 tensors, and text beside them. Reads the tensors back from the device. */
export async function encodeTensors(
  tensors: Record<string, Tensor>,
  metadata: Record<string, string>,
): Promise<Uint8Array> {
  const header: Record<string, Entry | Record<string, string>> = { __metadata__: metadata }
  const parts: Uint8Array[] = []
  let offset = 0
  for (const [name, tensor] of Object.entries(tensors)) {
    if (tensor.dtype !== 'float32') throw new Error(`${name} is ${tensor.dtype}, not float32`)
    const values = await tensor.data()
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    header[name] = { dtype: 'F32', shape: tensor.shape, data_offsets: [offset, offset + bytes.length] }
    offset += bytes.length
    parts.push(bytes)
  }
  // Padded with spaces so that the data begin at a multiple of eight.
  const json = JSON.stringify(header)
  const text = Buffer.from(json.padEnd(json.length + ((8 - (Buffer.byteLength(json) % 8)) % 8)))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(text.length))
  return Buffer.concat([length, text, ...parts])
}

/** Unpacks what `encodeTensors` packed. @throws Error where the bytes are not such a file, whole */
export function decodeTensors(bytes: Uint8Array): {
  tensors: Record<string, Tensor>
  metadata: Record<string, string>
} {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = Number(buffer.readBigUInt64LE())
  const { __metadata__: metadata, ...entries } = JSON.parse(buffer.toString('utf8', 8, 8 + length)) as Record<
    string,
    Entry
  > & { __metadata__: Record<string, string> }
  const data = buffer.subarray(8 + length)
  for (const {
    dtype,
    shape,
    data_offsets: [from, to],
  } of Object.values(entries)) {
    const bytes = 4 * shape.reduce((product, side) => product * side, 1)
    if (dtype !== 'F32' || from < 0 || to - from !== bytes || to > data.length) {
      throw new Error('The file is damaged')
    }
  }
  const read = ({ shape, data_offsets: [from, to] }: Entry) =>
    // Copied, for alignment: a Float32Array needs an offset that is a multiple of four.
    tf.tensor(new Float32Array(new Uint8Array(data.subarray(from, to)).buffer), shape)
  const tensors = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, read(entry)]))
  return { tensors, metadata }
}
