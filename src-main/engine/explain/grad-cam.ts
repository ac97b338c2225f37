// Grad-CAM: Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization",
// ICCV 2017 (arXiv 1610.02391). Each channel of the last feature map is weighed by the mean of the class score's
// gradient over the map; the weighed sum, where it is positive, is the heat.
import { type Preprocessing } from '../../contract'
import { type CompiledFunction, type Compute } from '../compute'
import { runGraph } from '../features/graph'
import { preprocess } from '../models/preprocess'
import { allWeights } from '../models/weights'
import { tf, type LayersModel, type SymbolicTensor, type Tensor, type Tensor2D, type Tensor4D } from '../tf'
import { lastFeatureMap, scoresOf } from './layers'

export interface Heat {
  rows: number
  columns: number
  /** Row by row, before they are brought to 0…1; none is negative. */
  values: Float32Array
}

export interface GradCam {
  /** Name of the layer whose output is the map. */
  readonly layer: string
  /**
   * @param pictures NHWC, 8-bit values as `imageTensor` gives them; stays the caller's
   * @param labels the class that is asked about, one a picture
   * @returns one heat a picture
   */
  run(pictures: Tensor4D, labels: readonly number[]): Promise<Heat[]>
  dispose(): void
}

/** @returns null where the network has no feature map */
export function createGradCam(
  network: LayersModel,
  preprocessing: Preprocessing,
  compute: Compute,
): GradCam | null {
  const map = lastFeatureMap(network)
  if (!map) return null
  const compiled = compute.compile('grad-cam', heatFunction(network, map, preprocessing))
  const classes = network.outputs[0]!.shape[1]!
  return {
    layer: map.sourceLayer.name,
    run: async (pictures, labels) => await heats(network, compiled, classes, pictures, labels),
    dispose: () => compiled.dispose(),
  }
}

/** Inputs: the network's variables, pictures, the wanted classes as one-hot rows. Output: heat [batch, rows, columns]. */
const heatFunction =
  (network: LayersModel, map: SymbolicTensor, preprocessing: Preprocessing) =>
  (inputs: readonly Tensor[]): Tensor[] => {
    const [pictures, wanted] = inputs.slice(-2) as [Tensor4D, Tensor2D]
    const input = preprocess(pictures, preprocessing)
    const [features] = runGraph([map], new Map([[network.inputs[0]!, input]]), true) as [Tensor4D]
    const scores = scoresOf(network)
    // A path that goes past the map, if there is one, is computed again from the picture.
    const score = (at: Tensor4D): Tensor => {
      const given = new Map<SymbolicTensor, Tensor>([
        [network.inputs[0]!, input],
        [map, at],
      ])
      return runGraph([scores], given, false)[0]!.mul(wanted).sum()
    }
    const gradient = tf.grad(score as (x: Tensor) => Tensor)(features)
    const weights = gradient.mean([1, 2], true)
    return [features.mul(weights).sum(3).relu()]
  }

async function heats(
  network: LayersModel,
  compiled: CompiledFunction,
  classes: number,
  pictures: Tensor4D,
  labels: readonly number[],
): Promise<Heat[]> {
  const hot = new Float32Array(labels.length * classes)
  labels.forEach((label, i) => (hot[i * classes + label] = 1))
  const wanted = tf.tensor2d(hot, [labels.length, classes])
  const [heat] = compiled.run([...allWeights(network), pictures, wanted])
  wanted.dispose()
  try {
    const [, rows, columns] = heat!.shape as [number, number, number]
    const values = (await heat!.data()) as Float32Array
    return labels.map((_, i) => ({
      rows,
      columns,
      values: values.slice(i * rows * columns, (i + 1) * rows * columns),
    }))
  } finally {
    heat!.dispose()
  }
}
