// Imports CIFAR-10: the official archive, downloaded and verified, or one that the user has.
import { join } from 'node:path'
import {
  type Dataset,
  type EngineCallParams,
  type ImportOptions,
  type ImportReport,
  type SplitName,
} from '../../../contract'
import { downloadFile } from '../../download'
import { throwIfCancelled, type Task } from '../../task'
import { requireSpace } from '../files'
import { type Note } from '../findings'
import { finishDataset } from '../finish'
import { cacheName, PackWriter } from '../packed'
import { readCifar10, type Cifar10Files } from './archive'
import {
  BATCHES,
  CIFAR10_FILE,
  CIFAR10_MD5,
  CIFAR10_URL,
  PLANE,
  RECORDS_PER_BATCH,
  SIDE,
  TEST_BATCH,
} from './layout'

type Cifar10Source = Extract<EngineCallParams<'data.import'>['source'], { kind: 'cifar10' }>

export interface Cifar10Import {
  id: string
  folder: string
  source: Cifar10Source
  /** `size` and `resize` do not apply: the pictures are kept as they are, 32×32, and other sizes made from them. */
  options: ImportOptions
  seed: number
}

/**
 * The test batch is the test set; validation is drawn from the training batches, stratified (10 %: 45,000 / 5,000 /
 * 10,000). An archive of the user's own is taken when its structure is right; the report says where it is not the
 * published one.
 * @throws UserError `archive-wrong`, `download-failed`, `cancelled`, `disk-full`
 */
export async function importCifar10(
  { id, folder, source, options, seed }: Cifar10Import,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const started = performance.now()
  const archive = source.archive ?? join(source.downloads, CIFAR10_FILE)
  if (!source.archive)
    await downloadFile(
      { url: source.url ?? CIFAR10_URL, file: archive, hash: { algorithm: 'md5', hex: CIFAR10_MD5 } },
      task,
    )
  const cifar = await readCifar10(archive, task)
  const total = BATCHES.reduce((sum, batch) => sum + cifar.batches.get(batch)!.labels.length, 0)
  const bytesPerImage = 3 * PLANE
  await requireSpace(folder, total * bytesPerImage)

  const files: string[] = []
  const labels: number[] = []
  const given: (SplitName | null)[] = []
  const writer = await PackWriter.create(join(folder, cacheName(SIDE, 'cover')), bytesPerImage)
  try {
    for (const name of BATCHES) {
      const batch = cifar.batches.get(name)!
      const split: SplitName = name === TEST_BATCH ? 'test' : 'train'
      for (let record = 0; record < batch.labels.length; record++) {
        files.push(`${name}/${String(record).padStart(5, '0')}`)
        labels.push(batch.labels[record])
        given.push(split)
      }
      throwIfCancelled(task)
      await writer.write(batch.pixels, batch.labels.length)
      task.progress({ stage: 'write', done: files.length, total, unit: 'images', item: name })
    }
    const pixelHash = await writer.finish()
    return await finishDataset(
      folder,
      {
        id,
        kind: 'cifar10',
        name: options.name ?? 'CIFAR-10',
        source: { path: '', owned: true },
        classes: cifar.classes,
        files,
        labels,
        digests: null,
        given,
        ready: ['train', 'test'],
        skipped: [],
        notes: archiveNotes(cifar, total),
        near: [],
        facts: null,
        size: SIDE,
        resize: 'cover',
        seed,
        fractions: { validation: options.validation },
        started,
      },
      pixelHash,
      task,
    )
  } catch (error) {
    await writer.discard()
    throw error
  }
}

function archiveNotes({ md5 }: Cifar10Files, total: number): Note[] {
  const notes: string[] = []
  const all = RECORDS_PER_BATCH * BATCHES.length
  if (md5 === null)
    notes.push('An unpacked folder has no checksum that could be compared with the published one.')
  else if (md5 !== CIFAR10_MD5)
    notes.push(
      `The archive is not the published one byte for byte (MD5 ${md5}, published ${CIFAR10_MD5}): ` +
        'results may not be comparable with those of others.',
    )
  if (total !== all) notes.push(`The archive has ${total} pictures; the whole of CIFAR-10 has ${all}.`)
  return notes.map((message) => ({ kind: 'unverified', message, detail: { md5: md5 ?? '', count: total } }))
}
