// The file of measurements: what is found again, what is dropped, and that nothing in it can break a run.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeptMeasurement } from '../../contract'
import { findMeasurement, forgetMeasurements, keepMeasurement, keptMeasurements, MOST } from './kept'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'cotejo-kept-')), 'packs')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

const keyOf = (number: number) => number.toString(16).padStart(32, '0')
const made = (imagesPerSecond: number): KeptMeasurement => ({
  at: '2026-11-22T10:00:00.000Z',
  speeds: [{ backend: 'wasm', device: 'CPU', imagesPerSecond, basis: 'steps', problem: null }],
  model: { title: 'CNN', size: 32, batch: 64, work: 'all' },
})
const file = () => join(folder, 'measurements.json')

test('a measurement is found again under its key alone; a newer one takes its place', async () => {
  expect(await findMeasurement(folder, keyOf(1), 0)).toBeNull()
  await keepMeasurement(folder, keyOf(1), made(10))
  await keepMeasurement(folder, keyOf(2), made(20))
  await keepMeasurement(folder, keyOf(1), made(30))
  expect((await findMeasurement(folder, keyOf(1), 0))?.speeds[0]?.imagesPerSecond).toBe(30)
  expect(await findMeasurement(folder, keyOf(3), 0)).toBeNull()
  expect((await keptMeasurements(folder)).map(({ speeds }) => speeds[0]!.imagesPerSecond)).toEqual([30, 20])
  expect(await readdir(folder)).toEqual(['measurements.json'])
  expect(await forgetMeasurements(folder)).toBe(2)
  expect(await keptMeasurements(folder)).toEqual([])
})

test('the oldest make room', async () => {
  const entries = Array.from({ length: MOST }, (_, i) => ({ key: keyOf(i), ...made(i + 1) }))
  await keepMeasurement(folder, keyOf(9), made(1))
  await writeFile(file(), JSON.stringify({ version: 1, entries }))
  await keepMeasurement(folder, keyOf(MOST), made(5))
  expect(await keptMeasurements(folder)).toHaveLength(MOST)
  expect(await findMeasurement(folder, keyOf(MOST - 1), 0)).toBeNull()
  expect(await findMeasurement(folder, keyOf(0), 0)).not.toBeNull()
})

test.each(['', '{', 'null', '{"version":2,"entries":[]}', '{"version":1,"entries":7}', '[]'])(
  'a broken file is as good as none: %j',
  async (text) => {
    await keepMeasurement(folder, keyOf(1), made(10))
    await writeFile(file(), text)
    expect(await findMeasurement(folder, keyOf(1), 0)).toBeNull()
    await keepMeasurement(folder, keyOf(1), made(10))
    expect(await findMeasurement(folder, keyOf(1), 0)).not.toBeNull()
  },
)

test('a damaged entry costs that entry', async () => {
  await keepMeasurement(folder, keyOf(1), made(10))
  const whole = JSON.parse(await readFile(file(), 'utf8')) as { entries: object[] }
  whole.entries.push({ key: keyOf(2), ...made(-1) }, { key: 'x', ...made(1) })
  await writeFile(file(), JSON.stringify(whole))
  expect(await keptMeasurements(folder)).toHaveLength(1)
})

test('where a backend was left out, it counts for a day', async () => {
  const failed = made(10)
  failed.speeds.push({ backend: 'webgpu', device: null, imagesPerSecond: null, basis: null, problem: 'No.' })
  await keepMeasurement(folder, keyOf(1), failed)
  const then = Date.parse(failed.at)
  expect(await findMeasurement(folder, keyOf(1), then + 23 * 3600_000)).not.toBeNull()
  expect(await findMeasurement(folder, keyOf(1), then + 25 * 3600_000)).toBeNull()
})
