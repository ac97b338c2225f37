// Opens a .tflite file in LiteRT, TensorFlow Lite's runtime: its build in WebAssembly, in threads of their own.
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { type Consumer, type NoConsumer } from '../format'
import { findLibrary, giveBack, takeThreads, type Answers } from './threads'

/** Each holds the whole model; a check of a few dozen pictures needs no more. */
const MOST_THREADS = 4

/**
 * @param file path of the model
 * @param size side of a picture in pixels
 * @throws Error where LiteRT refuses the model
 */
export async function openTflite(file: string, size: number): Promise<Consumer | NoConsumer> {
  const library = await findLibrary()
  if (!library) return { reason: 'LiteRT is not installed.' }
  const model = new Uint8Array(await readFile(file))
  const threads = takeThreads(Math.min(MOST_THREADS, availableParallelism()), library)
  /** What went wrong in a thread may do so again. */
  let sound = true
  const safely = async <T>(work: readonly Promise<T>[]): Promise<T[]> => {
    const settled = await Promise.allSettled(work)
    const failed = settled.find((one) => one.status === 'rejected')
    if (!failed) return settled.map((one) => (one as PromiseFulfilledResult<T>).value)
    sound = false
    throw failed.reason
  }
  const dispose = () => (sound ? giveBack(threads) : threads.forEach((one) => one.stop()))
  try {
    await safely(threads.map((one) => one.load(model, size)))
  } catch (error) {
    dispose()
    throw error
  }
  const predict = async (pixels: Uint8Array, pictures: number): Promise<Float32Array> => {
    const each = size * size * 3
    const share = Math.ceil(pictures / threads.length)
    const answers = await safely(
      threads.map((thread, i) => {
        const part = pixels.slice(i * share * each, Math.min(pictures, (i + 1) * share) * each)
        return thread.predict(part, part.length / each)
      }),
    )
    return joined(answers.flat())
  }
  return { runtime: `LiteRT ${library.version}`, predict, dispose }
}

/** Answers in whole numbers are probabilities in steps of 1/256. */
function joined(answers: Answers): Float32Array {
  const classes = answers[0]?.length ?? 0
  const all = new Float32Array(answers.length * classes)
  answers.forEach((answer, i) => {
    const scale = answer instanceof Uint8Array ? 1 / 256 : 1
    for (let c = 0; c < classes; c++) all[i * classes + c] = answer[c]! * scale
  })
  return all
}
