// The report as a document: all sections in their order.
import { cotejoVersion } from '../../../contract/version'
import { type ReportDocument, type Section } from '../document/document'
import { type ReportFacts } from '../facts/gather'
import { type Task } from '../../task'
import { breathe } from '../breathe'
import { dataSection } from './data'
import { differencesSection } from './differences'
import { examplesSection } from './examples'
import { methodSection } from './method'
import { modelsSection } from './models'
import { reproduceSection } from './reproduce'
import { resultsSection } from './results'
import { summarySection } from './summary'
import { trainingSection } from './training'

type Make = (facts: ReportFacts, task: Task) => Section | null | Promise<Section | null>

const sections: readonly Make[] = [
  summarySection,
  dataSection,
  modelsSection,
  trainingSection,
  resultsSection,
  differencesSection,
  examplesSection,
  reproduceSection,
  methodSection,
]

/** @throws UserError `cancelled` */
export async function composeReport(facts: ReportFacts, task: Task): Promise<ReportDocument> {
  const { words, options, runs } = facts
  const made: Section[] = []
  for (const [done, make] of sections.entries()) {
    await breathe(task)
    task.progress({ stage: 'prepare', done, total: sections.length, unit: 'parts' })
    const section = await make(facts, task)
    if (section) made.push(section)
  }
  task.progress({ stage: 'prepare', done: sections.length, total: sections.length, unit: 'parts' })
  return {
    title: facts.title,
    kicker: words.tn('kicker', runs.length),
    author: options.author?.trim() || null,
    date: words.date(facts.written),
    written: facts.written,
    sections: made,
    footer: words.t('footer', { version: cotejoVersion }),
    contents: words.t('contents'),
  }
}
