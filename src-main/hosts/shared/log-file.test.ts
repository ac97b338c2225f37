import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLogFile } from './log-file'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cotejo-log-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('begins a new file while it is written, and keeps the one before', () => {
  const log = openLogFile(folder, 'x', 2000)
  for (let at = 0; at < 200; at++) log.info(`line ${at} ${'ñ'.repeat(40)}`)
  expect(readdirSync(folder).sort()).toEqual(['x.log', 'x.old.log'])
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(4200)
  expect(readFileSync(log.file, 'utf8')).toContain('line 199')
})

it('goes on in the file of last time, and cuts what is too long', () => {
  writeFileSync(join(folder, 'x.log'), 'before\n')
  const log = openLogFile(folder, 'x')
  log.fault(new Error('y'.repeat(100_000)))
  const text = readFileSync(log.file, 'utf8')
  expect(text.startsWith('before\n')).toBe(true)
  expect(text.length).toBeLessThan(17_000)
})

it('never stops the program', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => openLogFile(join(file, 'below'), 'x').error('lost')).not.toThrow()
})
