// The tensorflow backend: native TensorFlow from an engine pack.
import { UserError } from '../../../contract'
import type { Compute } from '../../compute'
import { openTensorflow as openLibraries, type TensorflowOptions } from './open'
import { defaultPackFolder } from './pack-folder'

export { installedPack } from './packs/folder'

/**
 * Opens the pack that is installed in `packs` (or the one that COTEJO_TENSORFLOW_PACK names).
 * @throws UserError `backend-unavailable` when there is none, or it cannot be used
 */
export async function openTensorflow(packs: string, options: TensorflowOptions = {}): Promise<Compute> {
  const libraries = await defaultPackFolder(packs)
  if (libraries === null) {
    throw new UserError('backend-unavailable', 'No engine pack is installed for the tensorflow backend.', {
      detail: { backend: 'tensorflow' },
      hint: 'Install one with “cotejo engine install cpu”, or use the wasm backend.',
    })
  }
  return openLibraries(libraries, options)
}
