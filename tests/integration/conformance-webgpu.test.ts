// The webgpu backend against the conformance suite, on a software adapter where there is no other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformanceCases, problemOf } from '../../src-main/engine/backends/conformance'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { tf } from '../../src-main/engine/tf'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

/**
 * A software adapter takes most of its time for compiling, and each shape has programs of its own: of the cases that
 * differ by the size of the picture alone, those of one odd and uneven picture are checked. COTEJO_EVERY_CASE=1 has
 * all of them checked.
 */
const repeated = /^(conv2d|depthwise|maxPool|avgPool) (8×8|6×7)/
const cases = conformanceCases.filter(
  ({ name }) =>
    process.env['COTEJO_EVERY_CASE'] === '1' || !repeated.test(name) || name.includes('multiplier 2'),
)

describe.skipIf(adapter === null)('webgpu', () => {
  let compute: WebgpuCompute
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
    // The package hands small tensors to the processor, which is not what is to be checked.
    tf.env().set('WEBGPU_CPU_FORWARD', false)
  })
  afterAll(async () => {
    tf.env().set('WEBGPU_CPU_FORWARD', true)
    await compute?.dispose()
  })

  it.each(cases.map((theCase) => [theCase.name, theCase] as const))('%s', async (_, theCase) => {
    expect(await problemOf(theCase)).toBeNull()
  })
})
