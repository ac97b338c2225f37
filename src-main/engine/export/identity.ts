// Tells whether two exports hold the very same model.
import { createHash } from 'node:crypto'

/** @param parts of the model, in an order that is always the same */
export function identityOf(runtime: string, ...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return `${runtime} ${hash.digest('hex')}`
}
