// Facts and views of a dataset that was imported before there were any: made from its packed pixels.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FACTS_FILE, FactsTable, VIEW_BYTES, VIEWS_FILE, ViewsWriter } from './facts'
import { contentBox, greyView } from './fingerprint'
import { type OpenDataset } from './open'
import { cacheName, openPack } from './packed'

/** @returns the facts; views.u8 is there afterwards */
export async function ensureFacts({ folder, dataset, files }: OpenDataset): Promise<FactsTable> {
  const views = join(folder, VIEWS_FILE)
  const path = join(folder, FACTS_FILE)
  const whole = (await stat(views).catch(() => null))?.size === files.length * VIEW_BYTES
  const found = whole ? await FactsTable.read(path).catch(() => null) : null
  if (found && found.count === files.length) return found

  const { size, resize } = dataset
  const facts = new FactsTable()
  const writer = await ViewsWriter.create(views)
  const images = await openPack(join(folder, cacheName(size, resize)), size, files.length)
  try {
    const pixels = new Uint8Array(images.bytesPerImage)
    const view = new Uint8Array(VIEW_BYTES)
    for (let index = 0; index < files.length; index++) {
      images.read([index], pixels)
      facts.add(null, greyView(pixels, size, contentBox(size, resize, null), view))
      await writer.write(view)
    }
    await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  } finally {
    images.close()
  }
  await facts.write(path)
  return facts
}
