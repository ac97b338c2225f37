// Weights of a TensorFlow.js model: a list of names and shapes in model.json, and files of bytes, one after the other.
import { readFile, stat } from 'node:fs/promises'
import { posix } from 'node:path'
import { tf } from '../tf'
import { type ModelFiles } from './files'
import { type SavedWeight, type SavedWeights } from './weights'
import { type FlatLayer } from './topology'
import { damaged } from './unsupported'

type Spec = Parameters<typeof tf.io.decodeWeights>[1][number]

const MOST_BYTES = 2 ** 30
const dtypes = new Set(['float32', 'int32', 'bool'])
const stored: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  bool: 1,
  uint8: 1,
  uint16: 2,
  float16: 2,
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Names, shapes and types alone, each looked at. @returns the specs and the bytes that they take */
function specOf(entry: unknown, file: string): { spec: Spec; bytes: number } {
  const { name, shape, dtype, quantization } = isObject(entry) ? entry : {}
  const sides = Array.isArray(shape) && shape.length <= 6 && shape.every((n) => Number.isInteger(n) && n >= 0)
  if (typeof name !== 'string' || !sides || !dtypes.has(String(dtype)))
    throw damaged(file, 'its list of weights is not understood')
  let packed = String(dtype)
  let how: Spec['quantization']
  if (quantization !== undefined) {
    const { dtype: small, scale, min } = isObject(quantization) ? quantization : {}
    if (!['uint8', 'uint16', 'float16'].includes(String(small))) throw damaged(file, 'its weights are packed in a way that is not known') // prettier-ignore
    packed = String(small)
    if (packed !== 'float16' && !(Number.isFinite(scale) && Number.isFinite(min))) throw damaged(file, 'its list of weights is not understood') // prettier-ignore
    how = { dtype: packed, scale, min } as Spec['quantization']
  }
  const size = (shape as number[]).reduce((all, side) => all * side, 1)
  const spec = {
    name,
    shape: shape as number[],
    dtype: dtype as 'float32',
    ...(how && { quantization: how }),
  }
  return { spec, bytes: size * stored[packed]! }
}

export interface Manifest {
  readonly specs: readonly Spec[]
  /** Paths of the files, in order. */
  readonly paths: readonly string[]
}

/**
 * @param manifest of model.json
 * @throws UserError `file-unreadable` where it is not understood, or a file is missing or has another length
 */
export async function readManifest(manifest: unknown, files: ModelFiles): Promise<Manifest> {
  if (!Array.isArray(manifest) || manifest.length > 1000) throw damaged(files.main, 'it lists no weights')
  const [specs, paths]: [Spec[], string[]] = [[], []]
  let total = 0
  for (const group of manifest as unknown[]) {
    if (!isObject(group) || !Array.isArray(group.paths) || !Array.isArray(group.weights))
      throw damaged(files.main, 'its list of weights is not understood')
    let [expected, there] = [0, 0]
    for (const entry of group.weights) {
      const { spec, bytes } = specOf(entry, files.main)
      specs.push(spec)
      expected += bytes
    }
    for (const given of group.paths as unknown[]) {
      const wanted = posix.join(posix.dirname(files.main), String(given))
      // Files chosen one by one, or sent by a browser, lie side by side.
      const path = files.all.get(wanted) ?? files.all.get(posix.basename(wanted))
      if (path === undefined) throw damaged(files.main, `its weights, ${String(given)}, are not there`)
      paths.push(path)
      there += (await stat(path)).size
    }
    total += expected
    if (expected !== there || total > MOST_BYTES)
      throw damaged(files.main, total > MOST_BYTES ? 'it is larger than 1 GB' : 'its weights are not whole')
  }
  return { specs, paths }
}

/** Names of the groups and of the layer, joined; the last part is the weight's own. */
const parts = (name: string): { layer: string; own: string } => {
  const at = name.lastIndexOf('/')
  return { layer: at === -1 ? '' : name.slice(0, at), own: name.slice(at + 1).replace(/:\d+$/, '') }
}

export function tfjsWeights({ specs, paths }: Manifest): SavedWeights {
  const all = specs.map(({ name, shape }) => ({ ...parts(name), weight: { name: parts(name).own, shape, at: name } })) // prettier-ignore
  const byLayer = new Map<string, SavedWeight[]>()
  for (const { layer, weight } of all) byLayer.set(layer, [...(byLayer.get(layer) ?? []), weight])
  let values: Promise<Map<string, Float32Array>> | null = null
  return {
    of({ place }: FlatLayer) {
      const own = place.at(-1)!
      const whole = place.join('/')
      const exact = byLayer.get(own) ?? byLayer.get(whole)
      if (exact) return exact
      const ending = [...byLayer].filter(([name]) => name.endsWith(`/${own}`) || name.startsWith(`${own}/`))
      const near = ending.length > 1 ? ending.filter(([name]) => name.includes(place.slice(-2).join('/'))) : ending // prettier-ignore
      return near.length === 1 ? near[0]![1] : []
    },
    async read(weights) {
      values ??= decode(specs, paths)
      const found = await values
      return weights.map(({ at }) => found.get(at)!)
    },
    close: async () => {},
  }
}

async function decode(specs: readonly Spec[], paths: readonly string[]): Promise<Map<string, Float32Array>> {
  const bytes = Buffer.concat(await Promise.all(paths.map((path) => readFile(path))))
  const tensors = tf.io.decodeWeights(new Uint8Array(bytes).buffer, [...specs])
  try {
    const read = await Promise.all(
      Object.entries(tensors).map(async ([name, tensor]) => [name, Float32Array.from(await tensor.data())] as const), // prettier-ignore
    )
    return new Map(read)
  } finally {
    tf.dispose(tensors)
  }
}
