// Softmax cross-entropy and its gradient in one program: a workgroup for each row.
import { SOFTMAX_CROSS_ENTROPY } from '../../../fused'
import type { Features } from '../precision'
import type { Program } from '../program'
import { fold, foldExtensions, foldMemory, type Fold } from '../programs/fold'
import { registerKernel } from './kernel'

const SIZE = 64

/** Inputs: logits, targets [rows, classes]. Outputs: losses [rows], softmax - targets [rows, classes]. */
function softmaxCrossEntropy(rows: number, classes: number, subgroups: boolean): Program {
  const each = (body: string) => `for (var c = lane; c < ${classes}; c += ${SIZE}) { ${body} }`
  // One value of the row, put together from all lanes. The last barrier lets the memory be used again.
  const ofRow = (name: string, combine: Fold['combine']) => {
    const value = `${name}_of_lane`
    return `${fold({ width: 1, height: SIZE, type: 'f32', value, combine }, subgroups)}
  workgroupBarrier();
  let ${name} = partial[0];
  workgroupBarrier();`
  }
  return {
    inputs: ['logits', 'targets'].map((name) => ({ name, element: 'f32' })),
    outputs: ['losses', 'gradient'].map((name) => ({ name, element: 'f32' })),
    size: SIZE,
    groups: rows,
    extensions: foldExtensions(subgroups),
    declarations: foldMemory({ width: 1, height: SIZE, type: 'f32' }),
    body: `
  let row_lane = lane;
  let start = group * ${classes};
  var largest_of_lane = -3.4e38f;
  ${each('largest_of_lane = max(largest_of_lane, logits[start + c]);')}
  ${ofRow('largest', (a, b) => `max(${a}, ${b})`)}
  var total_of_lane = 0.0;
  ${each('total_of_lane += exp(logits[start + c] - largest);')}
  ${ofRow('total', (a, b) => `${a} + ${b}`)}
  let log_total = log(total);
  var loss_of_lane = 0.0;
  ${each(`let log_p = logits[start + c] - largest - log_total;
    let target_value = targets[start + c];
    loss_of_lane -= target_value * log_p;
    gradient[start + c] = exp(log_p) - target_value;`)}
  ${ofRow('loss', (a, b) => `${a} + ${b}`)}
  if (lane == 0) { losses[group] = loss; }`,
    cost: { flops: 10 * rows * classes, read: 16 * rows * classes, written: 4 * rows * (classes + 1) },
  }
}

export function registerSoftmaxCrossEntropy({ subgroups }: Features): void {
  registerKernel(SOFTMAX_CROSS_ENTROPY, ({ inputs, backend }) => {
    const [logits, targets] = [inputs['logits']!, inputs['targets']!]
    const [rows, classes] = logits.shape as [number, number]
    return backend.dispatch(
      `softmax-cross-entropy ${rows}x${classes}`,
      () => softmaxCrossEntropy(rows, classes, subgroups !== null),
      [logits, targets],
      [
        { shape: [rows], dtype: 'float32' },
        { shape: [rows, classes], dtype: 'float32' },
      ],
    )
  })
}
