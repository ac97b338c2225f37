// The webgpu backend against the conformance suite, on a software adapter where there is no other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformanceCases, problemOf } from '../../src-main/engine/backends/conformance'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

describe.skipIf(adapter === null)('webgpu', () => {
  let compute: WebgpuCompute
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
  })
  afterAll(() => compute?.dispose())

  it.each(conformanceCases.map((theCase) => [theCase.name, theCase] as const))('%s', async (_, theCase) => {
    expect(await problemOf(theCase)).toBeNull()
  })
})
