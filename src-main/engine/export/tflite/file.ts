// All of a .tflite file: the model with its metadata, and the labels behind it.
import { type ModelGraph } from '../graph'
import { associatedFiles, METADATA, metadataBytes } from './metadata'
import { type TfliteModel } from './model'
import { tfliteBytes } from './write'

/** @param graph what the model was made from: labels, preprocessing, origin */
export function tfliteFile(model: TfliteModel, graph: ModelGraph): Uint8Array[] {
  const { facts, labels } = graph
  const description = `${facts.name}: an image classifier with ${labels.length} classes`
  const bytes = tfliteBytes(model, description, [{ name: METADATA, data: metadataBytes(graph) }])
  return [bytes, associatedFiles(graph, bytes.length)]
}
