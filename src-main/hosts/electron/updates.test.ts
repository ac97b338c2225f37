import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { UpdateSettings } from './update-settings'
import type { UpdateWay } from './update-way'
import { Updates, type UpdateSource } from './updates'

const file = (): string => join(mkdtempSync(join(tmpdir(), 'cotejo-updates-')), 'updates.json')
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** Whether anything trains, as a test says. */
class Training {
  #now = false
  readonly #listeners = new Set<() => void>()
  get now(): boolean {
    return this.#now
  }
  set(now: boolean): void {
    this.#now = now
    for (const one of [...this.#listeners]) one()
  }
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}

function setUp(options: { way?: UpdateWay; version?: string | null; settings?: UpdateSettings } = {}) {
  const { way = 'install', version = '9.0.0', settings = new UpdateSettings(file()) } = options
  const source = {
    check: vi.fn<UpdateSource['check']>().mockResolvedValue(version),
    download: vi.fn<UpdateSource['download']>().mockResolvedValue(),
    install: vi.fn<UpdateSource['install']>(),
  }
  const dialogs = {
    ready: vi.fn<() => Promise<boolean>>().mockResolvedValue(true),
    tell: vi.fn().mockResolvedValue(undefined),
    newest: vi.fn().mockResolvedValue(undefined),
    failed: vi.fn().mockResolvedValue(undefined),
    notGenuine: vi.fn().mockResolvedValue(undefined),
  }
  const busy = new Training()
  const isNotGenuine = (thrown: unknown): boolean => (thrown as Error).message === 'not genuine'
  const made = vi.fn(() => Promise.resolve(source))
  const updates = new Updates({ way, source: made, dialogs, busy, settings, log: quiet, isNotGenuine })
  return { updates, source, made, dialogs, busy, settings }
}

/** Waits for a condition, on the true clock. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setImmediate(done))
}
/** Lets what is ready to go on go on, and what is being written be written. */
async function settle(settings: UpdateSettings): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await settings.change({})
    await new Promise((done) => setImmediate(done))
  }
}

