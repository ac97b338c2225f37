// The report's texts are complete in every language, agree in their values, are translated, and all in use.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { adviceName, condition, figureNames, findingKinds, reportLanguage } from '../../../contract'
import { texts, wordsOf, type Texts } from './words'

const flatten = (all: Texts, prefix = ''): [string, string][] =>
  Object.entries(all).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )
const flat = Object.fromEntries(reportLanguage.options.map((one) => [one, new Map(flatten(texts[one]))]))
const english = flat.en!
const values = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

const folder = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

/** Texts that are the same in another language on purpose: names, formulas, places of other texts. */
const same =
  /^(settings\.augmentation\.(cutMix|mixUp|randAugment|zoom)|reproduce\.version|columns\.(p|holm)|milliseconds|examples\.said|models\.pixels)$/

describe.each(reportLanguage.options.filter((one) => one !== 'en'))('%s', (language) => {
  const others = flat[language]!

  it('has exactly the keys of English', () => {
    expect([...others.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('takes the same values and has as many forms', () => {
    const wrong = [...english].filter(([key, text]) => {
      const other = others.get(key) ?? ''
      return (
        values(text).join() !== values(other).join() || text.split(' | ').length !== other.split(' | ').length
      )
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('is translated', () => {
    const left = [...english].filter(
      ([key, text]) =>
        text.length > 12 && text.split(' ').length > 2 && others.get(key) === text && !same.test(key),
    )
    expect(left.map(([key]) => key)).toEqual([])
  })
})

describe('the keys', () => {
  const literal = new Set([...sources.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)*)'/g)].map(([, key]) => key!))
  const shapes = [...sources.matchAll(/`([a-zA-Z]+(?:\.[\w${}.-]+)+)`/g)].map(
    ([, shape]) => new RegExp(`^${shape!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  )

  it('are all in use', () => {
    const unused = [...english.keys()].filter(
      (key) => !literal.has(key) && !shapes.some((shape) => shape.test(key)),
    )
    expect(unused).toEqual([])
  })

  it('are there for all that the contract names', () => {
    const { has } = wordsOf('en')
    for (const kind of findingKinds) expect(has(`findings.${kind}`), kind).toBe(true)
    for (const name of condition.shape.name.options) expect(has(`conditions.${name}`), name).toBe(true)
    expect(figureNames.length).toBeGreaterThan(10)
    expect(adviceName.options.length).toBeGreaterThan(10)
  })
})

describe('numbers', () => {
  it('are written as people of the language write them', () => {
    const [en, es, pt] = reportLanguage.options.map((one) => wordsOf(one))
    expect(en!.percent(0.8312)).toBe('83.1%')
    expect(es!.percent(0.8312)).toBe('83,1\u00a0%')
    expect(pt!.percent(0.8312)).toBe('83,1%')
    expect(en!.points(-0.042)).toBe('−4.2')
    expect(en!.points(-0.0001)).toBe('0.0')
    expect(es!.t('summary.rightOf', { right: 1234, count: 20_000 })).toBe('1234 de 20.000')
    expect(es!.date('2026-11-22T10:00:00Z')).toBe('22 de noviembre de 2026')
    expect(pt!.date('2026-11-22T10:00:00Z')).toBe('22 de novembro de 2026')
  })

  it('are not rounded to the other side of a line', () => {
    const { pValue, confidence } = wordsOf('en')
    expect(pValue(0.0499)).toBe('p = 0.0499')
    expect(pValue(0.04996)).toBe('p = 0.04996')
    expect(pValue(0.0502)).toBe('p = 0.05')
    expect(pValue(0.0703)).toBe('p = 0.07')
    expect(pValue(1e-7)).toBe('p < 0.001')
    expect(confidence(0.9999)).toBe('> 99%')
    expect(confidence(1)).toBe('100%')
    expect(confidence(0.42)).toBe('42%')
  })

  it('have their plural', () => {
    const { tn } = wordsOf('es')
    expect(tn('kicker', 1)).not.toContain('1')
    expect(tn('kicker', 3)).toContain('3 clasificadores')
  })

  it('say which text is missing', () => {
    expect(() => wordsOf('en').t('nothing.here')).toThrow('nothing.here')
  })
})
