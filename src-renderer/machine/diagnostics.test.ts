import { expect, it } from 'vitest'
import { type DoctorReport } from '../../src-main/contract'
import { diagnostics } from './diagnostics'

const report: DoctorReport = {
  cotejo: '0.1.0',
  node: '20.19.0',
  platform: 'linux x64',
  cpu: 'Some CPU',
  cores: 2,
  memoryBytes: 8e9,
  gpus: [],
  library: '/home/maria/cotejo',
  libraryFreeBytes: 1e9,
  backends: [
    {
      name: 'wasm',
      available: true,
      chosen: true,
      device: 'CPU, 2 threads',
      version: '4.22.0',
      threads: 2,
      problem: null,
      hint: null,
      imagesPerSecond: 210.4,
    },
    {
      name: 'tensorflow',
      available: false,
      chosen: false,
      device: null,
      version: null,
      threads: null,
      problem: 'No pack in /home/maria/.cotejo and none in C:\\Users\\maria\\packs',
      hint: null,
      imagesPerSecond: null,
    },
  ],
  warnings: [],
}

it('says what matters and nothing of whose machine it is', () => {
  const text = diagnostics(report)
  expect(text).toContain('* wasm · CPU, 2 threads · 4.22.0 · 210 images/s')
  expect(text).toContain('- tensorflow · not available')
  expect(text).not.toContain('maria')
})
