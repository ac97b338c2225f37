// Calls that look into results: the pictures behind a figure, the map of the test set, what a model saw in a picture.
import { resolve } from 'node:path'
import { lastDecisions, type JudgedPictures, type TestedRun } from '../../contract'
import { pageOf } from '../data/items'
import { datasetOf } from '../runs/dataset-of'
import { needModel } from '../runs/model'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = 'results.pictures' | 'results.map' | 'explain'

export function explainHandlers(services: Services): Pick<Handlers, Names> {
  const { options, library, engine, datasets, runs } = services

  const tested = async (id: string): Promise<TestedRun> => ({
    folder: runs.folder(id),
    run: await runs.get(id),
    dataset: await datasetOf(services, id),
  })

  /** Adds files, labels and decisions as they are now. */
  async function withImages(found: JudgedPictures, asked: readonly TestedRun[]): Promise<JudgedPictures> {
    const run = asked.find(({ dataset }) => dataset !== null)?.run
    if (run === undefined) return found
    const decisions = lastDecisions(await datasets.decisions(run.dataset))
    const indices = found.pictures.map(({ index }) => index)
    const query = { state: 'all', indices, offset: 0, limit: indices.length } as const
    const { images } = pageOf(await datasets.items(run.dataset), query, decisions)
    const byIndex = new Map(images.map((image) => [image.index, image]))
    return {
      ...found,
      pictures: found.pictures.map((one) => ({ ...one, image: byIndex.get(one.index) ?? null })),
    }
  }

  return {
    'results.pictures': async ({ runs: ids, ...question }, context) => {
      const asked = await Promise.all([...new Set(ids)].map(tested))
      const found = await engine.call('results.pictures', { runs: asked, ...question }, context)
      return withImages(found, asked)
    },

    'results.map': async ({ run, limit }, context) => {
      await needModel(runs, run)
      const keep = library.lock !== null
      const asked = { run: await tested(run), limit, keep, packs: options.packs }
      return engine.call('results.map', asked, context)
    },

    explain: async ({ run, picture, out, ...how }, context) => {
      await needModel(runs, run)
      const checked = 'path' in picture ? { path: resolve(picture.path) } : picture
      const file = out === undefined ? {} : { out: resolve(out) }
      return engine.call(
        'explain',
        { run: await tested(run), picture: checked, ...file, ...how, packs: options.packs },
        context,
      )
    },
  }
}
