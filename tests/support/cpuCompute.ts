// TensorFlow.js's plain `cpu` backend as a Compute, for tests on tiny models.
import type { Compute } from '../../src-main/engine/compute'
import { STATELESS_UNIFORM } from '../../src-main/engine/random'
import { tf, type Tensor, type Tensor1D } from '../../src-main/engine/tf'

/** Uniform numbers by hashing seed, salt and position: enough for tests of what is built on them. */
function registerUniform(): void {
  if (tf.getKernel(STATELESS_UNIFORM, 'cpu')) return
  tf.registerKernel({
    kernelName: STATELESS_UNIFORM,
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { shape, salt } = attrs as unknown as { shape: number[]; salt: number }
      const cpu = backend as {
        makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): Tensor
        data: { get(id: object): { values: Int32Array } }
      }
      const [a, b] = cpu.data.get((inputs!.seed as Tensor1D).dataId).values
      const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => {
        let h =
          (a! ^ Math.imul(b!, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca77) ^ Math.imul(i + 1, 0xc2b2ae3d)) | 0
        for (let round = 0; round < 3; round++) h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ (h >>> 13)
        return (h >>> 8) / 2 ** 24
      })
      return cpu.makeTensorInfo(shape, 'float32', values)
    },
  })
}

export async function cpuCompute(): Promise<Compute> {
  registerUniform()
  await tf.setBackend('cpu')
  return {
    name: 'cpu',
    device: 'CPU, plain JavaScript',
    version: tf.version.tfjs,
    threads: 1,
    compile: (_name, fn) => ({ run: (inputs) => tf.tidy(() => fn(inputs)), dispose: () => {} }),
    dispose: async () => {},
  }
}
