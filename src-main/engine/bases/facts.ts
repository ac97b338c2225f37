// A base as the list shows it: what its record says, and what its architecture says.
import type { Architecture, BaseInfo, BaseRecord } from '../../contract'
import { nodesOf } from '../models/applications/graph'
import { application, applicationGraph } from '../models/applications/registry'
import { weightShapes } from '../models/applications/weight-shapes'
import type { WantedLayer } from '../models/weights-file/match'
import type { CatalogueBase } from './catalogue'

const counted = new Map<string, number>()

/** Parameters of a base without a head; they do not depend on the input's size. */
export function parametersOf(name: Architecture, alpha: number): number {
  const key = `${name} ${alpha}`
  let count = counted.get(key)
  if (count === undefined) {
    const nodes = nodesOf(applicationGraph({ name, alpha }, application(name).size))
    count = nodes.reduce((sum, node) => sum + node.parameters, 0)
    counted.set(key, count)
  }
  return count
}

/**
 * What a weights file of an architecture must hold.
 * @throws UserError `model-unknown`, or `invalid-argument` for a width that was never published
 */
export const wantedLayers = (name: Architecture, alpha: number): WantedLayer[] =>
  weightShapes(applicationGraph({ name, alpha }, application(name).size))

const architectureFacts = ({ architecture, alpha }: { architecture: Architecture; alpha: number }) => ({
  parameters: parametersOf(architecture, alpha),
  smallest: application(architecture).smallest,
})

/** A base that is here. */
export function infoOf(record: BaseRecord): BaseInfo {
  const { version: _version, file: _file, ...shown } = record
  const state = record.origin === 'box' ? 'built-in' : 'installed'
  return { ...shown, state, partialBytes: 0, ...architectureFacts(record) }
}

/** A base of the catalogue that is not here, or only a part of it. */
export function availableInfo(one: CatalogueBase, partialBytes: number): BaseInfo {
  const { file: _file, hash, ...shown } = one
  return {
    ...shown,
    sha256: hash?.algorithm === 'sha256' ? hash.hex : null,
    origin: 'catalogue',
    trainedOn: 'ImageNet-1k',
    state: partialBytes > 0 ? 'partial' : 'available',
    partialBytes,
    ...architectureFacts(one),
  }
}

/** What base.json says of a base of the catalogue once its file is here. */
export const catalogueRecord = (one: CatalogueBase, sha256: string, bytes: number): BaseRecord => ({
  version: 1,
  id: one.id,
  title: one.title,
  architecture: one.architecture,
  alpha: one.alpha,
  size: one.size,
  sha256,
  bytes,
  file: one.file,
  origin: 'catalogue',
  url: one.url,
  trainedOn: 'ImageNet-1k',
  licence: one.licence,
  accuracy: one.accuracy,
})
