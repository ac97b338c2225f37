// The options of a network in one line, by the names that they have where they are chosen.
import { headOptions, type CnnOptions, type MlpOptions, type TransferOptions } from '../../src-main/contract'
import { type useText } from '../format/useText'
import { activationOptions } from '../train/options'

type Text = ReturnType<typeof useText>

const activationName = (value: CnnOptions['activation']): string =>
  activationOptions.find((one) => one.value === value)?.label ?? value

/** The parts that are there: "name value", in small letters but for what is a proper name. */
function sayer({ t, f }: Text) {
  const lower = (key: string): string => t(key).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase())
  return {
    some: (key: string, value: number): string[] =>
      value > 0 ? [`${lower(key)} ${f.value.number(value, 2)}`] : [],
    on: (key: string, value: boolean): string[] => (value ? [lower(key)] : []),
    list: (key: string, values: readonly number[]): string =>
      `${lower(key)} ${values.length > 0 ? values.join('-') : '–'}`,
    lower,
  }
}

/** "filters of each block 32-64, filter size 3 × 3, flatten, dense units 512, ReLU" */
export function cnnText(options: CnnOptions, text: Text): string {
  const { some, on, list, lower } = sayer(text)
  const { filters, convolutionsPerBlock: convolutions, kernel, pooling, dense } = options
  return [
    list('train.filters', filters),
    ...(convolutions > 1 ? some('train.convolutions', convolutions) : []),
    `${lower('train.kernel')} ${kernel} × ${kernel}`,
    ...on('train.batchNorm', options.batchNorm),
    ...some('train.blockDropout', options.blockDropout),
    lower(`train.pooling.${pooling}`),
    ...some('train.dense', dense),
    ...some('train.dropout', options.dropout),
    activationName(options.activation),
  ].join(', ')
}

/** "units of each hidden layer 256-128, ReLU" */
export function mlpText(options: MlpOptions, text: Text): string {
  const { some, on, list } = sayer(text)
  return [
    list('train.hidden', options.hidden),
    ...on('train.batchNorm', options.batchNorm),
    ...some('train.dropout', options.dropout),
    activationName(options.activation),
  ].join(', ')
}

/** "global average, dense units 256, ReLU" */
export function headText({ head }: TransferOptions, text: Text): string {
  const { some, on, lower } = sayer(text)
  const { pooling, dense, batchNorm, activation, dropout } = { ...headOptions.parse({}), ...head }
  const hidden = dense > 0 ? [...some('train.dense', dense), activationName(activation)] : []
  return [
    lower(`train.pooling.${pooling}`),
    ...hidden,
    ...on('train.batchNorm', dense > 0 && batchNorm),
    ...some('train.dropout', dropout),
  ].join(', ')
}
