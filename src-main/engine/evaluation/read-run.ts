// Reads what a comparison needs from a run's folder.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  evaluation as evaluationSchema,
  runRecord,
  UserError,
  type Evaluation,
  type RunRecordOf,
} from '../../contract'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/**
 * @param folder a run's folder
 * @param name the run's name, for the error
 * @returns null where the run has not been evaluated (yet)
 * @throws UserError where the file is there and cannot be understood
 */
export async function readEvaluation(folder: string, name: string): Promise<Evaluation | null> {
  let text: string
  try {
    text = await readFile(join(folder, 'evaluation.json'), 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  const content = parseJson(text)
  if (typeof content === 'object' && content && 'version' in content && Number(content.version) > 1) {
    throw new UserError('library-newer', `${name} was evaluated by a newer version of Cotejo.`, {
      detail: { run: name },
      hint: 'Update Cotejo, or leave this run out.',
    })
  }
  const read = evaluationSchema.safeParse(content)
  if (read.success) return read.data
  throw new UserError('file-unreadable', `The evaluation of ${name} (evaluation.json) is damaged.`, {
    detail: { run: name, file: join(folder, 'evaluation.json') },
    hint: 'Leave this run out, or train it again.',
    cause: read.error,
  })
}

/** Every epoch record has this text, and no string inside a record can: JSON escapes its quotes. */
const EPOCH = Buffer.from('"type":"epoch"')
const NEWLINE = 0x0a

/**
 * The epochs in history.jsonl, rising. Only their lines are parsed: a history is mostly batches.
 * Where an epoch is there twice (a run that went on from a checkpoint), the later one counts; a torn line is left out.
 */
export async function readEpochs(folder: string): Promise<RunRecordOf<'epoch'>[]> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, 'history.jsonl'))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
  const epochs = new Map<number, RunRecordOf<'epoch'>>()
  for (let at = bytes.indexOf(EPOCH); at !== -1;) {
    const start = bytes.lastIndexOf(NEWLINE, at) + 1
    const newline = bytes.indexOf(NEWLINE, at)
    const end = newline === -1 ? bytes.length : newline
    const record = runRecord.safeParse(parseJson(bytes.toString('utf8', start, end)))
    if (record.success && record.data.type === 'epoch') epochs.set(record.data.epoch, record.data)
    at = bytes.indexOf(EPOCH, end)
  }
  return [...epochs.values()].sort((a, b) => a.epoch - b.epoch)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
