// Numbers of TensorFlow Lite's schema (tensorflow/lite/schema/schema.fbs, version 3) for what a classifier needs.

/** TensorType */
export const TENSOR_TYPE = { float32: 0, float16: 1, int32: 2, uint8: 3, int8: 9 } as const
export type TensorType = keyof typeof TENSOR_TYPE

/** ActivationFunctionType: what some operators do to their output without another one. */
export const FUSED = { none: 0, relu: 1, relu6: 3 } as const
export type Fused = keyof typeof FUSED

/** Padding */
export const PADDING = { same: 0, valid: 1 } as const

/** BuiltinOperator */
export const OPERATOR = {
  ADD: 0,
  AVERAGE_POOL_2D: 1,
  CONCATENATION: 2,
  CONV_2D: 3,
  DEPTHWISE_CONV_2D: 4,
  DEQUANTIZE: 6,
  FULLY_CONNECTED: 9,
  LOGISTIC: 14,
  MAX_POOL_2D: 17,
  MUL: 18,
  RELU: 19,
  RELU6: 21,
  RESHAPE: 22,
  SOFTMAX: 25,
  TANH: 28,
  PAD: 34,
  MEAN: 40,
  SUB: 41,
  CAST: 53,
  RSQRT: 76,
  REDUCE_MAX: 82,
  SQUARED_DIFFERENCE: 99,
  ELU: 111,
  QUANTIZE: 114,
  HARD_SWISH: 117,
  GELU: 150,
} as const
export type OperatorName = keyof typeof OPERATOR

/** BuiltinOptions: the union's number of each operator's options; operators that are not here have none. */
export const OPTIONS: Partial<Record<OperatorName, number>> = {
  CONV_2D: 1,
  DEPTHWISE_CONV_2D: 2,
  AVERAGE_POOL_2D: 5,
  MAX_POOL_2D: 5,
  FULLY_CONNECTED: 8,
  SOFTMAX: 9,
  CONCATENATION: 10,
  ADD: 11,
  RESHAPE: 17,
  MUL: 21,
  PAD: 22,
  MEAN: 27,
  REDUCE_MAX: 27,
  SUB: 28,
  CAST: 37,
  DEQUANTIZE: 38,
  SQUARED_DIFFERENCE: 76,
  QUANTIZE: 89,
  HARD_SWISH: 91,
  GELU: 116,
}
