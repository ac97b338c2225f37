// A report to hand in or to publish: what was compared, on what, what came out and how to do it again.
import { z } from './zod'
import { count, id } from './common'

/** `md` is a folder of Markdown with its figures (or a .zip of it), `ipynb` a Keras notebook of the same experiment. */
export const reportFormat = z.enum(['html', 'md', 'pdf', 'ipynb'])
export type ReportFormat = z.infer<typeof reportFormat>

export const reportLanguage = z.enum(['en', 'es', 'pt-BR'])
export type ReportLanguage = z.infer<typeof reportLanguage>

export const reportOptions = z.object({
  format: reportFormat,
  language: reportLanguage.default('en'),
  /** Above the report; the dataset's name where it is left out. */
  title: z.string().max(200).optional(),
  author: z.string().max(200).optional(),
})

export type ReportOptions = z.infer<typeof reportOptions>

export const reportResult = z.object({
  runs: z.array(id),
  format: reportFormat,
  /** The file that was written; of Markdown the .md file, beside its figures. */
  file: z.string(),
  files: z.array(z.object({ file: z.string(), bytes: count })),
})
export type ReportResult = z.infer<typeof reportResult>
