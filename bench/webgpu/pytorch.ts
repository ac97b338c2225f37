// PyTorch as a peer: bench/torch-step.py in a process of its own, for its steps' times, and for its loss on our weights
// and batch, which shows that it computes the same model.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Snapshot } from '../training-step'

const program = join(process.cwd(), 'bench', 'torch-step.py')

export interface Peer {
  /** "PyTorch 2.9.0 on NVIDIA GeForce RTX 4070" */
  readonly name: string
  /** Milliseconds a step, over so many in a row. */
  block(steps: number): Promise<number>
  end(): void
}

/** @returns null, with a line why, where it cannot be had */
export async function startPeer(python: string, model: string, batch: number): Promise<Peer | null> {
  const child = spawn(python, [program, model, String(batch)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close').catch(() => {})
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async <T>(): Promise<T | null> => {
    const line = await Promise.race([lines.next(), ended.then(() => ({ done: true, value: '' }))])
    return line.done ? null : (JSON.parse(line.value as string) as T)
  }
  const first = await next<{ name: string }>()
  if (!first) {
    console.log(`PyTorch: not measured; ${python} does not have it, or it has no such model.`)
    return null
  }
  return {
    name: first.name,
    async block(steps) {
      child.stdin.write(`${steps}\n`)
      const made = await next<{ milliseconds: number }>()
      if (!made) throw new Error('PyTorch ended before it was done.')
      return made.milliseconds
    },
    end: () => child.stdin.end(),
  }
}

/**
 * The mean loss that PyTorch comes to from a snapshot, and how many parameters its model trains.
 * The file is a line of JSON (size, batch, scale, offset, labels, the shapes of the weights), then all weights as
 * 32-bit little-endian floats, then the pixels as bytes.
 */
export async function lossOf(
  python: string,
  model: string,
  { size, scaling, weights, pixels, labels }: Snapshot,
): Promise<{ loss: number; parameters: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'cotejo-same-model-'))
  const path = join(folder, 'snapshot.bin')
  try {
    const file = await open(path, 'w')
    const header = {
      size,
      batch: labels.length,
      scale: scaling.scale,
      offset: scaling.offset,
      labels: Array.from(labels),
      tensors: weights.map(({ shape }) => shape),
    }
    await file.write(`${JSON.stringify(header)}\n`)
    for (const { values } of weights) await file.write(new Uint8Array(values.buffer))
    await file.write(pixels)
    await file.close()
    const { stdout } = await promisify(execFile)(python, [program, model, '--check', path])
    return JSON.parse(stdout) as { loss: number; parameters: number }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
