// The tensorflow backend gives what the conformance suite wants of every backend: op by op, and captured.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformanceCases, problemOf } from '../../src-main/engine/backends/conformance'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import type { Compute } from '../../src-main/engine/compute'
import { cpuOnly, preparedPack } from '../support/tensorflow'

const folder = await preparedPack()

describe.skipIf(folder === null)('tensorflow conforms', () => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openTensorflow(folder!, { cpuOnly })
  })
  afterAll(() => compute?.dispose())

  it.each(conformanceCases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(await problemOf(one)).toBeNull()
  })

  it.each(conformanceCases.map((one) => [one.name, one] as const))('%s, captured', async (_, one) => {
    const compiled = new Map<string, ReturnType<Compute['compile']>>()
    /** Each shape of inputs is captured at its first use and replayed at the second, whose result counts. */
    const captured = {
      ...one,
      gradients: [],
      run: (inputs: Parameters<typeof one.run>[0]) => {
        const f = compute.compile('conformance', (given) => [one.run(given)])
        compiled.set(String(compiled.size), f)
        f.run(inputs)[0]!.dispose()
        return f.run(inputs)[0]!
      },
    }
    expect(await problemOf(captured)).toBeNull()
    for (const f of compiled.values()) f.dispose()
  })
})
