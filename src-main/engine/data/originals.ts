// The original pictures of a dataset: where they are, and what tells that they are still the same.
import { createHash } from 'node:crypto'
import { isAbsolute, join } from 'node:path'
import { type Dataset } from '../../contract'
import { decodePicture, readPicture, type DecodeOptions } from './decode'

/** Folder of the originals that a dataset owns, in its own folder. */
export const ORIGINALS = 'originals'

/** First 72 bits of a file's SHA-256, base64url: equal for copies of a file and for nothing else. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 12)

/** Absolute folder of the originals, or null where the cache is all there is. */
export function sourceFolder(folder: string, { source }: Dataset): string | null {
  if (source.path === '') return null
  return isAbsolute(source.path) ? source.path : join(folder, source.path)
}

/** Reads and decodes one original. */
export async function decodeOriginal(
  path: string,
  options: DecodeOptions,
): Promise<{ pixels: Uint8Array; digest: string }> {
  const bytes = await readPicture(path)
  return { digest: digestOf(bytes), pixels: await decodePicture(bytes, options) }
}
