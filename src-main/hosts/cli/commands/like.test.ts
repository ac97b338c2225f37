import { describe, expect, it } from 'vitest'
import { modelChoice, plan } from '../../../contract'
import { likenessFrom } from './like'

const settings = {
  model: modelChoice.parse({ name: 'cnn', options: { filters: [8, 16], dropout: 0.3 } }),
  plan: plan.parse({ phases: [{ epochs: 4 }], labelSmoothing: 0.1 }),
  seed: 7,
  folds: null,
}

describe('the settings of another run', () => {
  it('are taken from what a report shows', () => {
    expect(likenessFrom(JSON.stringify({ ...settings, size: 48 }), 'a.json')).toEqual({
      ...settings,
      size: 48,
    })
  })

  it('are taken from run.json', () => {
    const text = JSON.stringify({ ...settings, preprocessing: { size: 64, resize: 'cover' }, name: 'x' })
    expect(likenessFrom(text, 'run.json')).toEqual({ ...settings, size: 64 })
  })

  it.each(['', '{', '[]', '{"model":{"name":"cnn"}}', '{"model":{"name":"rnn"},"plan":{}}'])(
    'are not taken from %s',
    (text) => {
      expect(() => likenessFrom(text, 'a.json')).toThrow('does not have the settings')
    },
  )
})
