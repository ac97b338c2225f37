// Findings in words: complete in every language, with the same values, and nothing left unfilled.
import { describe, expect, test } from 'vitest'
import { adviceName, diagnosisName, type Diagnosis } from './diagnosis'
import { diagnosisText, diagnosisWords, evidenceFormat, inOneLine } from './diagnosis-text'
import { type DiagnosisWords } from './diagnosis-words/words'
import { reportLanguage } from './document'

const languages = reportLanguage.options
const others = languages.filter((language) => language !== 'en')

/** The values that a text asks for. */
const asked = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!).sort()

/** All texts of a language by a path. */
function texts(words: DiagnosisWords): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value)
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}/${key}`)
  }
  walk(words, '')
  return found
}

const english = texts(diagnosisWords.en)

describe.each(others)('%s', (language) => {
  const own = texts(diagnosisWords[language])

  test('has the same texts as English, with the same values', () => {
    expect([...own.keys()]).toEqual([...english.keys()])
    const different = [...english].filter(
      ([path, text]) => asked(text).join() !== asked(own.get(path)!).join(),
    )
    expect(different.map(([path]) => path)).toEqual([])
  })

  test('is translated', () => {
    const same = [...english].filter(([path, text]) => text.split(' ').length > 2 && own.get(path) === text)
    expect(same.map(([path]) => path)).toEqual([])
  })
})

test('every name and every piece of advice has words', () => {
  for (const language of languages) {
    const { titles, seen, advice } = diagnosisWords[language]
    expect(Object.keys(titles).sort()).toEqual([...diagnosisName.options].sort())
    expect(Object.keys(seen).sort()).toEqual([...diagnosisName.options].sort())
    expect(Object.keys(advice).sort()).toEqual([...adviceName.options].sort())
    // Advice can always be given: its last form asks for nothing, or for what its finding always has.
    const needing = Object.entries(advice).filter(([, forms]) => asked(forms.at(-1)!).length > 0)
    expect(needing.map(([name]) => name)).toEqual([])
  }
})

const one: Pick<Diagnosis, 'name' | 'evidence' | 'advice'> = {
  name: 'rate-too-high',
  evidence: {
    variant: 'jumps',
    learningRate: 0.0001,
    suggestedRate: 0.00001,
    jumps: 3,
    epochs: 1,
    largestJump: 1234.5,
  },
  advice: ['lower-rate', 'more-epochs'],
}

test('values are written as their kind asks, and counts agree with their words', () => {
  const { title, seen, advice } = diagnosisText(one, 'es')
  expect(title).toBe('La tasa de aprendizaje es demasiado alta')
  expect(seen).toContain('de 0,0001')
  expect(seen).toContain('3 veces en 1 época, hasta 1235 de golpe')
  // The number of epochs is not among the evidence: the sentence without it.
  expect(advice).toEqual(['Entrena con una tasa de aprendizaje de 0,00001.', 'Entrena más épocas.'])
})

test('sentences whose values are missing are left out', () => {
  const evidence = { variant: 'stuck', learningRate: 0.1, last: 1.1, guessing: 1.0986 }
  const without = diagnosisText({ ...one, evidence }, 'en').seen
  expect(without).toBe('At a learning rate of 0.1 the training loss ended at 1.100; guessing has 1.099.')
  expect(
    diagnosisText({ ...one, evidence: { ...evidence, peak: 40, folds: 3, foldsOf: 5 } }, 'en').seen,
  ).toBe(`${without} In the first epoch it went up to 40.0. Seen in 3 of 5 folds.`)
})

test('names from outside are taken as they are', () => {
  const evidence = { class: '{count}', other: '$&', ab: 1, ba: 2, count: 3, otherCount: 4, share: 0.5 }
  const { title } = diagnosisText({ name: 'confused-classes', evidence, advice: [] }, 'en')
  expect(title).toBe('Taken for each other: {count} and $&')
})

test('another way of writing numbers can be given; in one line for a terminal', () => {
  const format = { ...evidenceFormat('en'), rate: () => 'RATE' }
  const text = diagnosisText(one, 'en', format)
  expect(inOneLine(text)).toContain('At a learning rate of RATE')
  expect(inOneLine(text).endsWith('Train for more epochs.')).toBe(true)
})
