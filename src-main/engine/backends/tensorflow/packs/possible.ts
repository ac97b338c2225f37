// Whether a pack can be used on this machine at all, and if not, exactly what is missing.
import type { MachineFinding, PackName } from '../../../../contract'
import { inspectCuda } from './cuda'
import { tensorflowVersion, tensorflowWheels } from './table'

export interface Obstacle {
  readonly problem: string
  readonly hint: string
  readonly finding?: MachineFinding
}

export async function possible(name: PackName): Promise<Obstacle | null> {
  const platform = `${process.platform}-${process.arch}` as const
  if (!tensorflowWheels[name][platform]) {
    return name === 'cuda'
      ? {
          problem: `TensorFlow ${tensorflowVersion} has a CUDA build for 64-bit Linux on Intel and AMD processors alone, not for ${platform}.`,
          hint: 'Runs use the CPU here.',
          finding: { code: 'no-cuda-build', values: { version: tensorflowVersion, platform } },
        }
      : {
          problem: `There is no TensorFlow ${tensorflowVersion} library with a C interface for ${platform}.`,
          hint: 'The wasm backend works everywhere.',
          finding: { code: 'no-tensorflow-build', values: { version: tensorflowVersion, platform } },
        }
  }
  return name === 'cuda' ? inspectCuda() : null
}
