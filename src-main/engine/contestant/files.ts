// Finds the model among what a user points at: a file, a folder, an archive, or several files at once.
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../../contract'
import { archiveKind, unpackArchive } from '../data/archive/unpack'
import { throwIfCancelled, type Task } from '../task'
import { damaged } from './unsupported'

export interface ModelFiles {
  /** Name with its folders, `/` between them, to the path on disk. */
  readonly all: ReadonlyMap<string, string>
  /** Name of the file with the layers. */
  readonly main: string
  readonly kind: 'json' | 'keras' | 'h5'
  /** What the user pointed at. */
  readonly title: string
}

const LIMITS = { files: 5000, depth: 5 }
/** A text file that goes with a model is small; the largest layers of Keras's networks are a megabyte of JSON. */
export const MOST_TEXT = 32 * 1024 ** 2

const kindOf = (name: string): ModelFiles['kind'] | null => {
  const file = basename(name).toLowerCase()
  if (file.endsWith('.weights.h5') || file.endsWith('_weights.h5')) return null
  if (/\.(h5|hdf5)$/.test(file)) return 'h5'
  if (file.endsWith('.keras')) return 'keras'
  return file === 'model.json' ? 'json' : null
}

/** Plain files below a folder; links are not followed, hidden ones left out. */
async function filesBelow(root: string, task: Task): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const walk = async (folder: string, prefix: string, depth: number): Promise<void> => {
    throwIfCancelled(task)
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue
      const [path, name] = [join(folder, entry.name), `${prefix}${entry.name}`]
      if (entry.isDirectory() && depth < LIMITS.depth) await walk(path, `${name}/`, depth + 1)
      else if (entry.isFile() && found.size < LIMITS.files) found.set(name, path)
    }
  }
  await walk(root, '', 0)
  return found
}

/** A `.keras` file is a zip too: what is in it decides, not its name. */
const isKerasFile = (files: ReadonlyMap<string, string>): boolean =>
  files.has('config.json') && files.has('model.weights.h5')

/** Formats that hold a trained model and are made to be run, not to be built again; by the names of their files. */
const OTHER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/\.onnx$/i, 'ONNX'],
  [/\.tflite$/i, 'TensorFlow Lite'],
  [/(^|\/)saved_model\.pb$/i, 'SavedModel'],
  [/\.ml(model|package\/.*)$/i, 'Core ML'],
  [/\.(pt|pth|safetensors)$/i, 'PyTorch'],
]

function noModel(title: string, names: Iterable<string> = [title]): UserError {
  const all = [...names]
  const [, format] = OTHER_FORMATS.find(([name]) => all.some((one) => name.test(one))) ?? []
  if (format !== undefined)
    return new UserError('model-unsupported', `${title} is a model in the format ${format}, which Cotejo does not read.`, {
      detail: { what: `the format ${format}` },
      hint: 'Save the same model as .keras or .h5, or as TensorFlow.js layers; Cotejo exports all three.',
    }) // prettier-ignore
  return new UserError('not-found', `There is no model in ${title}.`, {
    detail: { file: title },
    hint: 'Choose model.json with its weights, a .keras or .h5 file, or a folder or .zip that has one of them.',
  })
}

/** The only model among the files, the one nearest to the top. */
function choose(all: ReadonlyMap<string, string>, given?: string): ModelFiles {
  const candidates = [...all.keys()].filter((name) => kindOf(name) !== null)
  const depth = (name: string): number => name.split('/').length
  const nearest = Math.min(...candidates.map(depth))
  const models = candidates.filter((name) => depth(name) === nearest).sort()
  const [main] = models
  const title = given ?? main ?? [...all.keys()].join(', ').slice(0, 200)
  if (main === undefined) throw noModel(title, all.keys())
  if (models.length > 1)
    throw new UserError('invalid-argument', `There are ${models.length} models in ${title}: ${models.slice(0, 5).join(', ')}.`, {
      detail: { file: title, count: models.length, models: models.slice(0, 5).join(', ') },
      hint: 'Choose one of them.',
    }) // prettier-ignore
  return { all, main, kind: kindOf(main)!, title }
}

