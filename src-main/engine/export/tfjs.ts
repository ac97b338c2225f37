// Export for the browser and Node: a TensorFlow.js layers model, and a page that uses it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { throwIfCancelled } from '../task'
import { EXACT, type Format } from './format'
import { artifactsOf, openLayersModel, writeLayersModel } from './layers-model'
import { writePage } from './page'
import { readme } from './readme'
import { standardArtifacts } from './standard-layers'

/** Writes model.json, weights.bin, README.md, and the page: index.html with its files. */
export const tfjs: Format = {
  async write(folder, { network, description, facts }, task) {
    const artifacts = standardArtifacts(await artifactsOf(network))
    await writeLayersModel(folder, artifacts, description)
    throwIfCancelled(task)
    await writeFile(join(folder, 'README.md'), readme(description, facts))
    await writePage(folder, artifacts, description, facts)
  },
  open: (folder, { description }) => openLayersModel(folder, description),
  tolerance: EXACT,
}
