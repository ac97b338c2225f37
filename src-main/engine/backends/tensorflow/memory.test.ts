// The words in which TensorFlow and CUDA's libraries tell of memory that ran out, as they came from them.
import { expect, test } from 'vitest'
import { UserError } from '../../../contract'
import type { Binding } from './binding'
import { namedMemoryError, tellingMemory } from './memory'

test.each([
  'OOM when allocating tensor with shape[2097152,2097152] and type float on /job:localhost/replica:0/task:0/device:CPU:0 by allocator mklcpu',
  'Dst tensor is not initialized.',
  'CUDA_ERROR_OUT_OF_MEMORY: out of memory',
  'CUBLAS_STATUS_ALLOC_FAILED',
  'Out of memory in the TensorFlow addon',
])('“%s” is memory that ran out', (message) => {
  expect(namedMemoryError(new Error(message))).toMatchObject({
    code: 'out-of-memory',
    detail: { reason: message },
  })
})

test('other errors stay what they are', () => {
  for (const error of [
    new Error('Incompatible shapes: [2] vs. [3]'),
    new UserError('cancelled', 'Cancelled.'),
    'x',
  ])
    expect(namedMemoryError(error)).toBe(error)
})

test('a binding tells of it in the calls that allocate, and hands everything else on', () => {
  class Native {
    readonly device = 'CPU:0'
    #tensors = 3
    executeOp(): never {
      throw new Error('OOM when allocating tensor with shape[9]')
    }
    getNumOfTensors() {
      return this.#tensors
    }
  }
  const binding = tellingMemory(new Native() as unknown as Binding)
  expect(() => binding.executeOp('Add', [], [], 1)).toThrow(UserError)
  expect(binding.getNumOfTensors()).toBe(3)
  expect(binding.getNumOfTensors).toBe(binding.getNumOfTensors)
  expect(binding.device).toBe('CPU:0')
})
