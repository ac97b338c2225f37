import { afterEach, describe, expect, it } from 'vitest'
import { tf } from '../../../tf'
import { packageKernel, registerKernel } from './kernel'

const run = (name: string) =>
  tf.getKernel(name, 'webgpu').kernelFunc({ inputs: {}, attrs: {}, backend: null as never })

describe('a kernel of ours', () => {
  afterEach(() => tf.unregisterKernel('Probe', 'webgpu'))

  it('leaves to the package what it does not take, and is itself again where a device is opened again', () => {
    const made = { dataId: {}, shape: [], dtype: 'float32' as const }
    tf.registerKernel({ kernelName: 'Probe', backendName: 'webgpu', kernelFunc: () => made })
    for (let i = 0; i < 3; i++) {
      registerKernel('Probe', () => null)
      expect(run('Probe')).toBe(made)
      expect(packageKernel('Probe')({ inputs: {}, backend: null as never })).toBe(made)
    }
  })

  it('that the package does not have is not taken for the package’s', () => {
    registerKernel('ProbeOfOurs', () => null)
    registerKernel('ProbeOfOurs', () => null)
    expect(() => run('ProbeOfOurs')).toThrow('does not take these tensors')
    tf.unregisterKernel('ProbeOfOurs', 'webgpu')
    tf.registerKernel({ kernelName: 'Probe', backendName: 'webgpu', kernelFunc: () => [] })
  })
})
