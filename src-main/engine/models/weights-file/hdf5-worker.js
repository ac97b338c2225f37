// The program of the worker thread that reads one HDF5 file (hdf5.ts gives it to the thread as a text).
//
// The file comes from outside. It is read from memory, in a file system that holds nothing else, so a link or an
// external dataset in it leads nowhere, and no filter plugin can be loaded. What goes wrong in the library's C code
// stays in this thread.
import { parentPort, workerData } from 'node:worker_threads'

const { library, bytes, limits } = workerData
const h5wasm = await import(library)
const { FS } = await h5wasm.ready
FS.writeFile('/weights.h5', bytes, { canOwn: true })

const stringType = 3
const integerType = 0
const floatType = 1
const wanted = /^(layer_names|weight_names)\d*$|^(name|backend|keras_version|model_config|cotejo)$/
let file

class Limit extends Error {}

/** The strings of an attribute, or null for one that holds something else. Its size is looked at before it is read. */
function strings(attribute) {
  const { type, vlen, total_size: count, size } = attribute.metadata
  // An empty list of strings is often written as an empty list of numbers.
  if (count === 0) return []
  if (type !== stringType) return null
  if (count > limits.names || (!vlen && count * size > limits.text))
    throw new Limit('an attribute is too long')
  const value = attribute.value
  return (Array.isArray(value) ? value : [value]).map(String)
}

/** What the file holds, without the numbers. */
function outline() {
  const groups = []
  const datasets = []
  const walk = (group, path, depth) => {
    if (depth > limits.depth) throw new Limit('its groups are nested too deep')
    if (groups.length + datasets.length > limits.objects) throw new Limit('it has too many parts')
    const attributes = {}
    for (const [name, attribute] of Object.entries(group.attrs)) {
      const value = wanted.test(name) ? strings(attribute) : null
      if (value) attributes[name] = value
    }
    groups.push({ path, attributes })
    for (const name of group.keys()) {
      const child = group.get(name)
      const at = path === '/' ? `/${name}` : `${path}/${name}`
      if (child?.type === 'Group') walk(child, at, depth + 1)
      if (child?.type !== 'Dataset') continue
      const { type, shape } = child.metadata
      const numeric = type === floatType || type === integerType
      if (numeric && shape) datasets.push({ path: at, shape: shape.map(Number) })
      if (datasets.length > limits.objects) throw new Limit('it has too many parts')
    }
  }
  walk(file, '/', 0)
  return { groups, datasets }
}

/** The numbers of some datasets, as 32-bit floats. */
function read(paths) {
  return paths.map((path) => {
    const value = file.get(path).value
    return Float32Array.from(typeof value === 'object' ? value : [value], Number)
  })
}

parentPort.on('message', ({ ask, paths }) => {
  try {
    file ??= new h5wasm.File('/weights.h5', 'r')
    if (ask === 'outline') parentPort.postMessage({ outline: outline() })
    else {
      const values = read(paths)
      parentPort.postMessage(
        { values },
        values.map((one) => one.buffer),
      )
    }
  } catch (error) {
    parentPort.postMessage({ problem: error instanceof Limit ? error.message : '', cause: String(error) })
  }
})
