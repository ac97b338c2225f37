import { describe, expect, it } from 'vitest'
import { compareVersions, requirementsOf, resolve } from './requirements'
import { cudaWheels, tensorflowWheels, wheelName } from './table'

const metadata = `Metadata-Version: 2.4
Name: tensorflow
Requires-Dist: numpy>=1.26.0
Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5.3.2; extra == "and-cuda"
Requires-Dist: nvidia-cudnn-cu12 (<10.0,>=9.3.0.75) ; extra == 'and-cuda'
Requires-Dist: tensorflow-io-gcs-filesystem>=0.23; extra == "gcs-filesystem"
`

describe('requirements', () => {
  it('takes those of the extra alone', () => {
    expect(requirementsOf(metadata, 'and-cuda').map(({ project }) => project)).toEqual([
      'nvidia-cublas-cu12',
      'nvidia-cudnn-cu12',
    ])
  })

  it('are met by the wheels of the table', () => {
    const files = resolve(requirementsOf(metadata, 'and-cuda'), cudaWheels).map(
      ({ file }) => wheelName(file).project,
    )
    expect(files).toEqual(['nvidia-cublas-cu12', 'nvidia-cudnn-cu12'])
  })

  it('that no wheel meets are named', () => {
    const asked = requirementsOf('Requires-Dist: nvidia-cublas-cu12>=99.0; extra == "and-cuda"\n', 'and-cuda')
    expect(() => resolve(asked, cudaWheels)).toThrow(/nvidia-cublas-cu12 >=99.0/)
  })

  it('that are not understood are refused, not guessed', () => {
    expect(() => requirementsOf('Requires-Dist: x~=1.0; extra == "and-cuda"\n', 'and-cuda')).toThrow(/~=1.0/)
  })

  it('compares versions by number', () => {
    expect(compareVersions('12.10', '12.9')).toBe(1)
    expect(compareVersions('12', '12.0.0')).toBe(0)
    expect(compareVersions('9.3.0.75', '9.28.0.42')).toBe(-1)
  })
})

describe('the table', () => {
  it('holds SHA-256 sums, each once', () => {
    const all = [
      ...Object.values(tensorflowWheels).flatMap((platforms) =>
        Object.values(platforms).flatMap((wheels) => wheels ?? []),
      ),
      ...cudaWheels,
    ]
    for (const { sha256 } of all) expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(all.length)
  })
})
