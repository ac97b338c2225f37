// What a weight file must hold, told from the graph, is what the built network has.
import { beforeAll, expect, test } from 'vitest'
import { openCpu } from '../../backends/cpu'
import { innermostLayers } from '../weights'
import { buildApplication } from './build'
import { application, applicationGraph, applicationNames } from './registry'
import { weightShapes } from './weight-shapes'

beforeAll(async () => void (await openCpu()))

test.each(applicationNames)('%s', (name) => {
  for (const alpha of application(name).alphas.slice(0, 2)) {
    const size = 32
    const { base } = buildApplication(name, { size, alpha, seed: null })
    const built = innermostLayers(base)
      .filter((layer) => layer.weights.length > 0)
      .map((layer) => ({
        name: layer.name,
        className: layer.getClassName(),
        shapes: layer.weights.map((weight) => weight.shape),
      }))
    base.dispose()
    const told = weightShapes(applicationGraph({ name, alpha }, size))
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect([...told].sort(byName)).toEqual([...built].sort(byName))
  }
})
