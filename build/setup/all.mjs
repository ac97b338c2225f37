// All that every command needs, in order. Quiet where nothing is to be done.
import { ensureBuilt } from './build.mjs'
import { ensurePackages } from './install.mjs'
import { ensureNative } from './native.mjs'

/** @returns {Promise<string>} the folder of the built programs */
export async function setUp() {
  await ensurePackages()
  const [built] = await Promise.all([ensureBuilt(), ensureNative()])
  return built
}
