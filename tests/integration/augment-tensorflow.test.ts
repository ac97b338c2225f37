// Every augmentation captured as a TensorFlow function against loops in double precision. A second step replays what
// the first one captured, so random numbers that were frozen by the capture would show.
import { afterAll, describe, expect, test } from 'vitest'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { augmentCases, checkAugmentation } from '../support/augmentCases'
import { preparedPack } from '../support/tensorflow'

const pack = await preparedPack()
const compute = pack === null ? null : await openTensorflow(pack)
afterAll(async () => void (await compute?.dispose()))

describe.skipIf(compute === null)('augmentation on TensorFlow equals the loops', () => {
  test.each(Object.entries(augmentCases))('%s', async (_name, options) => {
    await checkAugmentation(compute!, options)
    expect(compute!.name).toBe('tensorflow')
  })
})