/** A file, with those beside it that may belong to it. */
async function besides(path: string): Promise<Map<string, string>> {
  const found = new Map([[basename(path), path]])
  const entries = await readdir(dirname(path), { withFileTypes: true })
  const belongs = /^(metadata\.json|labels\.txt|class_names\.txt|.*\.bin|group\d.*)$/i
  for (const entry of entries.slice(0, LIMITS.files))
    if (entry.isFile() && belongs.test(entry.name)) found.set(entry.name, join(dirname(path), entry.name))
  return found
}

async function ofOne(path: string, scratch: string, task: Task): Promise<ModelFiles> {
  const title = basename(path)
  const info = await stat(path)
  if (info.isDirectory()) {
    const all = await filesBelow(path, task)
    const archives = [...all.keys()].filter((name) => /\.zip$/i.test(name))
    // An archive in a folder of its own, as it was downloaded.
    const packed = archives.length === 1 && ![...all.keys()].some((name) => kindOf(name) !== null)
    return packed ? await ofOne(all.get(archives[0]!)!, scratch, task) : choose(all, title)
  }
  if (!info.isFile()) throw noModel(title)
  const kind = kindOf(title) ?? (title.toLowerCase().endsWith('.json') ? 'json' : null)
  if (kind === 'json' || kind === 'h5') return { all: await besides(path), main: title, kind, title }
  if ((await archiveKind(path)) === null) {
    if (kind === 'keras') throw damaged(title, 'a .keras file is a zip, and this one is none')
    throw noModel(title)
  }
  const folder = join(scratch, 'unpacked')
  await unpack(path, folder, task)
  const all = await filesBelow(folder, task)
  if (!isKerasFile(all)) return choose(all, title)
  const beside = await besides(path)
  // What lies beside the file comes first: a .keras file has a metadata.json of its own.
  for (const [name, other] of beside) if (name !== title) all.set(`beside/${name}`, other)
  return { all, main: 'config.json', kind: 'keras', title }
}

async function unpack(path: string, folder: string, task: Task): Promise<void> {
  try {
    await unpackArchive(path, folder, task, { entries: LIMITS.files })
  } catch (thrown) {
    if (thrown instanceof UserError || (thrown as NodeJS.ErrnoException).code) throw thrown
    throw damaged(basename(path), 'it is an archive of something else', thrown)
  }
}

/**
 * @param paths one folder, archive or file, or the files of one model
 * @param scratch an empty folder of the caller's, for what has to be unpacked
 * @throws UserError `not-found`, `archive-damaged`, `file-unreadable`; `invalid-argument` where there are several models
 */
export async function modelFiles(paths: readonly string[], scratch: string, task: Task): Promise<ModelFiles> {
  for (const path of paths) {
    await lstat(path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause
      throw new UserError('not-found', `There is no file ${path}.`, { detail: { file: path }, cause })
    })
  }
  const [first] = paths
  const files =
    paths.length === 1
      ? await ofOne(first!, scratch, task)
      : choose(new Map(paths.map((path) => [basename(path), path])))
  if (files.kind !== 'keras' || files.main === 'config.json') return files
  // A .keras file among others: its inside, with what lies around it.
  const inner = await ofOne(files.all.get(files.main)!, scratch, task)
  if (inner.kind !== 'keras') throw damaged(files.main, 'it is no Keras model')
  return { ...inner, title: files.title }
}

/** A file's text, within limits. Null where there is none of this name. */
export async function readText(files: ModelFiles, name: string): Promise<string | null> {
  const path = files.all.get(name)
  if (path === undefined) return null
  const { size } = await stat(path)
  if (size > MOST_TEXT) throw damaged(name, `it is larger than ${MOST_TEXT / 1024 ** 2} MB`)
  const handle = await open(path, 'r')
  try {
    return (await handle.readFile()).toString('utf8')
  } finally {
    await handle.close()
  }
}

/** A file's JSON. @throws UserError `file-unreadable` where it is none */
export async function readJson(files: ModelFiles, name: string): Promise<unknown> {
  const text = await readText(files, name)
  if (text === null) return null
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw damaged(name, 'it is not JSON', cause)
  }
}