describe('updates', () => {
  it('finds, downloads, asks, installs', async () => {
    const { updates, source, dialogs, settings } = setUp()
    await updates.checkNow()
    expect(source.download).toHaveBeenCalledOnce()
    expect(dialogs.ready).toHaveBeenCalledWith('9.0.0')
    expect(source.install).toHaveBeenCalledOnce()
    expect(settings.checked).not.toBeNull()
  })

  it('installs nothing that the person does not agree to', async () => {
    const { updates, source, dialogs } = setUp()
    dialogs.ready.mockResolvedValue(false)
    await updates.checkNow()
    expect(source.install).not.toHaveBeenCalled()
  })

  it('looks at the start, without a word where there is nothing new', async () => {
    const { updates, source, dialogs, settings } = setUp({ version: null })
    updates.start()
    await until(() => settings.checked !== null)
    await settle(settings)
    updates.stop()
    expect(source.check).toHaveBeenCalledOnce()
    for (const one of Object.values(dialogs)) expect(one).not.toHaveBeenCalled()
  })

  it('looks once a day, not each hour', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    try {
      const { updates, source, settings } = setUp({ version: null })
      updates.start()
      await until(() => settings.checked !== null)
      await settle(settings)
      await vi.advanceTimersByTimeAsync(23 * 3600_000)
      await settle(settings)
      expect(source.check).toHaveBeenCalledTimes(1)
      await vi.advanceTimersByTimeAsync(2 * 3600_000)
      await until(() => source.check.mock.calls.length === 2)
      await settle(settings)
      updates.stop()
      await vi.advanceTimersByTimeAsync(72 * 3600_000)
      await settle(settings)
      expect(source.check).toHaveBeenCalledTimes(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('does not even load the updater when it is turned off, and does when the person asks', async () => {
    const settings = new UpdateSettings(file())
    await settings.change({ automatic: false })
    const { updates, made, dialogs } = setUp({ settings, version: null })
    updates.start()
    await settle(settings)
    expect(made).not.toHaveBeenCalled()
    await updates.checkNow()
    updates.stop()
    expect(made).toHaveBeenCalledOnce()
    expect(dialogs.newest).toHaveBeenCalledOnce()
  })

  it('never looks where this copy cannot be updated', async () => {
    const { updates, made } = setUp({ way: 'none' })
    updates.start()
    await updates.checkNow()
    expect(updates.possible).toBe(false)
    expect(made).not.toHaveBeenCalled()
  })

  it('waits for a run to end before it downloads', async () => {
    const { updates, source, busy, settings } = setUp()
    busy.set(true)
    const done = updates.checkNow()
    await until(() => settings.checked !== null)
    await settle(settings)
    expect(source.check).toHaveBeenCalledOnce()
    expect(source.download).not.toHaveBeenCalled()
    busy.set(false)
    await done
    expect(source.download).toHaveBeenCalledOnce()
  })

  it('breaks a download off when a run begins, and begins again after it', async () => {
    const { updates, source, busy, settings } = setUp()
    source.download.mockImplementationOnce(
      (signal) =>
        new Promise((_done, fail) => signal.addEventListener('abort', () => fail(new Error('cancelled')))),
    )
    const done = updates.checkNow()
    await until(() => source.download.mock.calls.length === 1)
    busy.set(true)
    await settle(settings)
    expect(source.download).toHaveBeenCalledOnce()
    expect(source.install).not.toHaveBeenCalled()
    busy.set(false)
    await done
    expect(source.download).toHaveBeenCalledTimes(2)
    expect(source.install).toHaveBeenCalledOnce()
  })

  it('does not restart over a run that began while the question stood', async () => {
    const { updates, source, dialogs, busy, settings } = setUp()
    dialogs.ready.mockImplementation(() => {
      busy.set(true)
      return Promise.resolve(true)
    })
    const done = updates.checkNow()
    await until(() => busy.now)
    await settle(settings)
    expect(source.install).not.toHaveBeenCalled()
    busy.set(false)
    await done
    expect(source.install).toHaveBeenCalledOnce()
  })

  it('says that an update is not genuine, and installs none of it', async () => {
    const { updates, source, dialogs } = setUp()
    source.download.mockRejectedValue(new Error('not genuine'))
    updates.start()
    await until(() => dialogs.notGenuine.mock.calls.length > 0)
    updates.stop()
    expect(dialogs.notGenuine).toHaveBeenCalledWith('9.0.0')
    expect(source.install).not.toHaveBeenCalled()
  })

  it('is quiet without a network, unless the person asked', async () => {
    const { updates, source, dialogs, settings } = setUp()
    source.check.mockRejectedValue(new Error('ENOTFOUND'))
    updates.start()
    await until(() => source.check.mock.calls.length === 1)
    await settle(settings)
    updates.stop()
    expect(dialogs.failed).not.toHaveBeenCalled()
    expect(settings.checked).toBeNull()
    await updates.checkNow()
    expect(dialogs.failed).toHaveBeenCalledOnce()
  })

  it('answers the person who asks while it looks by itself', async () => {
    const { updates, source, dialogs } = setUp({ version: null })
    updates.start()
    await updates.checkNow()
    updates.stop()
    expect(source.check).toHaveBeenCalledOnce()
    expect(dialogs.newest).toHaveBeenCalledOnce()
  })

  it('tells a package that others install of each version once', async () => {
    const { updates, source, dialogs, settings } = setUp({ way: 'tell' })
    for (const count of [1, 2]) {
      updates.start()
      await until(() => source.check.mock.calls.length === count)
      await settle(settings)
      updates.stop()
    }
    expect(dialogs.tell).toHaveBeenCalledOnce()
    expect(source.download).not.toHaveBeenCalled()
    await updates.checkNow()
    expect(dialogs.tell).toHaveBeenCalledTimes(2)
  })
})

describe('the settings of updates', () => {
  it('outlive the program', async () => {
    const path = file()
    await new UpdateSettings(path).change({ automatic: false, told: '9.0.0' })
    const again = new UpdateSettings(path)
    expect([again.automatic, again.told, again.checked]).toEqual([false, '9.0.0', null])
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ automatic: false })
  })

  it.each(['', '{', '[]', '{"automatic":"no"}'])('are the defaults where the file reads %j', (text) => {
    const path = file()
    writeFileSync(path, text)
    expect(new UpdateSettings(path).automatic).toBe(true)
  })
})
