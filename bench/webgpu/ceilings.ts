// What an adapter reaches on multiplications and additions in registers alone, and on copying alone: no kernel does more.
import type { WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import type { Program } from '../../src-main/engine/backends/webgpu/program'
import { perIndex } from '../../src-main/engine/backends/webgpu/programs/elementwise'
import { tf, type TensorInfo } from '../../src-main/engine/tf'

interface Ceiling {
  program: Program
  /** What one dispatch does. */
  work: number
  count: number
}

/** Independent multiplications and additions in registers. */
function arithmetic(): Ceiling {
  const [count, loops] = [2 ** 18, 1024]
  const program = perIndex(count, {
    inputs: [{ name: 'from_values', element: 'f32' }],
    outputs: [{ name: 'to_values', element: 'f32' }],
    declarations: '',
    body: `let seed = from_values[i];
    var a = vec4<f32>(seed); var b = vec4<f32>(seed + 1.0);
    for (var turn = 0; turn < ${loops}; turn++) {
      a = a * 0.999f + 0.5f; b = b * 0.998f + 0.25f;
    }
    to_values[i] = dot(a + b, vec4<f32>(1.0));`,
  })
  return { program, work: count * loops * 16, count }
}

function copying(): Ceiling {
  const count = 2 ** 24
  const program = perIndex(count / 4, {
    inputs: [{ name: 'from_values', element: 'vec4<f32>' }],
    outputs: [{ name: 'to_values', element: 'vec4<f32>' }],
    declarations: '',
    body: 'to_values[i] = from_values[i];',
  })
  return { program, work: 8 * count, count }
}

/** @param time seconds of a piece of queued work */
export async function ceilings(
  { backend }: WebgpuCompute,
  time: (work: () => TensorInfo[]) => Promise<number>,
): Promise<{ flops: number; bytes: number }> {
  const reached = async (name: string, { program, work, count }: Ceiling): Promise<number> => {
    const from = tf.zeros([count])
    const output = { shape: [count], dtype: 'float32' } as const
    const times: number[] = []
    for (let i = 0; i < 8; i++) {
      times.push(await time(() => backend.dispatch(`ceiling ${name}`, () => program, [from], [output])))
    }
    from.dispose()
    return work / Math.min(...times.slice(2))
  }
  return { flops: await reached('arithmetic', arithmetic()), bytes: await reached('copying', copying()) }
}
