// The words of charts, by language: the same for the screen, a saved file and a report.
import { type ReportLanguage } from '../../src-main/contract'
import { en, type ChartWords } from './en'
import { es } from './es'
import { ptBR } from './pt-BR'

const all: Record<ReportLanguage, ChartWords> = { en, es, 'pt-BR': ptBR }

export const chartWords = (language: ReportLanguage): ChartWords => all[language]
export { type ChartWords }
