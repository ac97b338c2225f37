// The kernels of ours on WebGPU. Without arguments, a table of what each takes for the shapes of two models, from the
// programs as they are run: no device is needed. With --measure, the time of each beside the package's kernel, in
// alternating pairs, against what the adapter reaches on plain multiplications and plain copies.
// `node bench/run.mjs webgpu-kernels [--batch 64] [--measure] [--repeat 20]`
import { parseArgs } from 'node:util'
import { openCpu } from '../src-main/engine/backends/cpu'
import { callsOf, costOf, models, type Call } from './webgpu/calls'
import { endMeasuring, measureCalls } from './webgpu/measure'

const { values } = parseArgs({
  options: {
    batch: { type: 'string', default: '64' },
    measure: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '20' },
  },
})
const batch = Number(values.batch)

function short(value: number, units: readonly string[]): string {
  const step = value < 1e3 ? 0 : value < 1e6 ? 1 : value < 1e9 ? 2 : 3
  return `${(value / 1000 ** step).toPrecision(3)}${units[step]!}`
}
const count = (value: number) => short(value, ['', ' k', ' M', ' G'])
const bytes = (value: number) => short(value, [' B', ' kB', ' MB', ' GB'])

const none = '—'

function row(call: Call): string {
  const { shape, times, stock, least } = call
  const ours = costOf(call)
  const cells = [
    `${shape}${times > 1 ? ` (${times} times)` : ''}`,
    `${count(ours.invocations)} / ${stock ? count(stock.invocations) : none}`,
    `${count(ours.flops)} / ${stock ? count(stock.flops) : none} / ${count(least.flops)}`,
    `${bytes(ours.read + ours.written)} / ${stock ? bytes(stock.read + stock.written) : none} / ${bytes(least.read + least.written)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

await openCpu()
for (const name of Object.keys(models) as (keyof typeof models)[]) {
  const calls = callsOf(name, batch)
  if (values.measure) {
    await measureCalls(name, calls, Number(values.repeat))
    continue
  }
  console.log(`### ${name}, batch ${batch}`)
  for (const kernel of [...new Set(calls.map((call) => call.kernel))]) {
    console.log(`\n\`${kernel}\`\n`)
    console.log(
      '| shape | invocations: ours / stock | operations: ours / stock / least | bytes: ours / stock / least |',
    )
    console.log('| --- | --- | --- | --- |')
    for (const call of calls.filter((one) => one.kernel === kernel)) console.log(row(call))
  }
  console.log('')
}
await endMeasuring()
