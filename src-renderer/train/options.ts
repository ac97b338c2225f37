// Lists of choices whose names are the field's own and are not translated.
export const activationOptions = [
  { value: 'relu' as const, label: 'ReLU' },
  { value: 'elu' as const, label: 'ELU' },
  { value: 'tanh' as const, label: 'tanh' },
]

export const optimizerOptions = [
  { value: 'adam' as const, label: 'Adam' },
  { value: 'adamw' as const, label: 'AdamW' },
  { value: 'sgd' as const, label: 'SGD' },
  { value: 'rmsprop' as const, label: 'RMSprop' },
]
