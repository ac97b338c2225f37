// Gradients that TensorFlow has in one operation and tfjs composes of several. The registry of gradients is shared by
// all backends of a process, so another backend keeps the composed form.
import { tf, type Tensor } from '../../tf'
import { RELU6_GRAD, RELU_GRAD } from './kernels/activation-gradients'

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
      if (tf.getBackend() !== 'tensorflow') return composed.gradFunc(dy, [x!], attrs)
      return { x: () => tf.engine().runKernel(gradientKernel, { dy: dy as Tensor, y: y! }) as Tensor }
    },
  })
}
