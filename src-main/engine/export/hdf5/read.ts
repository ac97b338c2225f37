// Reads an HDF5 file of our own from memory. Files from outside go through models/weights-file/hdf5.ts, which does not
// trust them.
import { type File } from 'h5wasm'

export { type Group } from 'h5wasm'

let number = 0

/** Calls `use` with the file's root; everything that it takes from it is a copy. */
export async function readHdf5<T>(bytes: Uint8Array, use: (root: File) => Promise<T>): Promise<T> {
  const { File, ready } = await import('h5wasm')
  const { FS } = await ready
  const name = `/read-${++number}.h5`
  FS.writeFile(name, bytes)
  try {
    const file = new File(name, 'r')
    try {
      return await use(file)
    } finally {
      file.close()
    }
  } finally {
    FS.unlink(name)
  }
}
