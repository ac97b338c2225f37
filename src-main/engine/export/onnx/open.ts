// Opens an ONNX file in onnxruntime, as users will.
import { INPUT, OUTPUT } from '../end-names'
import { type Consumer, type NoConsumer } from '../format'

/** The window and the system keep a core: a check is in no hurry. */
const THREADS = 2

/** Only an export needs it: the engine starts without. Null where it has no build for this machine. */
const load = () => import('onnxruntime-node').catch(() => null)

/**
 * @param file path of the model
 * @param size side of a picture in pixels
 * @throws Error where onnxruntime refuses the model
 */
export async function openOnnx(file: string, size: number): Promise<Consumer | NoConsumer> {
  const runtime = await load()
  if (!runtime) return { reason: `onnxruntime has no build for ${process.platform} on ${process.arch}.` }
  const { InferenceSession, Tensor, env } = runtime
  const session = await InferenceSession.create(file, {
    intraOpNumThreads: THREADS,
    executionProviders: ['cpu'],
    // Warnings are about what its own optimizer does.
    logSeverityLevel: 3,
  })
  return {
    runtime: `onnxruntime ${env.versions.node}`,
    async predict(pixels, count) {
      const input = new Tensor('uint8', pixels, [count, size, size, 3])
      const { [OUTPUT]: output } = await session.run({ [INPUT]: input })
      return (await output!.getData()) as Float32Array
    },
    dispose: () => session.release(),
  }
}
