// Gradients of pooling, gathered: an invocation takes one number of the input and goes over the windows that it is in.
import type { Program } from '../program'
import { keyOf, type Convolution } from './convolution'
import { perIndex } from './elementwise'

/** A pooling is a convolution's geometry with one channel to one channel. */
export type Pooling = Convolution

export const poolKey = keyOf

/** Goes over the windows of the number `i`; `inside` knows `out_y`, `out_x`, `place` (the index in the output). */
function overWindows(p: Pooling, inside: string): string {
  const channels = p.inChannels
  return `let channel = i % ${channels};
    let x = (i / ${channels}) % ${p.inWidth};
    let y = (i / ${channels * p.inWidth}) % ${p.inHeight};
    let picture = i / ${channels * p.inWidth * p.inHeight};
    // The first window that reaches as far as this place.
    let from_y = max(y + ${p.padTop} - ${p.filterHeight} + ${p.strideHeight}, 0) / ${p.strideHeight};
    let from_x = max(x + ${p.padLeft} - ${p.filterWidth} + ${p.strideWidth}, 0) / ${p.strideWidth};
    let to_y = min((y + ${p.padTop}) / ${p.strideHeight}, ${p.outHeight - 1});
    let to_x = min((x + ${p.padLeft}) / ${p.strideWidth}, ${p.outWidth - 1});
    var sum = 0.0;
    for (var out_y = from_y; out_y <= to_y; out_y++) {
      for (var out_x = from_x; out_x <= to_x; out_x++) {
        let place = ((picture * ${p.outHeight} + out_y) * ${p.outWidth} + out_x) * ${channels} + channel;
        ${inside}
      }
    }
    dx[i] = sum;`
}

function costOf(p: Pooling, reads: number): Program['cost'] {
  const count = p.batch * p.inHeight * p.inWidth * p.inChannels
  const windows = Math.ceil(p.filterHeight / p.strideHeight) * Math.ceil(p.filterWidth / p.strideWidth)
  return { flops: count * windows, read: 4 * count * (1 + reads * windows), written: 4 * count }
}

/**
 * Inputs: dy, x, y (what the pooling gave). Output: dx. The gradient of a window goes to its largest number; of equal
 * ones to the first, as in TensorFlow. Numbers before this one are looked at only where it equals the largest.
 */
export function maxPoolGradient(p: Pooling): Program {
  const channels = p.inChannels
  return perIndex(p.batch * p.inHeight * p.inWidth * channels, {
    inputs: [
      { name: 'dy', element: 'f32' },
      { name: 'pictures', element: 'f32' },
      { name: 'largest', element: 'f32' },
    ],
    outputs: [{ name: 'dx', element: 'f32' }],
    declarations: `
fn is_first(picture: i32, y: i32, x: i32, channel: i32, out_y: i32, out_x: i32, value: f32) -> bool {
  for (var row = max(out_y * ${p.strideHeight} - ${p.padTop}, 0); row <= y; row++) {
    let first = max(out_x * ${p.strideWidth} - ${p.padLeft}, 0);
    let end = select(min(out_x * ${p.strideWidth} - ${p.padLeft} + ${p.filterWidth}, ${p.inWidth}), x, row == y);
    for (var column = first; column < end; column++) {
      if (pictures[((picture * ${p.inHeight} + row) * ${p.inWidth} + column) * ${channels} + channel] == value) {
        return false;
      }
    }
  }
  return true;
}`,
    body: `let value = pictures[i];
    ${overWindows(
      p,
      `if (largest[place] == value && is_first(picture, y, x, channel, out_y, out_x, value)) { sum += dy[place]; }`,
    )}`,
    cost: costOf(p, 1.25),
  })
}

/** Input: dy. Output: dx. A window is divided by the places of it that are in the picture. */
export function averagePoolGradient(p: Pooling): Program {
  const length = (out: string, stride: number, pad: number, filter: number, size: number) =>
    `(min(${out} * ${stride} - ${pad} + ${filter}, ${size}) - max(${out} * ${stride} - ${pad}, 0))`
  const tall = length('out_y', p.strideHeight, p.padTop, p.filterHeight, p.inHeight)
  const wide = length('out_x', p.strideWidth, p.padLeft, p.filterWidth, p.inWidth)
  return perIndex(p.batch * p.inHeight * p.inWidth * p.inChannels, {
    inputs: [{ name: 'dy', element: 'f32' }],
    outputs: [{ name: 'dx', element: 'f32' }],
    declarations: '',
    body: overWindows(p, `sum += dy[place] / f32(${tall} * ${wide});`),
    cost: costOf(p, 1),
  })
}
