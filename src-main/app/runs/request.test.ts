// run.json from what a user asked for: names, and how pictures are prepared for each model.
import { describe, expect, test } from 'vitest'
import { modelChoice, runRequest, type Dataset, type UsedBase } from '../../contract'
import { baseOf, checkParts } from './base'
import { runFrom, wantedId, wantedName } from './request'

const dataset = { id: 'pets', name: 'Pets', size: 64, resize: 'fit', hash: 'a', classes: [{ name: 'cat' }, { name: 'dog' }] } as Dataset // prettier-ignore
const base: UsedBase = {
  version: 1,
  id: 'resnet50-224',
  title: 'ResNet50',
  architecture: 'resnet50',
  alpha: 1,
  size: 224,
  sha256: 'b'.repeat(64),
  bytes: 1,
  file: 'weights.h5',
  origin: 'catalogue',
  url: null,
  trainedOn: 'ImageNet-1k',
  licence: null,
  accuracy: null,
}
const request = (options: object = {}, changes: object = {}) =>
  runRequest.parse({
    dataset: 'pets',
    model: { name: 'transfer', options: { base: base.id, ...options } },
    plan: { phases: [{ epochs: 1, trainable: 'head' }, { epochs: 1 }] },
    ...changes,
  })
const now = new Date('2026-11-22T10:00:00Z')

describe('a run on a base', () => {
  test('is prepared as the base was trained, at the size asked for or the dataset’s', () => {
    const { preprocessing, base: kept } = runFrom(request(), dataset, base, now)
    expect(preprocessing).toEqual({
      size: 64,
      resize: 'fit',
      scale: 1,
      offset: [-103.939, -116.779, -123.68],
      channels: 'bgr',
    })
    expect(kept).toEqual(base)
    expect(runFrom(request({}, { size: 160 }), dataset, base, now).preprocessing.size).toBe(160)
    const recipe = { name: 'advice', set: 'advice-1' }
    expect(runFrom(request({}, { recipe }), dataset, base, now).recipe).toEqual(recipe)
  })

  test('has a name that says what it is, a wrong scaling and random weights included', () => {
    const name = (options: object) => wantedName(request(options), dataset, base, new Set())
    expect(name({})).toBe('ResNet50 64 px')
    expect(name({ scaling: 'unit' })).toBe('ResNet50 64 px, pixels 0 to 1 on purpose')
    // The right one by its name is not wrong.
    expect(name({ scaling: 'caffe' })).toBe('ResNet50 64 px')
    expect(name({ weights: 'random', scaling: 'raw' })).toBe(
      'ResNet50 64 px, random weights, pixels 0 to 255 on purpose',
    )
    expect(wantedName(request(), dataset, base, new Set(['ResNet50 64 px']))).toBe('ResNet50 64 px (2)')
    expect(wantedId(request({}, { size: 224 }), dataset, now)).toBe('resnet50-224-224px-20261122')
  })
})

test('a model from scratch gets pixels from 0 to 1', () => {
  const cnn = request({}, { model: { name: 'cnn' } })
  const { preprocessing, base: none } = runFrom(cnn, dataset, undefined, now)
  expect(preprocessing).toMatchObject({ scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' })
  expect(none).toBeUndefined()
  expect(wantedName(cnn, dataset, undefined, new Set())).toBe('CNN 64 px')
})

/** An engine that notes what it is asked. */
function engine(answers: Record<string, unknown>) {
  const asked: [string, object][] = []
  const call = async (name: string, params: object) => {
    asked.push([name, params])
    return answers[name]
  }
  return { asked, call: call as never }
}

describe('the base of a run', () => {
  test('must be installed where its weights are used', async () => {
    const { asked, call } = engine({ 'bases.get': base })
    expect(await baseOf(request().model, { call }, '/bases')).toBe(base)
    expect(asked).toEqual([['bases.get', { bases: '/bases', base: base.id }]])
    expect(await baseOf(modelChoice.parse({ name: 'mlp' }), { call }, '/bases')).toBeUndefined()
  })

  test('need only be known where they are random', async () => {
    const { version: _version, file: _file, ...facts } = base
    const listed = { ...facts, state: 'available', partialBytes: 0, parameters: 9, smallest: 32 }
    const { call } = engine({ 'bases.list': [listed] })
    const { model } = request({ weights: 'random' })
    expect(await baseOf(model, { call }, '/bases')).toEqual({ ...base, file: null })
    const { call: other } = engine({ 'bases.list': [] })
    await expect(baseOf(model, { call: other }, '/bases')).rejects.toMatchObject({ code: 'base-unknown' })
  })

  test('is described once for each part that trains; a whole model from scratch is not', async () => {
    const { asked, call } = engine({})
    await checkParts(runFrom(request(), dataset, base, now), { call })
    expect(asked.map(([name, params]) => [name, (params as { trainable: unknown }).trainable])).toEqual([
      ['models.describe', 'head'],
      ['models.describe', 'all'],
    ])
    const cnn = request({}, { model: { name: 'cnn' }, plan: { phases: [{ epochs: 1 }] } })
    await checkParts(runFrom(cnn, dataset, undefined, now), { call })
    expect(asked).toHaveLength(2)
  })
})
