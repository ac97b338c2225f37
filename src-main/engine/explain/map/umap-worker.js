// The program of the thread that lays out a map (umap.ts gives it to the thread as a text): UMAP takes seconds, and
// nothing else of the engine shall wait for it.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { library, neighbours, start, seed, settings } = workerData
const { UMAP } = createRequire(library)(library)

/** Marsaglia's xorshift generator with the shifts 13, 17, 5 ("Xorshift RNGs", 2003). */
let state = seed | 0 || 1
function random() {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 2 ** 32
}

const umap = new UMAP({ ...settings, random })
umap.setPrecomputedKNN(neighbours.indices, neighbours.distances)
// Only the number of points is read from these: their neighbours are known.
const epochs = umap.initializeFit(start)
// The library starts from chance. Started from the two principal components, maps keep the data's large shape and
// look alike from run to run (Kobak, Linderman, Nature Biotechnology 39, 2021).
const points = umap.getEmbedding()
points.forEach((point, i) => {
  point[0] = start[i][0]
  point[1] = start[i][1]
})
for (let epoch = 1; epoch <= epochs; epoch++) {
  umap.step()
  if (epoch % 10 === 0 || epoch === epochs) parentPort.postMessage({ epoch, epochs })
}
parentPort.postMessage({ points })
