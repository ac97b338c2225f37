// The format `coreml`: one package, model.mlpackage, which is a folder.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EXACT, type Format } from '../format'
import { about } from './about'
import { coreMlModel } from './model'

export const COREML_PACKAGE = 'model.mlpackage'

/** Whose items they are, in every package that Core ML's own tools write. */
const AUTHOR = 'com.apple.CoreML'
/** Identifiers of a package's items: unique within it, and always the same. */
const [MODEL, WEIGHTS] = ['8F5C2D7E-0001-4C0D-9C7E-C07E10000001', '8F5C2D7E-0002-4C0D-9C7E-C07E10000002']

const item = (description: string, name: string) => ({
  author: AUTHOR,
  description,
  name,
  path: `${AUTHOR}/${name}`,
})

const manifest = {
  fileFormatVersion: '1.0.0',
  itemInfoEntries: {
    [MODEL]: item('CoreML Model Specification', 'model.mlmodel'),
    [WEIGHTS]: item('CoreML Model Weights', 'weights'),
  },
  rootModelIdentifier: MODEL,
}

export const coreml: Format = {
  about,
  async write(folder, run) {
    const { model, weights } = coreMlModel(await run.graph())
    const data = join(folder, COREML_PACKAGE, 'Data', AUTHOR)
    await mkdir(join(data, 'weights'), { recursive: true })
    await writeFile(join(data, 'weights', 'weight.bin'), weights)
    await writeFile(join(data, 'model.mlmodel'), model)
    await writeFile(join(folder, COREML_PACKAGE, 'Manifest.json'), JSON.stringify(manifest, null, 2) + '\n')
  },
  open: async () => ({ reason: "Core ML runs on Apple's systems alone, and only in their own programs." }),
  tolerance: EXACT,
}
