// Weight files as Keras writes them, made up on the spot for any architecture: real layout, made-up numbers.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { File, ready, type Group } from 'h5wasm/node'
import type { Architecture } from '../../src-main/contract'
import { wantedLayers } from '../../src-main/engine/bases/facts'
import { snakeCase, type WantedLayer } from '../../src-main/engine/models/weights-file/match'
import { rng } from '../../src-main/engine/rng'

export interface WeightsFile {
  layout?: 'keras2' | 'keras3'
  seed?: number
}

/** Writes a file that fits `architecture` at `alpha`. */
export async function writeWeights(
  path: string,
  architecture: Architecture,
  alpha: number,
  { layout = 'keras2', seed = 1 }: WeightsFile = {},
): Promise<void> {
  await ready
  const file = new File(path, 'w')
  const random = rng(seed)
  const numbers = (shape: readonly number[]) =>
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.next())
  const layers = wantedLayers(architecture, alpha)
  if (layout === 'keras2') writeKeras2(file, layers, numbers)
  else writeKeras3(file, layers, numbers)
  file.close()
}

type Numbers = (shape: readonly number[]) => Float32Array

function writeKeras2(root: Group, layers: readonly WantedLayer[], numbers: Numbers): void {
  root.create_attribute(
    'layer_names',
    layers.map(({ name }) => name),
  )
  for (const { name, shapes } of layers) {
    const group = root.create_group(name)
    group.create_attribute(
      'weight_names',
      shapes.map((_, i) => `${name}/weight${i}:0`),
    )
    const inner = group.create_group(name)
    shapes.forEach((shape, i) =>
      inner.create_dataset({ name: `weight${i}:0`, data: numbers(shape), shape: [...shape] }),
    )
  }
}

function writeKeras3(root: Group, layers: readonly WantedLayer[], numbers: Numbers): void {
  const counts = new Map<string, number>()
  const all = root.create_group('layers')
  for (const { name, className, shapes } of layers) {
    const kind = snakeCase(className)
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    const vars = all.create_group(count === 0 ? kind : `${kind}_${count}`).create_group('vars')
    vars.create_attribute('name', name)
    shapes.forEach((shape, i) =>
      vars.create_dataset({ name: String(i), data: numbers(shape), shape: [...shape] }),
    )
  }
}

export const sha256Of = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')
