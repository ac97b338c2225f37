// Decodes the pictures that join a dataset, beside its own.
import { type SkippedFile } from '../../contract'
import { type Task } from '../task'
import { NEXT } from './add-names'
import { type Source } from './add-source'
import { type PackCache } from './cache-store'
import { ViewsWriter } from './facts'
import { filesOf } from './folder'
import { gather, type Gathered } from './gather'
import { type Candidate } from './layout'
import { type OpenDataset } from './open'
import { PackWriter } from './packed'

/** The new pictures into files of their own; what has changed or is there already is left out. */
export async function gatherBeside(
  open: OpenDataset,
  { candidates, locate }: Source,
  store: PackCache | null,
  task: Task,
): Promise<Gathered> {
  const { folder, dataset } = open
  const { size, resize } = dataset
  const { images, views } = filesOf(folder, size, resize)
  const byFile = new Map(open.files.map((file, index) => [file, index]))
  const contents = new Set(open.digests!.map((digest, index) => `${digest} ${open.labels[index]}`))
  const refuse = ({ file, label }: Candidate, digest: string): SkippedFile | null => {
    const index = byFile.get(file)
    if (index !== undefined && open.digests![index] !== digest)
      return {
        file,
        reason: 'changed',
        message: 'it has changed since it was imported: what was imported is kept.',
      }
    if (index !== undefined || contents.has(`${digest} ${label}`))
      return { file, reason: 'already-there', message: 'the same picture is in this class already.' }
    return null
  }
  const pixels = await PackWriter.create(`${images}${NEXT}.new`, size * size * 3, false)
  try {
    const viewsWriter = await ViewsWriter.create(`${views}${NEXT}.new`)
    try {
      const packs = store ? await store.packs(size, resize) : []
      const options = {
        size,
        resize,
        locate,
        pixels,
        views: viewsWriter,
        known: null,
        packs,
        list: null,
        refuse,
      }
      const gathered = await gather(candidates, options, task)
      await pixels.finish()
      await viewsWriter.finish()
      return gathered
    } catch (error) {
      await viewsWriter.discard()
      throw error
    }
  } catch (error) {
    await pixels.discard()
    throw error
  }
}
