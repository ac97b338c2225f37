import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ownStart, processStart, sameStart, startFromFileTime, startFromPs, stillLives } from './process'

describe('processStart', () => {
  it('is the same whenever asked, and gone with the process', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    const first = await processStart(child.pid!)
    expect(first).not.toBeNull()
    expect(await processStart(child.pid!)).toBe(first)
    expect(await stillLives(child.pid!, first!)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await processStart(child.pid!)).toBeNull()
    expect(await stillLives(child.pid!, first!)).toBe(false)
  })

  it('knows this process, and no process of a pid that cannot be', async () => {
    expect(await stillLives(process.pid, await ownStart())).toBe(true)
    for (const pid of [0, -1, 1.5, NaN, 2 ** 31 - 1]) expect(await processStart(pid)).toBeNull()
  })
})

describe('the start of a process in other systems’ words', () => {
  it('is read from ps and from Windows file times', () => {
    const at = Date.UTC(2026, 10, 22, 9, 22, 23)
    expect(startFromPs('Sun Nov 22 09:22:23 2026')).toBe(`at:${at}`)
    // FILETIME of 1970-01-01 is 116444736000000000.
    expect(startFromFileTime('116444736000000000')).toBe('at:0')
    expect(startFromFileTime(String(116444736000000000n + BigInt(at) * 10_000n))).toBe(`at:${at}`)
    for (const nonsense of ['', 'no such process']) {
      expect(startFromPs(nonsense)).toBe('unknown')
      expect(startFromFileTime(nonsense)).toBe('unknown')
    }
  })

  it('may be a little off, but not much; what is unknown counts as the same', () => {
    expect(sameStart('at:1000000', 'at:1000900')).toBe(true)
    expect(sameStart('at:1000000', 'at:1060000')).toBe(false)
    expect(sameStart('boot:1', 'boot:2')).toBe(false)
    expect(sameStart('boot:1', 'at:5')).toBe(false)
    expect(sameStart('unknown', 'at:5')).toBe(true)
  })
})
