// CIFAR-10's binary layout, as https://www.cs.toronto.edu/~kriz/cifar.html describes it: a record is one label byte
// (0–9), then 1,024 red, 1,024 green and 1,024 blue bytes, row by row; five training files and one test file of
// 10,000 records each.
import { UserError } from '../../../contract'

export const SIDE = 32
export const PLANE = SIDE * SIDE
export const RECORD_BYTES = 1 + 3 * PLANE
export const RECORDS_PER_BATCH = 10_000
export const BATCHES = [
  'data_batch_1',
  'data_batch_2',
  'data_batch_3',
  'data_batch_4',
  'data_batch_5',
  'test_batch',
]
export const TEST_BATCH = 'test_batch'
export const META = 'batches.meta.txt'
export const CLASSES = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
]

export const CIFAR10_URL = 'https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz'
export const CIFAR10_FILE = 'cifar-10-binary.tar.gz'
export const CIFAR10_MD5 = 'c32a1d4ab5d03f1284b67883e8d87530'

/** Something that is not CIFAR-10's binary version. */
export function archiveWrong(file: string, why: string, cause?: unknown): UserError {
  return new UserError('archive-wrong', `${file} is not the binary version of CIFAR-10: ${why}`, {
    detail: { file, why },
    hint: `Choose ${CIFAR10_FILE} from https://www.cs.toronto.edu/~kriz/cifar.html, or let Cotejo download it.`,
    cause,
  })
}

/** One batch, taken apart. */
export interface Batch {
  labels: Uint8Array
  /** Interleaved RGB, row-major, 3,072 bytes a picture. */
  pixels: Uint8Array
}

/**
 * Takes a batch file apart.
 * @param archive name of what it came from, for the error
 * @throws UserError `archive-wrong`
 */
export function parseBatch(archive: string, batch: string, bytes: Uint8Array): Batch {
  const count = bytes.length / RECORD_BYTES
  if (count < 1 || !Number.isInteger(count))
    throw archiveWrong(
      archive,
      `${batch}.bin has ${bytes.length} bytes, which is not a whole number of records of ${RECORD_BYTES} bytes.`,
    )
  const labels = new Uint8Array(count)
  const pixels = new Uint8Array(count * 3 * PLANE)
  for (let record = 0, at = 0, to = 0; record < count; record++) {
    const label = bytes[at++]
    if (label >= CLASSES.length)
      throw archiveWrong(archive, `record ${record} of ${batch}.bin has the label ${label}, not 0 to 9.`)
    labels[record] = label
    for (let p = 0; p < PLANE; p++, at++, to += 3) {
      pixels[to] = bytes[at]
      pixels[to + 1] = bytes[at + PLANE]
      pixels[to + 2] = bytes[at + 2 * PLANE]
    }
    at += 2 * PLANE
  }
  return { labels, pixels }
}

/** Class names from batches.meta.txt; the well-known ones where it has not exactly ten. */
export function parseMeta(text: string): string[] {
  const names = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const usable = names.length === CLASSES.length && new Set(names).size === names.length
  return usable && names.every((name) => name.length <= 255) ? names : CLASSES
}
