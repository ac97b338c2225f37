// Tables of what kernels take, in Markdown, for docs/webgpu-kernels.md.
import type { WebgpuBackend } from '../../src-main/engine/backends/webgpu/backend'
import type { Cost } from '../../src-main/engine/backends/webgpu/program'
import { BATCH_NORM_TRAINING, BATCH_NORM_TRAINING_GRAD } from '../../src-main/engine/fused'
import { taken, type Call, type Described } from './calls'
import { nameOf, termsOf } from './geometry'
import { stockOf } from './stock'

function short(value: number, units: readonly string[]): string {
  const step = value < 1e3 ? 0 : value < 1e6 ? 1 : value < 1e9 ? 2 : 3
  return `${(value / 1000 ** step).toPrecision(3)}${units[step]!}`
}
const count = (value: number) => (value < 1000 ? String(value) : short(value, ['', ' k', ' M', ' G']))
const bytes = (value: number) => short(value, [' B', ' kB', ' MB', ' GB'])

const none = '—'
const sizeOf = ({ shape }: Described) => 4 * shape.reduce((a, b) => a * b, 1)
const sum = (all: readonly Described[]) => all.reduce((total, one) => total + sizeOf(one), 0)

/** The operations that there are no ways around, and every tensor once. */
export function leastOf(call: Call): Cost {
  const inputs = Object.values(call.inputs)
  const numbers = Math.max(...inputs.map(sizeOf)) / 4
  const terms = termsOf(call)
  const perNumber: Record<string, number> = {
    [BATCH_NORM_TRAINING]: 8,
    [BATCH_NORM_TRAINING_GRAD]: 13,
    Sum: 1,
  }
  const each = perNumber[call.kernel]
  const flops =
    terms !== null
      ? terms * (call.kernel.endsWith('PoolGrad') ? 1 : 2)
      : each !== undefined
        ? each * numbers
        : taken(call.programs).flops
  return { flops, read: sum(inputs), written: sum(call.outputs) }
}

function row(call: Call, backend: WebgpuBackend): string {
  const [ours, stock, least] = [taken(call.programs), stockOf(call, backend), leastOf(call)]
  const cells = [
    `${nameOf(call)}${call.times > 1 ? ` (${call.times} times)` : ''}`,
    `${call.programs.length} / ${stock ? stock.programs : none}`,
    `${count(ours.invocations)} / ${stock ? count(stock.invocations) : none}`,
    `${count(ours.flops)} / ${stock ? count(stock.flops) : none} / ${count(least.flops)}`,
    `${bytes(ours.read + ours.written)} / ${stock ? bytes(stock.read + stock.written) : none} / ${bytes(least.read + least.written)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

/** A table for each kernel. */
export function tables(calls: readonly Call[], backend: WebgpuBackend): string[] {
  return [...new Set(calls.map(({ kernel }) => kernel))]
    .sort()
    .flatMap((kernel) => [
      `#### \`${kernel}\``,
      '',
      '| shape | programs: ours / stock | invocations: ours / stock | operations: ours / stock / least | bytes: ours / stock / least |',
      '| --- | --- | --- | --- | --- |',
      ...calls.filter((call) => call.kernel === kernel).map((call) => row(call, backend)),
      '',
    ])
}

/** What all calls of a step take together. */
export function totals(calls: readonly Call[], backend: WebgpuBackend): string {
  const all = { programs: 0, flops: 0, moved: 0 }
  const stocks = { programs: 0, flops: 0, moved: 0 }
  for (const call of calls) {
    const [ours, stock] = [taken(call.programs), stockOf(call, backend)]
    if (!stock) continue
    for (const [into, of, programs] of [
      [all, ours, call.programs.length],
      [stocks, stock, stock.programs],
    ] as const) {
      into.programs += call.times * programs
      into.flops += call.times * of.flops
      into.moved += call.times * (of.read + of.written)
    }
  }
  const text = ({ programs, flops, moved }: typeof all) =>
    `${programs} programs, ${count(flops)} operations, ${bytes(moved)}`
  return `Together, in a step: ${text(all)}; stock: ${text(stocks)}.`
}
