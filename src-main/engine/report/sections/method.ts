// How the figures were made, for who reads them without having Cotejo.
import { type Section } from '../document/document'
import { type ReportFacts } from '../facts/gather'

export function methodSection(facts: ReportFacts): Section {
  const { words, runs, comparison } = facts
  const folds = runs.some(({ run }) => run.folds !== null)
  const keys = [
    'split',
    ...(folds ? ['folds'] : []),
    'wilson',
    ...(runs.some(({ compared }) => compared.figures !== null) ? ['bootstrap'] : []),
    ...(comparison.pairs.length > 0 ? ['mcnemar'] : []),
    ...(comparison.pairs.length > 1 ? ['holm'] : []),
    ...(comparison.entries.some(({ evaluated }) => evaluated > 1) ? ['seeds'] : []),
    ...(runs.some(({ compared }) => compared.figures !== null) ? ['calibration'] : []),
    'limits',
  ]
  return {
    id: 'method',
    title: words.t('sections.method'),
    blocks: [
      {
        kind: 'list',
        items: keys.map((key) => [
          { text: `${words.t(`method.${key}.name`)}. `, bold: true as const },
          words.t(`method.${key}.text`),
        ]),
      },
    ],
  }
}
