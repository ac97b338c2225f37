// How a kernel of ours is written and registered for the backend `tensorflow`.
import { tf, type DataType, type Tensor } from '../../../tf'
import type { TensorflowBackend } from '../backend'
import type { OpAttribute } from '../binding'

/** The tensors that tfjs hands to a kernel, by the names of its inputs. */
export type Inputs = Record<string, Tensor>

export interface KernelCall<Attributes> {
  inputs: Inputs
  attrs: Attributes
  backend: TensorflowBackend
  attribute: Attribute
}

export type KernelFunction<Attributes> = (call: KernelCall<Attributes>) => Tensor | Tensor[]

/** Makes attributes of operations. */
export interface Attribute {
  type(name: string, dtype: DataType): OpAttribute
  int(name: string, value: number | readonly number[]): OpAttribute
  float(name: string, value: number): OpAttribute
  bool(name: string, value: boolean): OpAttribute
  string(name: string, value: string): OpAttribute
}

function attributesOf({ binding }: TensorflowBackend): Attribute {
  const dtypes: Record<DataType, number> = {
    float32: binding.TF_FLOAT,
    int32: binding.TF_INT32,
    bool: binding.TF_BOOL,
    complex64: binding.TF_COMPLEX64,
    string: binding.TF_STRING,
  }
  return {
    type: (name, dtype) => ({ name, type: binding.TF_ATTR_TYPE, value: dtypes[dtype] }),
    int: (name, value) => ({ name, type: binding.TF_ATTR_INT, value }),
    float: (name, value) => ({ name, type: binding.TF_ATTR_FLOAT, value }),
    bool: (name, value) => ({ name, type: binding.TF_ATTR_BOOL, value }),
    string: (name, value) => ({ name, type: binding.TF_ATTR_STRING, value }),
  }
}

/** Registers a kernel, in place of one with that name if there is one. */
export function registerKernel<Attributes = object>(
  kernelName: string,
  kernel: KernelFunction<Attributes>,
): void {
  const backendName = 'tensorflow'
  if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName)
  tf.registerKernel({
    kernelName,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const ours = backend as TensorflowBackend
      return kernel({
        inputs: inputs as unknown as Inputs,
        attrs: attrs as unknown as Attributes,
        backend: ours,
        attribute: attributesOf(ours),
      })
    },
  })
}
