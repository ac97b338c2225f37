// The plain JavaScript backend against the conformance suite: a check of the suite itself, by kernels that owe
// nothing to the other backends.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformanceCases, problemOf } from '../../src-main/engine/backends/conformance'
import { openCpu } from '../../src-main/engine/backends/cpu'
import type { Compute } from '../../src-main/engine/compute'

// Where this backend, which nobody trains on, is wrong: the gradient of average pooling divides by the whole window
// at the borders (an even window that fits is right), and that of resizing fails for pictures that are not square.
const knownWrong = /^(avgPool (?!8×8, window 2).* same|resizeBilinear 6×5 to \d×\d)$/

describe('cpu', () => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openCpu()
  })
  afterAll(() => compute.dispose())

  for (const theCase of conformanceCases) {
    const test = knownWrong.test(theCase.name) ? it.fails : it
    test(theCase.name, async () => expect(await problemOf(theCase)).toBeNull())
  }
})
