// From a run's layers model to the graph that formats are written from: nested models are flattened, layers of our own
// become operations that everyone knows, what does nothing at inference (dropout) is gone, preprocessing comes first.
import { type ModelDescription } from '../../../contract'
import { type Layer } from '../../features/graph'
import { type LayersModel, type SymbolicTensor } from '../../tf'
import { type RunFacts } from '../facts'
import { layerOperations } from './layers'
import { Names } from './names'
import { preprocessingOperations } from './preprocessing'
import { type ModelGraph, type Operation } from './types'

const isModel = (layer: Layer): layer is Layer & LayersModel => 'layers' in layer

class Builder {
  readonly operations: Operation[] = []
  readonly names = new Names()

  /**
   * Adds all that leads to `output`.
   * @param known of each tensor that is there already, the operation that makes it
   * @returns the operation that makes `output`
   */
  async add(output: SymbolicTensor, known: Map<SymbolicTensor, Operation>): Promise<Operation> {
    const order: SymbolicTensor[] = []
    const seen = new Set<SymbolicTensor>()
    const visit = (tensor: SymbolicTensor): void => {
      if (seen.has(tensor) || known.has(tensor)) return
      seen.add(tensor)
      tensor.inputs.forEach(visit)
      order.push(tensor)
    }
    visit(output)
    for (const tensor of order) known.set(tensor, await this.#make(tensor, known))
    return known.get(output)!
  }

  async #make(tensor: SymbolicTensor, known: Map<SymbolicTensor, Operation>): Promise<Operation> {
    const layer = tensor.sourceLayer
    const inputs = tensor.inputs.map((input) => known.get(input)!)
    if (inputs.length === 0) throw new Error(`The model takes more than pictures: ${layer.name}`)
    if (isModel(layer)) {
      const inner = new Map(layer.inputs.map((input, i) => [input, inputs[i]!]))
      return await this.add(layer.outputs[tensor.outputTensorIndex ?? 0]!, inner)
    }
    const made = await layerOperations(layer, inputs, tensor.shape, this.names)
    this.operations.push(...made)
    // A layer that does nothing hands its input on.
    return made.at(-1) ?? inputs[0]!
  }
}

/**
 * Describes a trained model as operations, raw pictures in, probabilities out.
 * @param network takes preprocessed NHWC pictures; its weights stay as they are and are copied
 * @throws UserError `export-unsupported` for a layer that no format has an operation for
 */
export async function modelGraph(
  network: LayersModel,
  description: ModelDescription,
  facts: RunFacts,
): Promise<ModelGraph> {
  const builder = new Builder()
  const { labels, preprocessing } = description
  builder.operations.push(...preprocessingOperations(preprocessing, builder.names))
  const start = new Map([[network.inputs[0]!, builder.operations.at(-1)!]])
  const { name: output } = await builder.add(network.outputs[0]!, start)
  return { operations: builder.operations, output, labels, preprocessing, description, facts }
}
