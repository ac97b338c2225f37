import { expect, test } from 'vitest'
import { driverTrial } from './trial'

test('says how a process that did not live through it ended', async () => {
  expect(await driverTrial('process.exit(0)')).toBeNull()
  expect(await driverTrial('process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1000)')).toBe(
    'SIGSEGV',
  )
  expect(await driverTrial('process.exit(3)')).toBe('exit status 3')
})

test('this machine lives through it', async () => {
  expect(await driverTrial()).toBeNull()
}, 60_000)
