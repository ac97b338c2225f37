// How far exports are off at the size that bases are trained at: every format of the seed CNN, MobileNetV2 (published
// weights where they are there), EfficientNet-B0, ResNet50 and VGG16 on 32 photos of all sizes and orientations, in the
// runtimes that Cotejo checks with. `node bench/run.mjs export-wide [--size 224] [--models cnn,vgg16] [--backend wasm]`
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportFormat, UserError } from '../src-main/contract'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'
import { openWasm } from '../src-main/engine/backends/wasm'
import { openRun, writeFormat } from '../src-main/engine/export'
import { quietTask } from '../src-main/engine/task'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '224' },
    models: { type: 'string', default: 'cnn,mobilenet-v2,efficientnet-b0,resnet50,vgg16' },
    formats: { type: 'string' },
    backend: { type: 'string', default: 'tensorflow' },
  },
})
process.env.COTEJO_EXPORT_SIZE = values.size
const { exportedModels } = await import('../tests/support/exportedModels')

const pack = values.backend === 'tensorflow' ? await defaultPackFolder() : null
const compute = pack ? await openTensorflow(pack, {}) : await openWasm()
console.log(`${compute.device}; ${compute.version}; ${values.size} px`)
// Whole numbers say something only of models that are sure of what they say (bench/export-int8.ts).
const chosen = values.formats?.split(',') ?? exportFormat.options.filter((one) => one !== 'tflite-int8')
console.log(`| model | ${chosen.join(' | ')} |\n|${' --- |'.repeat(chosen.length + 1)}`)
for (const name of values.models.split(',')) {
  const { models, remove } = await exportedModels([name as 'cnn'])
  try {
    const { folder, pixels: file } = models[0]!
    const pixels = new Uint8Array(await readFile(file))
    const opened = await openRun({ folder, run: name })
    const run = { ...opened, pictures: { take: async () => ({ count: 32, pixels, labels: null }) } }
    const cells: string[] = []
    for (const format of chosen.map((one) => exportFormat.parse(one))) {
      const out = join(folder, `wide-${format}`)
      await mkdir(out)
      try {
        const { largestDifference, agreement } = await writeFormat(format, out, run, quietTask())
        cells.push(largestDifference === null ? '–' : `${largestDifference.toExponential(1)}${agreement === 1 ? '' : ` (${(100 * agreement!).toFixed(0)} %)`}`) // prettier-ignore
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        cells.push(error.message)
      }
    }
    console.log(`| ${name} | ${cells.join(' | ')} |`)
    opened.dispose()
  } finally {
    await remove()
  }
}
await compute.dispose()
