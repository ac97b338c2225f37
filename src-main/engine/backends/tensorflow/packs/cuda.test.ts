import { describe, expect, it } from 'vitest'
import { cudaVersionText, inspectCuda } from './cuda'

const card = { name: 'NVIDIA GeForce RTX 4070', major: 8, minor: 9, memoryBytes: 12e9 }

describe('inspectCuda', () => {
  it('finds nothing in the way on a machine that has it all', async () => {
    expect(await inspectCuda(() => ({ cudaVersion: 12_040, cards: [card] }))).toBeNull()
  })

  it('names a missing driver, with the loader’s reason', async () => {
    const found = await inspectCuda(() => {
      throw new Error('Could not open libcuda.so.1: no such file')
    })
    expect(found?.problem).toContain('libcuda.so.1')
    expect(found?.hint).toContain('525')
  })

  it('names the version of an old driver', async () => {
    const found = await inspectCuda(() => ({ cudaVersion: 11_040, cards: [card] }))
    expect(found?.problem).toContain('CUDA 11.4')
  })

  it('names a card that is too old, and takes the best of several', async () => {
    const old = { ...card, name: 'Quadro K620', major: 5, minor: 0 }
    expect((await inspectCuda(() => ({ cudaVersion: 12_040, cards: [old] })))?.problem).toContain(
      'Quadro K620',
    )
    expect(await inspectCuda(() => ({ cudaVersion: 12_040, cards: [old, card] }))).toBeNull()
  })

  it('says when the driver sees no card', async () => {
    expect((await inspectCuda(() => ({ cudaVersion: 12_040, cards: [] })))?.problem).toContain('no card')
  })
})

describe('cudaVersionText', () => {
  it('reads the driver’s number', () => expect(cudaVersionText(12_080)).toBe('12.8'))
})
