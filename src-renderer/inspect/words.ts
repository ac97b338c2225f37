// What a question is called, in the user's language.
import { type PictureQuestion } from '../../src-main/contract'
import { type InspectedRun } from './types'

type Translate = (key: string, values?: Record<string, unknown>) => string

export function titleOf(
  question: PictureQuestion,
  labels: readonly string[],
  runs: readonly InspectedRun[],
  t: Translate,
): string {
  const run = (id: string): string => runs.find((one) => one.id === id)?.name ?? id
  switch (question.kind) {
    case 'cell': {
      const [truth, said] = [labels[question.actual] ?? '', labels[question.predicted] ?? '']
      return truth === said
        ? t('inspect.titles.right', { truth })
        : t('inspect.titles.wrong', { truth, said })
    }
    case 'mistakes':
      return t('inspect.titles.mistakes', { run: run(question.run) })
    case 'only-right':
      return t('inspect.titles.onlyRight', { run: run(question.run), other: run(question.against) })
    default:
      return t(`inspect.titles.${question.kind}`)
  }
}
