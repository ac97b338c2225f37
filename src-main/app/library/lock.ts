// One process has a library open for writing. The lock file says which, so that another can tell the user,
// and so that the lock of a process that was killed can be told from that of one that works.
import { open, readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { timestamp, UserError } from '../../contract'
import { systemCode } from '../errors'
import { ifThere, randomName, writeJson } from './files'
import { ownStart, processStart, sameStart, stillLives } from './process'

const owner = z.object({ pid: z.int(), started: z.string() })

/** lock.json */
const lockFile = owner.extend({
  version: z.literal(1),
  /** Tells apart two locks of one process. */
  token: z.string(),
  host: z.string(),
  program: z.string(),
  since: timestamp,
  /** The engine that the process started: it may outlive its parent by a moment. */
  engine: owner.nullable(),
})
export type LockHolder = z.infer<typeof lockFile>

export interface Lock {
  /** Notes which engine has just been started to work in this library, or that none does. */
  setEngine(pid: number | null): Promise<void>
  release(): Promise<void>
}

/** How long a lock file may be without content before its writer is taken for dead. */
const WRITING_MS = 2000

/** Null where there is no lock, 'unreadable' where its content makes no sense. */
async function readLock(file: string): Promise<LockHolder | 'unreadable' | null> {
  for (let waited = 0; ; waited += 50) {
    const text = await ifThere(readFile(file, 'utf8'))
    if (text === null) return null
    try {
      return lockFile.parse(JSON.parse(text))
    } catch {
      // It may be being written this very moment.
      const age = await ifThere(stat(file))
      if (age === null) return null
      if (waited >= WRITING_MS || Date.now() - age.mtimeMs > WRITING_MS) return 'unreadable'
      await wait(50)
    }
  }
}

const isStale = async (holder: LockHolder | 'unreadable'): Promise<boolean> =>
  holder === 'unreadable' || (holder.host === hostname() && !(await stillLives(holder.pid, holder.started)))

/** Who has the library open for writing now; null if nobody does. */
export async function lockHolder(file: string): Promise<LockHolder | null> {
  const holder = await readLock(file)
  return holder === null || holder === 'unreadable' || (await isStale(holder)) ? null : holder
}

function inUse(holder: LockHolder, file: string): UserError {
  const elsewhere = holder.host !== hostname()
  return new UserError(
    'library-in-use',
    `This library is open in another Cotejo (${holder.program}, process ${holder.pid} on ${holder.host}, since ${holder.since}).`,
    {
      detail: { program: holder.program, pid: holder.pid, host: holder.host, since: holder.since },
      hint: elsewhere
        ? `Close it there, or choose another library. If that machine no longer uses it, delete ${file}.`
        : 'Close that program, or choose another library.',
    },
  )
}

/** Creates a file that must not exist yet. @returns false if it does */
async function createNew(file: string, content: string): Promise<boolean> {
  let handle
  try {
    handle = await open(file, 'wx')
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') return false
    throw thrown
  }
  try {
    await handle.writeFile(content)
  } catch (thrown) {
    await handle.close()
    await rm(file, { force: true })
    throw thrown
  }
  await handle.close()
  return true
}

/** An engine whose parent was killed ends by itself; what does not end in time is ended. */
async function awaitOrphan(engine: LockHolder['engine'], patience: number): Promise<void> {
  if (engine === null) return
  for (let waited = 0; waited < patience; waited += 50) {
    if (!(await stillLives(engine.pid, engine.started))) return
    await wait(50)
  }
  // Only where it is surely that one: its pid may be another's by now.
  const now = await processStart(engine.pid)
  if (now !== null && now !== 'unknown' && sameStart(now, engine.started)) process.kill(engine.pid, 'SIGKILL')
}

/**
 * Removes a stale lock. Two processes may find the same stale lock: only the one that holds the guard file
 * looks again and deletes, so that nobody deletes the lock that the other has just made.
 */
async function removeStale(file: string, mine: LockHolder, patience: number): Promise<void> {
  const guard = `${file}.takeover`
  if (!(await createNew(guard, JSON.stringify(mine)))) {
    const other = await readLock(guard)
    if (other !== null && (await isStale(other))) await rm(guard, { force: true })
    await wait(50)
    return
  }
  try {
    const holder = await readLock(file)
    if (holder === null || !(await isStale(holder))) return
    if (holder !== 'unreadable') await awaitOrphan(holder.engine, patience)
    await rm(file, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}

/**
 * Takes the lock of a library.
 * @param file path of the lock file
 * @param program which host it is taken for; shown to the user who finds the library in use
 * @param orphanPatience how long an engine of a dead holder may take to end, in ms
 * @throws UserError `library-in-use` with program, pid and host in its detail
 */
export async function takeLock(file: string, program: string, orphanPatience = 5000): Promise<Lock> {
  const mine: LockHolder = {
    version: 1,
    token: randomName(),
    pid: process.pid,
    started: await ownStart(),
    host: hostname(),
    program,
    since: new Date().toISOString(),
    engine: null,
  }
  while (!(await createNew(file, `${JSON.stringify(mine, null, 2)}\n`))) {
    const holder = await readLock(file)
    if (holder === null) continue
    if (holder !== 'unreadable' && !(await isStale(holder))) throw inUse(holder, file)
    await removeStale(file, mine, orphanPatience)
  }
  const isMine = async () => {
    const holder = await readLock(file)
    return holder !== null && holder !== 'unreadable' && holder.token === mine.token
  }
  // One change after the other: a late note of an engine must not bring back a lock that was released.
  let last: Promise<void> = Promise.resolve()
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const done = last.then(change)
    last = done.catch(() => {})
    return done
  }
  return {
    setEngine(pid) {
      const startedAt = Date.now()
      return inTurn(async () => {
        const started = pid === null ? null : await processStart(pid, startedAt)
        mine.engine = pid === null || started === null ? null : { pid, started }
        if (await isMine()) await writeJson(file, mine)
      })
    },
    release: () =>
      inTurn(async () => {
        if (await isMine()) await rm(file, { force: true })
      }),
  }
}
