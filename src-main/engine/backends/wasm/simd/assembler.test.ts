import { describe, expect, it } from 'vitest'
import { CompiledModule, Instance } from '../web-assembly'
import { assemble, f32, i32, signed, unsigned } from './assembler'

describe('LEB128', () => {
  // The examples of the DWARF specification, which defines the encoding (version 5, tables 7.7 and 7.8).
  it.each([
    [2, [0x02]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [12857, [0xb9, 0x64]],
    [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('unsigned %i', (value, expected) => expect(unsigned(value)).toEqual(expected))

  it.each([
    [2, [0x02]],
    [-2, [0x7e]],
    [127, [0xff, 0x00]],
    [-127, [0x81, 0x7f]],
    [128, [0x80, 0x01]],
    [-129, [0xff, 0x7e]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])('signed %i', (value, expected) => expect(signed(value)).toEqual(expected))
})

describe('an assembled function', () => {
  const memory = new (
    globalThis as unknown as { WebAssembly: { Memory: new (limits: object) => { buffer: ArrayBuffer } } }
  ).WebAssembly.Memory({ initial: 1 })

  it('loops, branches, calls and stores', () => {
    const code = new CompiledModule(
      assemble(
        [
          {
            name: 'store',
            parameters: ['i32', 'f32'],
            build: (f, at, value) => f.do(f32.store(at, value)),
          },
          {
            // The number of even numbers below `end`, times ten, and whether `end` is 7.
            name: 'count',
            parameters: ['i32', 'i32'],
            build(f, at, end) {
              const [i, even] = f.locals('i32', 2)
              const total = f.local('f32')
              f.for(i!, 0, end, 1, () => {
                f.choose(even!, i32.and(i!, 1), 0, 1)
                f.if(even!.get, () => f.set(total, f32.add(total, [0x43, 0, 0, 0x20, 0x41])))
              })
              f.call('store', at, total)
              f.if(
                i32.eq(end, 7),
                () => f.do(i32.store(at, 1, 4)),
                () => f.do(i32.store(at, 2, 4)),
              )
            },
          },
        ],
        false,
      ),
    )
    const { count } = new Instance(code, { env: { memory } }).exports as {
      count: (at: number, end: number) => void
    }
    count(64, 7)
    expect(new Float32Array(memory.buffer)[16]).toBe(40)
    expect(new Int32Array(memory.buffer)[17]).toBe(1)
    count(64, 4)
    expect(new Float32Array(memory.buffer)[16]).toBe(20)
    expect(new Int32Array(memory.buffer)[17]).toBe(2)
  })
})
