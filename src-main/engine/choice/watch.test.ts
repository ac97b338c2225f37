// How much has to be seen of a backend, with a clock that is moved by hand.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BackendName, BackendSpeed } from '../../contract'
import type { Sighting } from './messages'
import { ENOUGH_MS, MOST_MS, START_MS, watchSteps } from './watch'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched(backend: BackendName, best = 0) {
  const abort = new AbortController()
  const stop = vi.fn()
  let tell!: (one: Sighting) => void
  let speed: BackendSpeed | null = null
  let error: unknown = null
  watchSteps(backend, (on) => ((tell = on), { stop }), best, abort.signal).then(
    (answer) => (speed = answer),
    (thrown: unknown) => (error = thrown),
  )
  return {
    abort,
    stop,
    tell: (one: Sighting) => tell(one),
    /** Lets time pass. */
    after: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
    timed: (milliseconds: number, steps = 1) =>
      tell({ seen: 'timed', steps, pictures: 32 * steps, milliseconds }),
    get speed() {
      return speed
    },
    get error() {
      return error as { code?: string } | null
    },
  }
}

function begun(backend: BackendName, best = 0) {
  const one = watched(backend, best)
  one.tell({ seen: 'open', device: 'A card' })
  one.tell({ seen: 'ready', pictures: 32 })
  return one
}

describe('a backend that is watched', () => {
  it('is worth the median of its steps; the first one, which compiles, does not count', async () => {
    const one = begun('tensorflow')
    one.tell({ seen: 'first', pictures: 32, milliseconds: 9000 })
    for (const time of [500, 400, 3000 / 4, 400]) one.timed(time)
    await one.after(0)
    expect(one.speed).toMatchObject({ device: 'A card', basis: 'steps', problem: null })
    expect(one.speed!.imagesPerSecond).toBeCloseTo(32 / 0.45, 6)
    expect(one.stop).toHaveBeenCalledOnce()
  })

  it('counts groups of steps by the pace of one', async () => {
    const one = begun('webgpu')
    one.tell({ seen: 'first', pictures: 32, milliseconds: 10 })
    one.timed(1000, 10)
    await one.after(0)
    expect(one.speed).toBeNull()
    one.timed(1000, 20)
    await one.after(0)
    expect(one.speed!.imagesPerSecond).toBeCloseTo(1000 / ((1000 / 320 + 1000 / 640) / 2), 6)
  })

  it('takes three steps though one fills the time, but not for ever', async () => {
    const one = begun('tensorflow')
    one.tell({ seen: 'first', pictures: 32, milliseconds: 100 })
    one.timed(ENOUGH_MS)
    await one.after(ENOUGH_MS)
    expect(one.speed).toBeNull()
    await one.after(MOST_MS - ENOUGH_MS)
    expect(one.speed).toMatchObject({ imagesPerSecond: 16, basis: 'steps' })
  })

  it('is counted by its first step where no other ends in time', async () => {
    const one = begun('tensorflow')
    await one.after(8000)
    one.tell({ seen: 'first', pictures: 32, milliseconds: 8000 })
    await one.after(MOST_MS)
    expect(one.speed).toMatchObject({ imagesPerSecond: 4, basis: 'first-step' })
  })

  it('is left out when it has not taken a step in time', async () => {
    const one = begun('webgpu')
    await one.after(START_MS)
    expect(one.speed).toMatchObject({ imagesPerSecond: null, basis: null })
    expect(one.speed!.problem).toContain('20 s')
    expect(one.stop).toHaveBeenCalledOnce()
  })

  it('is given up when it compiles nothing and its first step takes far longer than those of another', async () => {
    const one = begun('wasm', 8) // another takes four seconds for such a step
    await one.after(7900)
    expect(one.speed).toBeNull()
    await one.after(200)
    expect(one.speed).toMatchObject({ imagesPerSecond: 4, basis: 'given-up' })
    const compiling = begun('tensorflow', 1000)
    await compiling.after(10_000)
    expect(compiling.speed).toBeNull()
  })

  it('is left out with its reason when it fails, at whatever point', async () => {
    const early = watched('webgpu')
    early.tell({ seen: 'failed', reason: 'No card.' })
    const late = begun('webgpu')
    late.tell({ seen: 'first', pictures: 32, milliseconds: 10 })
    late.timed(100)
    late.tell({ seen: 'failed', reason: 'The memory ran out.', code: 'out-of-memory' })
    late.timed(100)
    await late.after(0)
    expect(early.speed).toMatchObject({ device: null, imagesPerSecond: null, problem: 'No card.' })
    expect([early.speed!.cause, late.speed!.cause]).toEqual(['other', 'out-of-memory'])
    expect(late.speed).toMatchObject({
      device: 'A card',
      imagesPerSecond: null,
      problem: 'The memory ran out.',
    })
  })

  it('begins again with fewer pictures where memory ran out', async () => {
    const one = begun('webgpu')
    one.tell({ seen: 'first', pictures: 32, milliseconds: 10 })
    one.timed(100)
    one.tell({ seen: 'ready', pictures: 16 })
    one.tell({ seen: 'first', pictures: 16, milliseconds: 10 })
    one.tell({ seen: 'timed', steps: 4, pictures: 64, milliseconds: ENOUGH_MS })
    await one.after(0)
    expect(one.speed).toMatchObject({ imagesPerSecond: 32, basis: 'steps' })
  })

  it('is stopped at once by a cancel', async () => {
    const one = begun('wasm')
    one.abort.abort()
    expect(one.stop).toHaveBeenCalledOnce()
    await one.after(0)
    expect(one.error?.code).toBe('cancelled')
    const never = vi.fn()
    await expect(watchSteps('wasm', never, 0, AbortSignal.abort())).rejects.toThrow()
    expect(never).not.toHaveBeenCalled()
  })
})
