// A small assembler for WebAssembly: enough to write kernels over a backend's memory as TypeScript that produces them,
// unrolled as they need to be. WebAssembly Core Specification 2.0, chapter 5 (binary format).

/** Instructions, nested as they are built; flattened at the end. */
export type Code = readonly (number | Code)[]

export type ValueType = 'i32' | 'f32' | 'v128'
const typeByte = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value >>> 0; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest]
    bytes.push((rest & 0x7f) | 0x80)
  }
}

/** Signed LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value | 0; ; rest >>= 7) {
    const byte = rest & 0x7f
    if (rest >> 6 === 0 || rest >> 6 === -1) return [...bytes, byte]
    bytes.push(byte | 0x80)
  }
}

/** A local variable of a function; using it as an operand reads it. */
export class Local {
  constructor(
    readonly index: number,
    readonly type: ValueType,
  ) {}
  get get(): Code {
    return [0x20, unsigned(this.index)]
  }
}

export type Operand = Code | Local | number
/** Numbers stand for i32 constants. */
export const operand = (value: Operand): Code =>
  value instanceof Local ? value.get : typeof value === 'number' ? [0x41, signed(value)] : value

const instruction =
  (...opcode: number[]) =>
  (...operands: Operand[]): Code => [...operands.map(operand), ...opcode]

/** A load or store at `address + offset` bytes; the address is unsigned. */
const access =
  (opcode: number[], logAlign: number) =>
  (address: Operand, offset = 0): Code => [operand(address), ...opcode, logAlign, unsigned(offset)]
const storing =
  (opcode: number[], logAlign: number) =>
  (address: Operand, value: Operand, offset = 0): Code => [
    operand(address),
    operand(value),
    ...opcode,
    logAlign,
    unsigned(offset),
  ]

/** SIMD instructions have a prefix; their numbers are LEB128. */
const simd = (number: number) => [0xfd, ...unsigned(number)]

export const i32 = {
  load: access([0x28], 2),
  store: storing([0x36], 2),
  add: instruction(0x6a),
  sub: instruction(0x6b),
  mul: instruction(0x6c),
  and: instruction(0x71),
  shl: instruction(0x74),
  eqz: instruction(0x45),
  eq: instruction(0x46),
  ltS: instruction(0x48),
  leS: instruction(0x4c),
  geS: instruction(0x4e),
}
export const f32 = {
  load: access([0x2a], 2),
  store: storing([0x38], 2),
  add: instruction(0x92),
  mul: instruction(0x94),
  zero: [0x43, 0, 0, 0, 0] as Code,
  eq: instruction(0x5b),
}
export const v128 = {
  load: access(simd(0x00), 2),
  load32Splat: access(simd(0x09), 2),
  store: storing(simd(0x0b), 2),
  zero: [...simd(0x0c), ...new Array<number>(16).fill(0)] as Code,
  and: instruction(...simd(0x4e)),
  andNot: instruction(...simd(0x4f)),
  or: instruction(...simd(0x50)),
  xor: instruction(...simd(0x51)),
  /** Sixteen bytes of two vectors, by position; those of the second are counted from 16. */
  shuffle: (a: Operand, b: Operand, bytes: readonly number[]): Code => [
    operand(a),
    operand(b),
    ...simd(0x0d),
    bytes,
  ],
}
export const i32x4 = {
  constant: (...lanes: number[]): Code => [
    ...simd(0x0c),
    ...lanes.flatMap((lane) => [0, 8, 16, 24].map((shift) => (lane >>> shift) & 0xff)),
  ],
  splat: instruction(...simd(0x11)),
  shrU: instruction(...simd(0xad)),
  add: instruction(...simd(0xae)),
  mul: instruction(...simd(0xb5)),
}
export const i64x2 = {
  /** Whole products of the unsigned words 0 and 1, and of 2 and 3. */
  multiplyLow: instruction(...simd(0xde)),
  multiplyHigh: instruction(...simd(0xdf)),
}
export const f32x4 = {
  splat: instruction(...simd(0x13)),
  eq: instruction(...simd(0x41)),
  add: instruction(...simd(0xe4)),
  mul: instruction(...simd(0xe6)),
  fromInt: instruction(...simd(0xfa)),
}

/** The body of one function, statement by statement. */
export class FunctionBuilder {
  readonly #code: Code[] = []
  readonly #locals: Local[] = []

