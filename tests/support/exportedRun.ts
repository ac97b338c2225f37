// A run as the formats of an export get it, without a library.
import { modelDescription, type Preprocessing } from '../../src-main/contract'
import { noPictures } from '../../src-main/engine/export/check/pictures'
import { bareFacts } from '../../src-main/engine/export/facts'
import { type ExportedRun } from '../../src-main/engine/export/format'
import { modelGraph } from '../../src-main/engine/export/graph'
import { type LayersModel } from '../../src-main/engine/tf'

/** What people call their classes. */
export const LABELS = ['Félin, "domestique"', "línea\nnueva; \\ 'cita'", '🦋 פרפר العربية']

/** @param network of as many classes as there are `LABELS` */
export function exportedRun(network: LayersModel, preprocessing: Preprocessing): ExportedRun {
  const parameters = network.countParams()
  const description = modelDescription.parse({
    version: 1,
    model: { name: 'cnn' },
    labels: LABELS,
    preprocessing,
    parameters,
    trainableParameters: parameters,
    cotejo: '0.1.0',
  })
  const facts = bareFacts('run', description)
  const graph = () => modelGraph(network, description, facts)
  return { network, description, facts, graph, pictures: noPictures }
}
