// Whether this machine's driver and card can run the CUDA pack, asked of NVIDIA's driver library.
import { loadAddon, type CudaDriver } from '../addon'
import type { Obstacle } from './possible'

/** CUDA 12.5 is what TensorFlow 2.21 is built with; any driver for CUDA 12 runs it (CUDA minor version compatibility). */
const NEEDED_CUDA = 12_000
/** The oldest cards that TensorFlow's CUDA build has code for. */
const NEEDED_CAPABILITY = 6.0

/** What stands in the way of the CUDA pack here, or null when nothing does. */
export async function inspectCuda(inspect: () => CudaDriver = askDriver): Promise<Obstacle | null> {
  let driver: CudaDriver
  try {
    driver = inspect()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      problem: `NVIDIA's driver could not be used: ${reason}.`,
      hint: 'With an NVIDIA card in this machine, install NVIDIA’s driver (525 or newer) and restart; without one, runs use the CPU.',
      finding: { code: 'driver-unusable', values: { reason } },
    }
  }
  if (driver.cards.length === 0) {
    return {
      problem: 'NVIDIA’s driver is there, but it sees no card.',
      hint: 'Check that the card is enabled and not given to another system, such as a virtual machine.',
      finding: { code: 'driver-no-card', values: {} },
    }
  }
  if (driver.cudaVersion < NEEDED_CUDA) {
    return {
      problem: `The NVIDIA driver is too old: it runs CUDA ${cudaVersionText(driver.cudaVersion)}, and CUDA 12.0 is needed.`,
      hint: 'Update NVIDIA’s driver to version 525 or newer; CUDA itself need not be installed.',
      finding: { code: 'driver-too-old', values: { cuda: cudaVersionText(driver.cudaVersion) } },
    }
  }
  const best = driver.cards.reduce((a, b) => (capability(b) > capability(a) ? b : a))
  if (capability(best) < NEEDED_CAPABILITY) {
    return {
      problem: `The card ${best.name} has compute capability ${best.major}.${best.minor}; TensorFlow needs 6.0 (GeForce GTX 10 series) or newer.`,
      hint: 'Runs use the CPU with this card.',
      finding: {
        code: 'card-too-old',
        values: { card: best.name, capability: `${best.major}.${best.minor}` },
      },
    }
  }
  return null
}

const capability = ({ major, minor }: { major: number; minor: number }): number => major + minor / 10

/** 12040 → "12.4" */
export const cudaVersionText = (version: number): string =>
  `${Math.floor(version / 1000)}.${Math.floor((version % 1000) / 10)}`

const askDriver = (): CudaDriver => loadAddon().cudaDriver()
