// The one place that imports sharp, with its settings.
import { availableParallelism } from 'node:os'
import sharp from 'sharp'

// One thread a picture and several pictures at once is faster than the other way round (docs of sharp, measured here);
// each picture is decoded once, so libvips' cache of operations would only hold memory.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Pictures in flight at once: enough that a worker thread never waits for the next one. How many are really decoded
 * at a time is decided by libuv's thread pool (UV_THREADPOOL_SIZE, set by whoever starts the engine).
 */
export const picturesInFlight = Math.max(4, 2 * availableParallelism())

export { sharp }
export type { Sharp } from 'sharp'
