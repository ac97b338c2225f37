// What tests of the tensorflow backend share: the compiled addon, and the engine pack or a clear line that it is not there.
import { buildNative, NativeBuildError } from '../../build/native.mjs'
import { defaultPackFolder } from '../../src-main/engine/backends/tensorflow/pack-folder'

/** Tests compute on the CPU, whose results repeat to the bit; COTEJO_TEST_GPU=1 lets a card do what the CPU does. */
export const cpuOnly = process.env['COTEJO_TEST_GPU'] !== '1'

/** The folder of TensorFlow's libraries with the addon built, or null; says why on the terminal. */
export async function preparedPack(): Promise<string | null> {
  const folder = await defaultPackFolder()
  if (folder === null) {
    console.warn('SKIPPED: no TensorFlow engine pack; install one with “cotejo engine install cpu”.')
    return null
  }
  try {
    await buildNative()
  } catch (error) {
    if (!(error instanceof NativeBuildError)) throw error
    console.warn(`SKIPPED: the TensorFlow addon cannot be built here. ${error.message}`)
    return null
  }
  return folder
}
