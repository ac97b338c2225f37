// The gradients of ReLU and ReLU6 as the one operation that TensorFlow has for each. From the activation's output,
// not its input: then convolution, bias and activation may be fused in the forward pass.
import { RELU6_GRAD, RELU_GRAD } from '../../shared/gradients'
import { registerKernel } from './kernel'

export function registerActivationGradients(): void {
  for (const name of [RELU_GRAD, RELU6_GRAD]) {
    registerKernel(name, ({ inputs: { dy, y }, backend, attribute }) =>
      backend.executeSingleOutput(name, [attribute.type('T', y!.dtype)], [dy!, y!]),
    )
  }
}
