// The registry of export formats: each is one file, and one line here.
import { type ExportFormat } from '../../contract'
import { type Format } from './format'
import { savedmodel } from './savedmodel'
import { tfjs } from './tfjs'

export const formats: Record<ExportFormat, Format> = {
  tfjs,
  savedmodel,
}
