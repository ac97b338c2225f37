// weight.bin of a Core ML package: numbers that a model's constants point at. A header of 64 bytes; then, for each, a
// record of 64 bytes that says where its numbers are, and the numbers. Everything begins at a multiple of 64. (The
// layout is that of mlmodel/src/MILBlob/Blob/StorageFormat.hpp, version 2, in https://github.com/apple/coremltools.)
import { bytesOf } from '../layout'

const ALIGNMENT = 64
const VERSION = 2
const SENTINEL = 0xdeadbeef
/** BlobDataType::Float32 */
const FLOAT32 = 2

const aligned = (place: number): number => Math.ceil(place / ALIGNMENT) * ALIGNMENT

export class WeightFile {
  readonly #blobs: { values: Float32Array; offset: number }[] = []
  #end = ALIGNMENT

  /** @returns where the record of these numbers is: what a constant points at */
  add(values: Float32Array): number {
    const offset = this.#end
    this.#blobs.push({ values, offset })
    this.#end = aligned(offset + ALIGNMENT + values.byteLength)
    return offset
  }

  bytes(): Uint8Array {
    const file = new Uint8Array(this.#end)
    const view = new DataView(file.buffer)
    view.setUint32(0, this.#blobs.length, true)
    view.setUint32(4, VERSION, true)
    for (const { values, offset } of this.#blobs) {
      view.setUint32(offset, SENTINEL, true)
      view.setUint32(offset + 4, FLOAT32, true)
      view.setBigUint64(offset + 8, BigInt(values.byteLength), true)
      view.setBigUint64(offset + 16, BigInt(offset + ALIGNMENT), true)
      file.set(bytesOf(values), offset + ALIGNMENT)
    }
    return file
  }
}
