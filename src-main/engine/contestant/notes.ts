// What a model's files say about it beside the model itself: labels, and how pictures are prepared.
import {
  modelDescription,
  type ContestantOrigin,
  type ModelDescription,
  type Preprocessing,
} from '../../contract'

export interface Notes {
  readonly origin: ContestantOrigin
  readonly title: string | null
  /** Of the model's classes, in its order; null where nothing names them. */
  readonly labels: readonly string[] | null
  /** As a Cotejo export says it; its scaling may be inside the model. */
  readonly preprocessing: Preprocessing | null
  /** Side of the input that Teachable Machine notes. */
  readonly size: number | null
  readonly claims: { dataset: string | null; testAccuracy: number | null }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textList = (value: unknown): string[] | null =>
  Array.isArray(value) &&
  value.length >= 1 &&
  value.length <= 10_000 &&
  value.every((one) => typeof one === 'string')
    ? value.map((one) => one.slice(0, 500))
    : null

/** A line a label; Teachable Machine and others number them (`0 cats`). */
function labelsOf(text: string): string[] | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop()
  if (lines.length === 0) return null
  const numbered = lines.every((line, i) => line.startsWith(`${i} `))
  return textList(numbered ? lines.map((line, i) => line.slice(`${i} `.length).trim()) : lines)
}

const ofCotejo = ({ labels, preprocessing, dataset, testAccuracy, run }: ModelDescription): Notes => ({
  origin: 'cotejo',
  title: run ?? null,
  labels,
  preprocessing,
  size: preprocessing.size,
  claims: { dataset: dataset ?? null, testAccuracy: testAccuracy ?? null },
})

const isTeachableMachine = (json: Record<string, unknown>): boolean =>
  typeof json.tmVersion === 'string' ||
  (typeof json.packageName === 'string' && json.packageName.startsWith('@teachablemachine/'))

const noClaims = { dataset: null, testAccuracy: null }
const titleIn = (json: Record<string, unknown>): string | null =>
  typeof json.modelName === 'string' && json.modelName.trim() !== '' ? json.modelName.slice(0, 200) : null

/**
 * @param own what the model's file itself carries: a Cotejo description, or anything
 * @param beside metadata.json and the text of labels.txt, null where they are not there
 */
export function readNotes(own: unknown, beside: { json: unknown; lines: string | null }): Notes {
  for (const one of [own, beside.json]) {
    const known = modelDescription.safeParse(one)
    if (known.success) return ofCotejo(known.data)
  }
  const lines = beside.lines === null ? null : labelsOf(beside.lines)
  for (const json of [beside.json, own]) {
    if (!isObject(json)) continue
    const labels = textList(json.labels) ?? textList(json.class_names) ?? textList(json.classes)
    const tm = isTeachableMachine(json)
    if (!tm && !labels) continue
    const size = Number.isInteger(json.imageSize) ? (json.imageSize as number) : null
    return {
      origin: tm ? 'teachable-machine' : 'other',
      title: titleIn(json),
      labels: labels ?? lines,
      preprocessing: null,
      size: size !== null && size >= 8 && size <= 1024 ? size : null,
      claims: noClaims,
    }
  }
  return { origin: 'other', title: null, labels: lines, preprocessing: null, size: null, claims: noClaims }
}
