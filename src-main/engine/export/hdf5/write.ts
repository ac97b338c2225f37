// Writes HDF5 files, in memory: their size is that of the weights.
import { type File, type Group } from 'h5wasm'
import { type Weight } from '../graph'

export { type Group } from 'h5wasm'

let number = 0

/**
 * @param fill writes into the file's root
 * @returns the file's bytes
 */
export async function hdf5Bytes(fill: (root: File) => void): Promise<Uint8Array> {
  // Only when it is needed: the library is a WebAssembly program of some megabytes.
  const { File, ready } = await import('h5wasm')
  const { FS } = await ready
  const name = `/export-${++number}.h5`
  try {
    const file = new File(name, 'w')
    try {
      fill(file)
    } finally {
      file.close()
    }
    return FS.readFile(name)
  } finally {
    if (FS.analyzePath(name).exists) FS.unlink(name)
  }
}

export function addWeight(group: Group, name: string, { shape, values }: Weight): void {
  group.create_dataset({ name, data: values, shape: [...shape] })
}

/** A list of texts; an empty one too, which HDF5 keeps as an empty list of numbers. */
export function addNames(group: Group, name: string, texts: readonly string[]): void {
  if (texts.length > 0) group.create_attribute(name, [...texts])
  else group.create_attribute(name, [], [0], '<f8')
}
