// A few training pictures of each class, so that one sees what the models were asked.
import { thumbnail } from '../../data/thumbnail'
import { type Block, type Picture } from '../document/document'
import { type ReportedDataset } from './dataset'
import { type ReportFacts } from './gather'
import { sharp } from '../../data/sharp'

/** Pictures of a class, and classes that are shown. */
const EACH = 6
const CLASSES = 10
export const PICTURE_SIDE = 160

/** A picture of a dataset as a small JPEG; null where it is gone. */
export async function smallPicture(
  folder: string,
  index: number,
): Promise<Pick<Picture, 'data' | 'mime' | 'width' | 'height'> | null> {
  try {
    const { base64 } = await thumbnail(folder, index, PICTURE_SIDE)
    const data = Buffer.from(base64, 'base64')
    const { width, height } = await sharp(data).metadata()
    return { data, mime: 'image/jpeg', width, height }
  } catch {
    return null
  }
}

/** One strip a class, of pictures evenly spread over its training pictures. */
export async function classPictures(
  { open }: ReportedDataset,
  { words, datasets }: ReportFacts,
): Promise<Block[]> {
  if (!open) return []
  const train = open.indices('train')
  const blocks: Block[] = []
  const number = datasets.length > 1 ? `${datasets.findIndex((one) => one.open === open) + 1}-` : ''
  for (const [label, { name }] of open.dataset.classes.slice(0, CLASSES).entries()) {
    const members = train.filter((index) => open.labels[index] === label)
    const chosen = Array.from(
      { length: Math.min(EACH, members.length) },
      (_, at) => members[Math.floor((at * members.length) / Math.min(EACH, members.length))]!,
    )
    const pictures: Picture[] = []
    for (const [at, index] of chosen.entries()) {
      const small = await smallPicture(open.folder, index)
      if (small)
        pictures.push({ ...small, alt: words.t('data.pictureOf', { name, n: at + 1 }), title: '', lines: [] })
    }
    if (pictures.length > 0)
      blocks.push({ kind: 'pictures', name: `class-${number}${label + 1}`, caption: name, pictures })
  }
  return blocks
}
