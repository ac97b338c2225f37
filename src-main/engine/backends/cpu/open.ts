// Opens tfjs's plain JavaScript backend. It is a hundred times slower than the others: a reference to check them by.
import { type Compute } from '../../compute'
import { tf } from '../../tf'
import { compileEagerly } from '../shared/eager'
import { registerStatelessUniform } from './stateless-uniform'
import { registerTransform } from './transform'

export async function openCpu(): Promise<Compute> {
  registerStatelessUniform()
  registerTransform()
  if (!(await tf.setBackend('cpu'))) throw new Error('TensorFlow.js refused the cpu backend.')
  return {
    name: 'cpu',
    device: 'CPU, plain JavaScript',
    version: `tfjs ${tf.version.tfjs}`,
    threads: 1,
    compile: compileEagerly,
    dispose: async () => tf.removeBackend('cpu'),
  }
}
