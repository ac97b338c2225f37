// Gradients that some backends have in one operation and tfjs composes of several. The registry of gradients is shared
// by all backends of a process, so one without such a kernel keeps the composed form.
import { tf, type Tensor } from '../../tf'

/** Inputs: dy, y (the activation's output). Output: dx. */
export const RELU_GRAD = 'ReluGrad'
export const RELU6_GRAD = 'Relu6Grad'

let registered = false

export function registerGradients(): void {
  if (registered) return
  registered = true
  activation('Relu', RELU_GRAD)
  activation('Relu6', RELU6_GRAD)
}

function activation(kernelName: string, gradientKernel: string): void {
  const composed = tf.getGradient(kernelName)
  if (!composed) throw new Error(`TensorFlow.js has no gradient of ${kernelName}`)
  tf.unregisterGradient(kernelName)
  tf.registerGradient({
    kernelName,
    inputsToSave: ['x'],
    outputsToSave: [true],
    gradFunc: (dy, saved, attrs) => {
      const [x, y] = saved
      if (!tf.getKernel(gradientKernel, tf.getBackend())) return composed.gradFunc(dy, [x!], attrs)
      return { x: () => tf.engine().runKernel(gradientKernel, { dy: dy as Tensor, y: y! }) as Tensor }
    },
  })
}
