// The one instance of TensorFlow.js. tfjs-node-gpu's kernels `require` it, so we take the same CommonJS build:
// an ES build beside it would be a second engine with tensors of its own.
import { createRequire } from 'node:module'
import type * as tfjs from '@tensorflow/tfjs'

export const tf = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof tfjs

export type {
  DataType,
  GradFunc,
  KernelConfig,
  KernelFunc,
  LayersModel,
  NamedTensorMap,
  Rank,
  Scalar,
  Shape,
  SymbolicTensor,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  TensorContainer,
  TensorInfo,
  TypedArray,
  Variable,
} from '@tensorflow/tfjs'
