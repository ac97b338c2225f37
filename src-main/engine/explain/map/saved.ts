// map.json in a run's folder: a map costs seconds once and nothing afterwards.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { embeddingMap, type EmbeddingMap, type Evaluation } from '../../../contract'
import { writeWhole } from '../../data/files'

/** Version 1. `limit` is what was asked for. */
const mapFile = z.object({ version: z.literal(1), limit: z.int(), map: embeddingMap })

const fileIn = (folder: string): string => join(folder, 'map.json')

/**
 * The map that was kept, if it is of this many points and of this evaluation.
 * @returns null where there is none that fits, also where the file is damaged or of another version: it is made again
 */
export async function savedMap(
  folder: string,
  limit: number,
  { predictions, labels }: Evaluation,
): Promise<EmbeddingMap | null> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => null)
  if (text === null) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = mapFile.safeParse(json)
  if (!parsed.success) return null
  const { map, limit: asked } = parsed.data
  const count = map.index.length
  const wanted = Math.min(limit, predictions.index.length)
  const places = new Map(predictions.index.map((index, place) => [index, place]))
  const fits =
    (asked === limit || count === predictions.index.length) &&
    count === wanted &&
    [map.label, map.predicted, map.x, map.y].every((list) => list.length === count) &&
    map.total === predictions.index.length &&
    map.labels.join('\n') === labels.join('\n') &&
    map.index.every((index, i) => {
      const place = places.get(index)
      return (
        place !== undefined &&
        predictions.label[place] === map.label[i] &&
        predictions.predicted[place] === map.predicted[i]
      )
    })
  return fits ? map : null
}

/** Keeps a map. Failing to is no failure: it is made again the next time. */
export async function saveMap(folder: string, limit: number, map: EmbeddingMap): Promise<void> {
  await writeWhole(fileIn(folder), JSON.stringify({ version: 1, limit, map }), false).catch(() => {})
}
