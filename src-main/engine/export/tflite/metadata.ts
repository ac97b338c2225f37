// TensorFlow Lite's metadata: what Android's and MediaPipe's classifiers read of input, output and labels. A flatbuffer
// of its own (metadata_schema.fbs) in the model, and the files that it names in a zip archive behind the model.
import { strToU8, zipSync } from 'fflate'
import { labelLines } from '../common-files'
import { INPUT, OUTPUT } from '../end-names'
import { type ModelGraph } from '../graph'
import { trainedBy } from '../readme'
import { Builder, float32s, offsets, table, type Offset } from './flatbuffer'

/** The name under which runtimes look for it. */
export const METADATA = 'TFLITE_METADATA'

const LABELS = 'labels.txt'
/** Everything exactly: a label in labels.txt has no line breaks. */
const ALL = 'metadata.json'
const CARD = 'model-card.json'

/** AssociatedFileType */
const FILE_TYPE = { descriptions: 1, axisLabels: 2 } as const
/** ContentProperties */
const CONTENT = { feature: 1, image: 2 } as const
/** ColorSpaceType.RGB */
const RGB = 1

function file(builder: Builder, name: string, description: string, type: number): Offset {
  const [title, about] = [builder.createString(name), builder.createString(description)]
  // name, description, type
  return table(builder, 5, [
    [0, 'offset', title],
    [1, 'offset', about],
    [2, 'int8', type],
  ])
}

interface TensorFacts {
  name: string
  description: string
  content: readonly [type: number, properties: Offset]
  /** Smallest and largest value. */
  range: readonly [number, number]
  files: Offset | null
}

function tensor(builder: Builder, { name, description, content, range, files }: TensorFacts): Offset {
  // content_properties_type, content_properties
  const about = table(builder, 3, [
    [0, 'int8', content[0]],
    [1, 'offset', content[1]],
  ])
  const [largest, smallest] = [float32s(builder, [range[1]]), float32s(builder, [range[0]])]
  // max, min
  const stats = table(builder, 2, [
    [0, 'offset', largest],
    [1, 'offset', smallest],
  ])
  const [title, text] = [builder.createString(name), builder.createString(description)]
  // name, description, content, stats, associated_files
  return table(builder, 7, [
    [0, 'offset', title],
    [1, 'offset', text],
    [3, 'offset', about],
    [5, 'offset', stats],
    [6, 'offset', files],
  ])
}

function imageProperties(builder: Builder, size: number): Offset {
  // width, height
  const sides = table(builder, 2, [
    [0, 'int32', size],
    [1, 'int32', size],
  ])
  // color_space, default_size
  return table(builder, 2, [
    [0, 'int8', RGB],
    [1, 'offset', sides],
  ])
}

/** @returns the metadata's own flatbuffer */
export function metadataBytes({ labels, preprocessing, description, facts }: ModelGraph): Uint8Array {
  const { size } = preprocessing
  const builder = new Builder(4096)
  const image = tensor(builder, {
    name: INPUT,
    description: `RGB picture of ${size} × ${size} pixels, values from 0 to 255 as they are: the model prepares them`,
    content: [CONTENT.image, imageProperties(builder, size)],
    range: [0, 255],
    files: null,
  })
  const labelFile = file(builder, LABELS, 'The labels, one a line', FILE_TYPE.axisLabels)
  const probabilities = tensor(builder, {
    name: OUTPUT,
    description: 'One probability for each label',
    content: [CONTENT.feature, table(builder, 0, [])],
    range: [0, 1],
    files: offsets(builder, [labelFile]),
  })
  const [inputs, outputs] = [offsets(builder, [image]), offsets(builder, [probabilities])]
  // input_tensor_metadata, output_tensor_metadata
  const subgraph = table(builder, 10, [
    [2, 'offset', inputs],
    [3, 'offset', outputs],
  ])
  const all = file(
    builder,
    ALL,
    'Labels, preprocessing, architecture and origin as JSON',
    FILE_TYPE.descriptions,
  )
  const card = file(
    builder,
    CARD,
    'Data, figures, limits and training of the model as JSON',
    FILE_TYPE.descriptions,
  )
  const [subgraphs, files] = [offsets(builder, [subgraph]), offsets(builder, [all, card])]
  const [name, about, parser] = [
    facts.name,
    `An image classifier with ${labels.length} classes, ${trainedBy(description)}`,
    '1.0.0',
  ].map((text) => builder.createString(text))
  // name, description, subgraph_metadata, associated_files, min_parser_version
  const root = table(builder, 8, [
    [0, 'offset', name!],
    [1, 'offset', about!],
    [3, 'offset', subgraphs],
    [6, 'offset', files],
    [7, 'offset', parser!],
  ])
  builder.finish(root, 'M001')
  return builder.asUint8Array()
}

/** 1980, the first year of zip: the same model makes the same file. */
const ALWAYS = new Date(1980, 0, 1)

/** Signatures and places of the records of a zip archive (PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16). */
const END = { bytes: 22, entries: 10, start: 16 } as const
const ENTRY = { bytes: 46, name: 28, extra: 30, comment: 32, offset: 42 } as const

/** Counts an archive's places from the start of the file that it is put behind. */
function moved(archive: Uint8Array, by: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - END.bytes
  let at = view.getUint32(end + END.start, true)
  view.setUint32(end + END.start, at + by, true)
  for (let entry = view.getUint16(end + END.entries, true); entry > 0; entry--) {
    view.setUint32(at + ENTRY.offset, view.getUint32(at + ENTRY.offset, true) + by, true)
    const [name, extra, comment] = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((place) =>
      view.getUint16(at + place, true),
    ) as [number, number, number]
    at += ENTRY.bytes + name + extra + comment
  }
  return archive
}

/**
 * The files that the metadata names, to be put behind the model. They are stored, not deflated, and their places are
 * counted from the start of the model: Android's reader knows nothing else.
 * @param modelBytes length of the model
 */
export function associatedFiles({ labels, description, facts }: ModelGraph, modelBytes: number): Uint8Array {
  const files = {
    [LABELS]: strToU8(labelLines(labels)),
    [ALL]: strToU8(JSON.stringify(description, null, 2)),
    [CARD]: strToU8(JSON.stringify(facts.card, null, 2)),
  }
  return moved(zipSync(files, { level: 0, mtime: ALWAYS }), modelBytes)
}
