// What a step changes of the model, as one program for each tensor: an optimizer's update of a weight, and the averages of
// BatchNorm. A replay runs those of all of them as one dispatch (side-by-side.ts).
import {
  FUSED_ADAM,
  FUSED_RMSPROP,
  FUSED_SGD,
  MOVING_AVERAGE,
  type AdamFactors,
  type RmspropFactors,
  type SgdFactors,
} from '../../../fused'
import { literal } from '../program'
import { computeElements } from './elementwise'
import { registerKernel } from './kernel'

/** Adam binds nine buffers; WebGPU promises eight. */
export const ADAM_BUFFERS = 9

export function registerAdam(): void {
  registerKernel<AdamFactors>(FUSED_ADAM, ({ inputs, attrs: { beta1, beta2, epsilon }, backend }) => {
    const { weight, first, second, gradient, alpha, decay } = inputs
    const spec = () => ({
      inputs: ['weight', 'first', 'second', 'gradient'],
      scalars: ['alpha', 'decay'],
      outputs: ['new_weight', 'new_first', 'new_second'],
      body: `let g = gradient[i];
    let m = first[i] + (g - first[i]) * ${literal(1 - beta1)};
    let v = second[i] + (g * g - second[i]) * ${literal(1 - beta2)};
    new_first[i] = m;
    new_second[i] = v;
    new_weight[i] = weight[i] - weight[i] * decay[0] - m * alpha[0] / (sqrt(v) + ${literal(epsilon)});`,
      flops: 13,
    })
    const all = [weight!, first!, second!, gradient!, alpha!, decay!]
    return computeElements(backend, `adam ${beta1} ${beta2} ${epsilon}`, all, weight!, spec, 3)
  })
}

export function registerSgd(): void {
  registerKernel<SgdFactors>(FUSED_SGD, ({ inputs, attrs: { momentum, nesterov }, backend }) => {
    const { weight, gradient, velocity, rate, decay } = inputs
    const change = nesterov ? `v * ${literal(momentum)} - push` : 'v'
    const body = velocity
      ? `let push = gradient[i] * rate[0];
    let v = velocity[i] * ${literal(momentum)} - push;
    new_velocity[i] = v;
    new_weight[i] = weight[i] - weight[i] * decay[0] + ${change};`
      : 'new_weight[i] = weight[i] - weight[i] * decay[0] - gradient[i] * rate[0];'
    const spec = () => ({
      inputs: ['weight', 'gradient', ...(velocity ? ['velocity'] : [])],
      scalars: ['rate', 'decay'],
      outputs: ['new_weight', ...(velocity ? ['new_velocity'] : [])],
      body,
      flops: velocity ? 6 : 4,
    })
    const all = [weight!, gradient!, ...(velocity ? [velocity] : []), rate!, decay!]
    const name = `sgd ${velocity ? momentum : 0} ${nesterov}`
    return computeElements(backend, name, all, weight!, spec, velocity ? 2 : 1)
  })
}

export function registerRmsprop(): void {
  registerKernel<RmspropFactors>(FUSED_RMSPROP, ({ inputs, attrs: { rho, momentum, epsilon }, backend }) => {
    const { weight, gradient, average, velocity, rate } = inputs
    const rest = velocity
      ? `let v = velocity[i] * ${literal(momentum)} + step;
    new_velocity[i] = v;
    new_weight[i] = weight[i] - v;`
      : 'new_weight[i] = weight[i] - step;'
    const spec = () => ({
      inputs: ['weight', 'gradient', 'average', ...(velocity ? ['velocity'] : [])],
      scalars: ['rate'],
      outputs: ['new_weight', 'new_average', ...(velocity ? ['new_velocity'] : [])],
      body: `let g = gradient[i];
    let square = average[i] * ${literal(rho)} + g * g * ${literal(1 - rho)};
    let step = g * rate[0] / sqrt(square + ${literal(epsilon)});
    new_average[i] = square;
    ${rest}`,
      flops: velocity ? 11 : 9,
    })
    const all = [weight!, gradient!, average!, ...(velocity ? [velocity] : []), rate!]
    const name = `rmsprop ${rho} ${velocity ? momentum : 0} ${epsilon}`
    return computeElements(backend, name, all, weight!, spec, velocity ? 3 : 2)
  })
}

export function registerMovingAverage(): void {
  registerKernel<{ momentum: number }>(MOVING_AVERAGE, ({ inputs, attrs: { momentum }, backend }) => {
    const { average, now } = inputs
    const body = `new_average[i] = average[i] * ${literal(momentum)} + now[i] * ${literal(1 - momentum)};`
    const spec = () => ({ inputs: ['average', 'now'], outputs: ['new_average'], body, flops: 3 })
    return computeElements(backend, `moving-average ${momentum}`, [average!, now!], average!, spec)[0]!
  })
}
