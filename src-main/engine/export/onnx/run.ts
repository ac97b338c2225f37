// Runs an ONNX file in onnxruntime, as users will: pictures of 8-bit values in, probabilities out.
import { INPUT, OUTPUT } from './model'

/** Cores are left to the window and to the system: a check is not in a hurry. */
const THREADS = 2

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}

/**
 * @param file path of the model
 * @param pixels RGB pictures one after the other, size × size × 3 bytes each
 * @param size side of a picture in pixels
 * @param batch pictures at a time
 * @returns probabilities, picture by picture
 * @throws Error where onnxruntime has no build for this machine, or refuses the model
 */
export async function runOnnx(
  file: string,
  pixels: Uint8Array,
  size: number,
  batch = 8,
): Promise<Float32Array> {
  // Only an export needs it: the engine starts without.
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  const session = await InferenceSession.create(file, {
    intraOpNumThreads: THREADS,
    executionProviders: ['cpu'],
    logSeverityLevel: 3,
  })
  try {
    const each = size * size * 3
    const answers: Float32Array[] = []
    for (let at = 0; at < pixels.length; at += batch * each) {
      const part = pixels.subarray(at, at + batch * each)
      const input = new Tensor('uint8', part, [part.length / each, size, size, 3])
      const output = (await session.run({ [INPUT]: input }))[OUTPUT]!
      answers.push((await output.getData()) as Float32Array)
    }
    return joined(answers)
  } finally {
    await session.release()
  }
}
