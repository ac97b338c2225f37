// The front matter of a model card as Hugging Face's Hub reads it (https://huggingface.co/docs/hub/model-cards): licence,
// tags, and the figures as a `model-index`.
import { stringify } from 'yaml'
import { type ExportFormat, type FigureName } from '../../../contract'
import { type ModelCard } from './card'

/** What the Hub calls the library that opens a format. */
const LIBRARIES: Partial<Record<ExportFormat, string>> = {
  keras: 'keras',
  h5: 'tf-keras',
  onnx: 'onnx',
  python: 'onnx',
  node: 'onnx',
  coreml: 'coreml',
  tflite: 'litert',
  'tflite-f16': 'litert',
  'tflite-int8': 'litert',
}

/** The Hub's metrics: https://huggingface.co/metrics. */
const METRICS: readonly (readonly [type: string, figure: FigureName, name: string])[] = [
  ['accuracy', 'accuracy', 'Accuracy'],
  ['f1', 'f1Macro', 'Macro F1'],
  ['precision', 'precisionMacro', 'Macro precision'],
  ['recall', 'recallMacro', 'Macro recall'],
]

/** Four digits say all that a test set does. */
const rounded = (value: number): number => Number(value.toFixed(4))

function modelIndex({ name, data, results }: ModelCard) {
  if (!data || !results) return undefined
  const metrics = METRICS.flatMap(([type, figure, title]) => {
    const found = results.figures[figure]
    return found?.value == null ? [] : [{ type, value: rounded(found.value), name: title }]
  })
  const task = { type: 'image-classification', name: 'Image classification' }
  const split = results.testedBy === 'folds' ? 'cross-validation' : 'test'
  const dataset = { name: data.name, type: data.kind === 'cifar10' ? 'cifar10' : 'imagefolder', split }
  return [{ name, results: [{ task, dataset, metrics }] }]
}

/**
 * The licence is that of the base, whose terms hold for the whole; where there is none or nobody knows, the Hub's word
 * for that: it is for the person who trained the model to choose one.
 * @returns the lines between the marks, marks included
 */
export function frontMatter(card: ModelCard, format: ExportFormat): string {
  const index = modelIndex(card)
  const library = LIBRARIES[format]
  const content = {
    license: card.baseLicence?.toLowerCase() ?? 'unknown',
    ...(library && { library_name: library }),
    pipeline_tag: 'image-classification',
    tags: ['image-classification', 'cotejo', format],
    ...(index && {
      metrics: index[0]!.results[0]!.metrics.map(({ type }) => type),
      'model-index': index,
    }),
  }
  return `---\n${stringify(content, { lineWidth: 0 })}---\n`
}