  constructor(
    readonly parameters: readonly Local[],
    private readonly indexOf: (name: string) => number,
  ) {}

  local(type: ValueType): Local {
    const made = new Local(this.parameters.length + this.#locals.length, type)
    this.#locals.push(made)
    return made
  }

  locals(type: ValueType, count: number): Local[] {
    return Array.from({ length: count }, () => this.local(type))
  }

  /** An instruction that leaves nothing behind. */
  do(code: Code): void {
    this.#code.push(code)
  }

  /** Calls a function of the same module. */
  call(name: string, ...operands: Operand[]): void {
    this.#code.push([...operands.map(operand), 0x10, unsigned(this.indexOf(name))])
  }

  /** `variable = whether ? first : second` for i32. */
  choose(variable: Local, whether: Operand, first: Operand, second: Operand): void {
    this.set(variable, [operand(first), operand(second), operand(whether), 0x1b])
  }

  set(variable: Local, value: Operand): void {
    this.#code.push([operand(value), 0x21, unsigned(variable.index)])
  }

  increase(variable: Local, by: Operand): void {
    this.set(variable, i32.add(variable, by))
  }

  if(condition: Code, then: () => void, otherwise?: () => void): void {
    this.#code.push([condition, 0x04, 0x40])
    then()
    if (otherwise) {
      this.#code.push([0x05])
      otherwise()
    }
    this.#code.push([0x0b])
  }

  while(condition: Code, body: () => void): void {
    // block { loop { leave the block unless condition; body; again } }
    this.#code.push([0x02, 0x40, 0x03, 0x40, i32.eqz(condition), 0x0d, 1])
    body()
    this.#code.push([0x0c, 0, 0x0b, 0x0b])
  }

  /** `for (counter = from; counter < to; counter += step)` */
  for(counter: Local, from: Operand, to: Operand, step: number, body: () => void): void {
    this.set(counter, from)
    this.while(i32.ltS(counter, to), () => {
      body()
      this.increase(counter, step)
    })
  }

  /** Locals and instructions, as the code section wants them. */
  encode(): number[] {
    const locals = this.#locals.map(({ type }) => [1, typeByte[type]])
    return [...unsigned(locals.length), ...locals.flat(), ...flatten(this.#code), 0x0b]
  }
}

export interface FunctionSource {
  name: string
  parameters: readonly ValueType[]
  build(f: FunctionBuilder, ...parameters: Local[]): void
}

/**
 * Assembles a module that imports its memory as `env.memory` and exports the functions, which return nothing.
 * @param shared whether that memory is shared between threads
 */
export function assemble(functions: readonly FunctionSource[], shared: boolean): Uint8Array {
  const bodies = functions.map((source) => {
    const parameters = source.parameters.map((type, i) => new Local(i, type))
    const f = new FunctionBuilder(parameters, (name) => indexOf(functions, name))
    source.build(f, ...f.parameters)
    return f.encode()
  })
  const section = (id: number, items: readonly (readonly number[])[]) =>
    sized(id, [...unsigned(items.length), ...items.flat()])
  const memoryLimits = shared ? [0x03, ...unsigned(1), ...unsigned(65_536)] : [0x00, ...unsigned(1)]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ parameters }) => [
        0x60,
        ...unsigned(parameters.length),
        ...parameters.map((type) => typeByte[type]),
        0,
      ]),
    ),
    ...section(2, [[...text('env'), ...text('memory'), 0x02, ...memoryLimits]]),
    ...section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]),
    ),
    ...section(
      10,
      bodies.map((body) => [...unsigned(body.length), ...body]),
    ),
  ])
}

function indexOf(functions: readonly FunctionSource[], name: string): number {
  const index = functions.findIndex((one) => one.name === name)
  if (index < 0) throw new Error(`No function ${name} in this module.`)
  return index
}

const sized = (id: number, bytes: readonly number[]) => [id, ...unsigned(bytes.length), ...bytes]
const text = (name: string) => [...unsigned(name.length), ...new TextEncoder().encode(name)]

function flatten(code: Code): number[] {
  const bytes: number[] = []
  const visit = (part: number | Code) => {
    if (typeof part === 'number') bytes.push(part)
    else part.forEach(visit)
  }
  visit(code)
  return bytes
}
