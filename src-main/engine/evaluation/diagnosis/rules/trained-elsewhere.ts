// A model that was brought in: what nobody here can know of it, and what its classes have to do with the dataset's.
import { ofJudged } from '../finding'

export const trainedElsewhere = ofJudged(({ run: { model } }) => {
  if (model.name !== 'imported') return null
  const { file, labels, map } = model.options
  const missing = map.filter((place) => place === null).length
  const extra = labels.filter((_, place) => !map.includes(place)).length
  return {
    name: 'trained-elsewhere',
    severity: missing > 0 ? 'warning' : 'info',
    evidence: { file, ...(missing > 0 && { missing }), ...(extra > 0 && { extra }) },
    advice: [],
  }
})
