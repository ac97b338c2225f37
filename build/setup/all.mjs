// All that every command needs, in order. Quiet where nothing is to be done.
import { ensureBuilt } from './build.mjs'
import { ensurePackages } from './install.mjs'
import { ensureNative } from './native.mjs'
import { ensurePack } from './pack.mjs'

/**
 * @param {{ pack?: boolean }} options `pack`: native TensorFlow too, which is a large download the first time
 * @returns {Promise<string>} the folder of the built programs
 */
export async function setUp({ pack = false } = {}) {
  await ensurePackages()
  const [built] = await Promise.all([ensureBuilt(), ensureNative()])
  if (pack) await ensurePack(built)
  return built
}
