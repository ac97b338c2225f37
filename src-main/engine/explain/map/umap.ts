// UMAP: McInnes, Healy, Melville, "UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction"
// (arXiv 1802.03426), by the library umap-js, in a thread of its own.
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { cancelled } from '../../../contract'
import { rng } from '../../rng'
import { type Task } from '../../task'
import { nearestNeighbours } from './neighbours'
import { type Pause } from './products'
import program from './umap-worker.js?raw'

/** The library's usual ones, as in the paper's examples. */
const NEIGHBOURS = 15
const MIN_DIST = 0.1
/** How far the points lie from the middle at the start, at most: as in the authors' own program. */
const START = 10

type Message = { epoch: number; epochs: number } | { points: number[][] }

/**
 * @param values n × d, row by row, the two directions of largest variance first; n is 5 or more
 * @param pause is called between slices of the work that is done here
 * @returns x and y of each point
 * @throws UserError `cancelled`
 */
export async function umap(
  values: Float32Array,
  d: number,
  seed: number,
  task: Task,
  pause: Pause,
): Promise<{ x: number[]; y: number[] }> {
  const n = values.length / d
  const nNeighbors = Math.min(NEIGHBOURS, n - 1)
  const neighbours = await nearestNeighbours(values, d, nNeighbors, pause)
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
    workerData: {
      library: createRequire(import.meta.url).resolve('umap-js'),
      neighbours,
      start: startOf(values, d, seed),
      seed,
      settings: { nNeighbors, minDist: MIN_DIST },
    },
    execArgv: [],
  })
  let stop = () => {}
  try {
    const points = await new Promise<number[][]>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The thread that draws the map ended (${code})`)))
      worker.on('message', (message: Message) => {
        if ('points' in message) return resolve(message.points)
        task.progress({ stage: 'map', done: message.epoch, total: message.epochs, unit: 'steps' })
      })
      stop = () => reject(cancelled())
      if (task.signal.aborted) stop()
      task.signal.addEventListener('abort', stop)
    })
    return { x: points.map(([x]) => x!), y: points.map(([, y]) => y!) }
  } finally {
    task.signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** The first two coordinates, brought to the usual size; a little chance tells equal pictures apart. */
function startOf(values: Float32Array, d: number, seed: number): [number, number][] {
  const n = values.length / d
  const random = rng(seed, 'map')
  let most = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < Math.min(2, d); j++) most = Math.max(most, Math.abs(values[i * d + j]!))
  const scale = most > 0 ? START / most : 0
  const at = (i: number, j: number) => (j < d ? values[i * d + j]! * scale : 0) + random.range(-1, 1) * 1e-3
  return Array.from({ length: n }, (_, i) => [at(i, 0), at(i, 1)])
}
