// Pixels on another scale than the base was trained with: the mistake that takes a ResNet50 from 66 % to 27 %.
import { isWrongScaling, ownScaling, scalingNamed } from '../../../../contract'
import { type Rule } from '../finding'

export const wrongScaling: Rule = ({ run: { model, base } }) => {
  if (model.name !== 'transfer' || !base || model.options.weights === 'random') return null
  const { scaling } = model.options
  if (!isWrongScaling(base.architecture, scaling)) return null
  return {
    name: 'wrong-scaling',
    severity: 'warning',
    evidence: {
      base: base.title,
      scaling: scalingNamed(base.architecture, scaling),
      own: ownScaling(base.architecture),
    },
    advice: ['own-scaling'],
  }
}
