// The program that checks a SavedModel: TensorFlow itself, where it is what Cotejo computes with.
import { type ModelDescription } from '../../../contract'
import { tf } from '../../tf'
import { type Consumer, type NoConsumer } from '../format'

interface TensorMetadata {
  readonly id: number
}

/** What the `tensorflow` backend has of TensorFlow's own calls (native/src/saved_model.h). */
interface NativeTensorflow {
  readonly TF_UINT8: number
  readonly TF_Version: string
  createTensor(shape: number[], dtype: number, values: Uint8Array): number
  tensorDataSync(id: number): Float32Array
  deleteTensor(id: number): void
  loadSavedModel(folder: string, tags: string): number
  runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): TensorMetadata[]
  deleteSavedModel(id: number): void
}

/** Opens the SavedModel in `folder`, whose signature takes `image` and gives `probabilities`. */
export async function openSavedModel(
  folder: string,
  { preprocessing: { size } }: ModelDescription,
): Promise<Consumer | NoConsumer> {
  const native = (tf.backend() as { binding?: NativeTensorflow }).binding
  if (!native) {
    const reason =
      'It was not run: TensorFlow, which would do it, is not what Cotejo computes with on this machine (install its engine pack with “cotejo engine install cpu”).'
    return { reason }
  }
  const model = native.loadSavedModel(folder, 'serve')
  return {
    runtime: `TensorFlow ${native.TF_Version}`,
    async predict(pixels, count) {
      const image = native.createTensor([count, size, size, 3], native.TF_UINT8, pixels)
      try {
        const [said] = native.runSavedModel(model, [image], 'image:0', 'probabilities:0')
        try {
          return native.tensorDataSync(said!.id).slice()
        } finally {
          native.deleteTensor(said!.id)
        }
      } finally {
        native.deleteTensor(image)
      }
    },
    dispose: () => native.deleteSavedModel(model),
  }
}
