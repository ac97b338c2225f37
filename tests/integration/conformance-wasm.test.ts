// The wasm backend against the conformance suite, with threads and without.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformanceCases, problemOf } from '../../src-main/engine/backends/conformance'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'

describe.each([1, 2])('wasm, threads: %i', (threads) => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openWasm({ threads })
  })
  afterAll(() => compute.dispose())

  it('uses the threads that it was asked to use', () => {
    expect(compute.threads).toBe(threads)
  })

  it.each(conformanceCases.map((theCase) => [theCase.name, theCase] as const))('%s', async (_, theCase) => {
    expect(await problemOf(theCase)).toBeNull()
  })
})
