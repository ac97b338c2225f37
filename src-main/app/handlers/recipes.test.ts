// The calls about recipes on made-up services: what is asked of whom, and that a set is started whole or not at all.
import { beforeEach, describe, expect, it } from 'vitest'
import { basesWith, datasetOf } from '../../../tests/support/recipeFacts'
import { recipeOptions, UserError, type RunRequest, type RunSummary } from '../../contract'
import type { Services } from '../services'
import { recipeHandlers } from './recipes'

const dataset = datasetOf([50, 50, 50])
let requests: RunRequest[]
let cancelled: string[]
let sets: string[]
let bases = basesWith('mobilenet-v2')
/** Which start fails, counted from 1. */
let failing: number
let doctor: () => Promise<unknown>

const services = {
  options: { packs: '/packs' },
  library: { checkWritable: async () => {} },
  datasets: { get: async () => dataset, report: async () => ({}) },
  engine: { call: () => doctor() },
  runs: { list: async () => sets.map((set) => ({ recipe: { name: 'advice', set } })) },
  log: { warn: () => {} },
} as unknown as Services

const handlers = recipeHandlers(services, {
  'bases.list': async () => bases,
  'runs.start': async (request) => {
    if (requests.length + 1 === failing) throw new UserError('disk-full', 'The disk is full.')
    requests.push(request)
    sets.push(request.recipe!.set)
    return { run: `run-${requests.length}`, name: request.name } as RunSummary
  },
  'runs.cancel': async ({ run }) => {
    cancelled.push(run)
    return {}
  },
})
const options = recipeOptions.parse({})
const start = (more: object = {}) =>
  handlers['recipes.start']({ dataset: dataset.id, recipe: 'advice', options, ...more }, {})

beforeEach(() => {
  requests = []
  cancelled = []
  sets = []
  bases = basesWith('mobilenet-v2')
  failing = 0
  doctor = async () => ({ backends: [], gpus: [], warnings: [] })
})

describe('recipes.list', () => {
  it('is shown where the engine cannot say what trains', async () => {
    doctor = () => Promise.reject(new UserError('engine-stopped', 'It does not start.'))
    const made = await handlers['recipes.list']({ dataset: dataset.id, options }, {})
    expect(made[0]!.reasons.map(({ code }) => code)).toContain('onlyCpu')
  })

  it('ends when it is cancelled', async () => {
    doctor = () => Promise.reject(new UserError('cancelled', 'Cancelled.'))
    const signal = AbortSignal.abort()
    await expect(handlers['recipes.list']({ dataset: dataset.id, options }, { signal })).rejects.toThrow(
      'Cancelled.',
    )
  })
})

describe('recipes.start', () => {
  it('queues the runs in order, under one set', async () => {
    const { set, runs } = await start()
    expect(set).toMatch(/^advice-\d{8}$/)
    expect(runs.map(({ run }) => run)).toEqual(['run-1', 'run-2'])
    expect(requests.map(({ recipe }) => recipe!.set)).toEqual([set, set])
    expect(requests.map(({ seed }) => seed)).toEqual([1, 1])
  })

  it('repeats them for each seed', async () => {
    await start({ seeds: [4, 5] })
    expect(requests.map(({ seed }) => seed)).toEqual([4, 4, 5, 5])
    expect(new Set(requests.map(({ recipe }) => recipe!.part)).size).toBe(2)
  })

  it('gives each start a set of its own, also at once', async () => {
    const [first, second] = await Promise.all([start(), start()])
    expect(first.set).not.toBe(second.set)
    expect(requests.map(({ recipe }) => recipe!.set)).toEqual([first.set, first.set, second.set, second.set])
  })

  it('says what is missing before anything is queued', async () => {
    await expect(start({ recipe: 'nine-architectures' })).rejects.toMatchObject({
      code: 'base-not-installed',
      hint: expect.stringContaining('cotejo bases install'),
    })
    bases = []
    await expect(start()).rejects.toMatchObject({ code: 'base-unknown' })
    expect(requests).toEqual([])
  })

  it('takes back what was queued when a later one cannot be', async () => {
    failing = 4
    await expect(start({ seeds: [1, 2] })).rejects.toMatchObject({ code: 'disk-full' })
    expect(cancelled).toEqual(['run-3', 'run-2', 'run-1'])
    failing = 0
    expect((await start()).runs).toHaveLength(2)
  })
})
