// A run's folder as a TensorBoard log directory: an event file of scalars for training and one for validation, with
// the tags that Keras's callback uses, so that TensorBoard lays both curves over each other.
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Fold, RunRecordOf } from '../../contract'
import { maskedCrc32c } from './crc32c'
import { double, float, integer, nested } from './protobuf'

/** A record of a TFRecord file: length, its checksum, the bytes, their checksum. All little endian. */
export function tfRecord(data: Uint8Array): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(data.length))
  const checksum = (bytes: Uint8Array) => {
    const crc = Buffer.alloc(4)
    crc.writeUInt32LE(maskedCrc32c(bytes))
    return crc
  }
  return Buffer.concat([length, checksum(length), data, checksum(data)])
}

// Field numbers of tensorflow/core/util/event.proto and tensorflow/core/framework/summary.proto.
const event = { wallTime: 1, step: 2, fileVersion: 3, summary: 5 }
const summary = { value: 1 }
const summaryValue = { tag: 1, simpleValue: 2 }

/** The first record of an event file. */
export const versionEvent = (wallTime: number): Buffer =>
  Buffer.concat([double(event.wallTime, wallTime), nested(event.fileVersion, 'brain.Event:2')])

/** Scalars of one step. @param wallTime seconds since 1970 */
export function scalarsEvent(wallTime: number, step: number, scalars: Record<string, number>): Buffer {
  const values = Object.entries(scalars).map(([name, value]) =>
    nested(
      summary.value,
      Buffer.concat([nested(summaryValue.tag, name), float(summaryValue.simpleValue, value)]),
    ),
  )
  return Buffer.concat([
    double(event.wallTime, wallTime),
    integer(event.step, step),
    nested(event.summary, Buffer.concat(values)),
  ])
}

/** Appends scalars to `<folder>/events.out.tfevents.<second>.cotejo`, which is made with the first of them. */
class EventFile {
  readonly #folder: string
  #path: string | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  write(step: number, scalars: Record<string, number>): void {
    const wallTime = Date.now() / 1000
    if (this.#path === null) {
      mkdirSync(this.#folder, { recursive: true })
      // A run that is continued gets another file; TensorBoard reads them in the order of their names.
      this.#path = join(this.#folder, `events.out.tfevents.${Math.floor(wallTime)}.cotejo`)
      appendFileSync(this.#path, tfRecord(versionEvent(wallTime)))
    }
    appendFileSync(this.#path, tfRecord(scalarsEvent(wallTime, step, scalars)))
  }
}

/** Writes a run's epochs under `<run>/tensorboard`, those of a fold in a folder of its own. */
export class TensorBoardLog {
  readonly #train: EventFile
  readonly #validation: EventFile

  constructor(run: string, fold: Fold | null = null) {
    const name = (set: string) => join(run, 'tensorboard', ...(fold === null ? [] : [`fold-${fold}`]), set)
    this.#train = new EventFile(name('train'))
    this.#validation = new EventFile(name('validation'))
  }

  epoch({ epoch, train, validation, learningRate }: Omit<RunRecordOf<'epoch'>, 'seq' | 't'>): void {
    this.#train.write(epoch, {
      epoch_loss: train.loss,
      epoch_accuracy: train.accuracy,
      epoch_learning_rate: learningRate,
    })
    if (validation) {
      this.#validation.write(epoch, { epoch_loss: validation.loss, epoch_accuracy: validation.accuracy })
    }
  }
}
