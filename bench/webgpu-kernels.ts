// The kernels of ours on WebGPU. Without arguments, tables of what each takes for the shapes of two models, from the
// programs as they are run: no device is needed; --out FILE writes them into a file. With --measure, the time of each
// beside what TensorFlow.js does instead, in alternating pairs, against what the adapter reaches on plain
// multiplications and plain copies.
// `node bench/run.mjs webgpu-kernels [--model seed,mobilenetv2] [--batch 64] [--out docs/webgpu-kernels.md]
//   [--measure] [--repeat 20] [--kernel Conv2D]`
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { callsOf, models, type ModelName } from './webgpu/calls'
import { openIdle } from './webgpu/idle-device'
import { tables, totals } from './webgpu/table'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: Object.keys(models).join() },
    batch: { type: 'string', default: '64' },
    out: { type: 'string' },
    measure: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '20' },
    kernel: { type: 'string' },
  },
})
const batch = Number(values.batch)

const { compute, backend } = await openIdle()
const counted = values.model.split(',').map((name) => {
  if (!(name in models)) throw new Error(`unknown model ${name}; there are ${Object.keys(models).join(', ')}`)
  const calls = callsOf(name as ModelName, batch, compute, backend)
  const wanted = calls.filter(({ kernel }) => !values.kernel || kernel === values.kernel)
  return { title: models[name as ModelName], calls: wanted }
})

if (values.measure) {
  await compute.dispose()
  const { measureCalls } = await import('./webgpu/measure')
  await measureCalls(counted, Number(values.repeat))
} else {
  const lines = counted.flatMap(({ title, calls }) => [
    `### ${title}, batch ${batch}`,
    '',
    totals(calls, backend),
    '',
    ...tables(calls, backend),
  ])
  if (values.out) await writeFile(values.out, [...preface(), ...lines].join('\n').trimEnd() + '\n')
  else console.log(lines.join('\n'))
}

function preface(): string[] {
  return [
    '# What the kernels on WebGPU take',
    '',
    `Written by \`node bench/run.mjs webgpu-kernels --batch ${batch} --out docs/webgpu-kernels.md\`: one training step of`,
    'the app, all layers trained, run on a device that computes nothing. Each row is a kernel of ours on one shape.',
    '',
    '- _programs_: dispatches of a call.',
    '- _operations_: in floating point, a multiplication and an addition being two; the padding of tiles included.',
    '- _bytes_: that workgroups ask memory for (a cache may answer), and that they write.',
    '- _stock_: the package’s kernel of that name; where it has none, what TensorFlow.js composes in its place. Products of',
    '  the package are counted from its source, its other programs as it hands them to the device.',
    '- _least_: the terms that are not zero, and every tensor once.',
    '',
    'Each weight’s update by Adam is a row here, as it is when a step runs for the first time; recorded steps do several in',
    'one program. `AvgPoolGrad`, sine and cosine, and random numbers are ours too, but in no step of these two models.',
    '',
    'Tiles and parts are the rule’s; an adapter that was tuned may take others ([tuning](webgpu.md#tuning)).',
    '',
  ]
}
