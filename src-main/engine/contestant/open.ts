// Opens a foreign model: its layers, its weights, and what its files say about it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, posix } from 'node:path'
import { type ContestantFormat, type ContestantOrigin } from '../../contract'
import { openHdf5 } from '../models/weights-file/hdf5'
import { throwIfCancelled, type Task } from '../task'
import { modelFiles, readJson, readText, type ModelFiles } from './files'
import { readNotes, type Notes } from './notes'
import { flatten, type FlatModel } from './topology'
import { damaged, unsupported } from './unsupported'
import { type SavedWeights } from './weights'
import { keras2Weights, keras3Weights } from './weights-hdf5'
import { readManifest, tfjsWeights } from './weights-tfjs'

export interface OpenedModel {
  readonly format: ContestantFormat
  readonly origin: ContestantOrigin
  /** What the user pointed at. */
  readonly file: string
  readonly sha256: string
  readonly flat: FlatModel
  readonly weights: SavedWeights
  readonly notes: Notes
}

type Parts = Pick<OpenedModel, 'format' | 'flat' | 'weights'> & {
  /** Files that make the model what it is, in order. */
  read: readonly string[]
  /** What the model's own file says. */
  own: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function openTfjs(files: ModelFiles): Promise<Parts> {
  const json = await readJson(files, files.main)
  if (!isObject(json)) throw damaged(files.main, 'it is no TensorFlow.js model')
  if (json.format === 'graph-model' || (isObject(json.modelTopology) && 'node' in json.modelTopology))
    throw unsupported(
      'the form of a graph of operations (a TensorFlow.js graph model)',
      'Export the model in the layers format of TensorFlow.js, or as .keras or .h5.',
    )
  const topology = isObject(json.modelTopology) ? json.modelTopology : null
  if (!topology) throw damaged(files.main, 'it has no layers of a TensorFlow.js model')
  const manifest = await readManifest(json.weightsManifest, files)
  return {
    format: 'tfjs',
    flat: flatten(isObject(topology.model_config) ? topology.model_config : topology),
    weights: tfjsWeights(manifest),
    read: [files.all.get(files.main)!, ...manifest.paths],
    own: json.userDefinedMetadata,
  }
}

async function openKeras3(files: ModelFiles): Promise<Parts> {
  const flat = flatten(await readJson(files, 'config.json'))
  const path = files.all.get('model.weights.h5')!
  const weights = keras3Weights(await openHdf5(path))
  const own = await readJson(files, 'metadata.json')
  const read = [files.all.get('config.json')!, path]
  return { format: 'keras', flat, weights, read, own: isObject(own) ? own.cotejo : null }
}

async function openH5(files: ModelFiles): Promise<Parts> {
  const path = files.all.get(files.main)!
  const file = await openHdf5(path)
  try {
    const attributes = file.outline.groups.find((group) => group.path === '/')?.attributes ?? {}
    const [config] = attributes.model_config ?? []
    if (config === undefined)
      throw unsupported(
        'weights alone and no layers',
        'Save the whole model (model.save), not its weights (save_weights).',
      )
    const flat = flatten(jsonIn(files.main, config))
    const own = attributes.cotejo?.[0] === undefined ? null : jsonIn(files.main, attributes.cotejo[0])
    return { format: 'h5', flat, weights: keras2Weights(file), read: [path], own }
  } catch (error) {
    await file.close()
    throw error
  }
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damaged(file, 'its layers are not JSON', cause)
  }
}

async function hashOf(paths: readonly string[], task: Task): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths)
    for await (const chunk of createReadStream(path)) {
      throwIfCancelled(task)
      hash.update(chunk as Buffer)
    }
  return hash.digest('hex')
}

/** Labels and notes that lie beside the model: metadata.json, labels.txt. */
async function notesBeside(files: ModelFiles): Promise<{ json: unknown; lines: string | null }> {
  const folder = files.main === 'config.json' ? 'beside' : posix.dirname(files.main)
  const named = (name: string) => [...files.all.keys()].find((key) => posix.dirname(key) === folder && basename(key).toLowerCase() === name) // prettier-ignore
  const [json, lines] = [named('metadata.json'), named('labels.txt') ?? named('class_names.txt')]
  return {
    json: json ? await readJson(files, json) : null,
    lines: lines ? await readText(files, lines) : null,
  }
}

/**
 * Reads a model's layers and notes; its numbers stay in the file until they are asked for. Close `weights` afterwards.
 * @param paths what the user points at
 * @param scratch an empty folder of the caller's
 * @throws UserError `not-found`, `file-unreadable`, `archive-damaged`, `model-unsupported`, `invalid-argument`
 */
export async function openModel(paths: readonly string[], scratch: string, task: Task): Promise<OpenedModel> {
  const files = await modelFiles(paths, scratch, task)
  const open = { json: openTfjs, keras: openKeras3, h5: openH5 }[files.kind]
  const { read, own, ...parts } = await open(files)
  try {
    const notes = readNotes(own, await notesBeside(files))
    return {
      ...parts,
      origin: notes.origin,
      file: files.title.slice(0, 255),
      sha256: await hashOf(read, task),
      notes,
    }
  } catch (error) {
    await parts.weights.close()
    throw error
  }
}
