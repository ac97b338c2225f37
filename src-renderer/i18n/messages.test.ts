// The texts are complete in every language, agree in their values, and are all in use.
import { describe, expect, it } from 'vitest'
import { errorCodes, findingKinds, machineCodes, progress, runStatus } from '../../src-main/contract'
import { languages } from './languages'
import { messages } from './messages'

type Texts = { [key: string]: string | Texts }

const flatten = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )
const texts = Object.fromEntries(
  languages.map((language) => [language, new Map(flatten(messages[language] as Texts))]),
)
const english = texts.en!
const values = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

const sources = Object.entries(
  import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
const code = sources.map(([, text]) => text).join('\n')

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  const others = texts[language]!

  it('has exactly the keys of English', () => {
    expect([...others.keys()].filter((key) => !english.has(key))).toEqual([])
    expect([...english.keys()].filter((key) => !others.has(key))).toEqual([])
  })

  it('takes the same values in every form', () => {
    const wrong = [...english].filter(
      ([key, text]) => values(text).join() !== values(others.get(key) ?? '').join(),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('has as many plural forms', () => {
    const wrong = [...english].filter(
      ([key, text]) => text.split('|').length !== others.get(key)?.split('|').length,
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('is translated: texts of several words differ from English', () => {
    const same = [...english].filter(([key, text]) => text.split(' ').length > 3 && others.get(key) === text)
    expect(same.map(([key]) => key).filter((key) => key !== 'data.pixels')).toEqual([])
  })
})

describe('the keys', () => {
  /** `t('a.b')` names a key; a key in a template, `t(`a.${b}`)`, stands for every key of that shape. */
  const literal = new Set([...code.matchAll(/'([a-z]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key!))
  const shapes = [...code.matchAll(/`([a-z]+\.[\w.${}()\s-]*\$\{[^`]*)`/g)].map(([, template]) => {
    const fixed = template!.split(/\$\{[^}]*\}/).map((part) => part.replace(/\./g, '\\.'))
    return new RegExp(`^${fixed.join('[\\w-]+')}$`)
  })

  it('are all in use', () => {
    const unused = [...english.keys()].filter(
      (key) => !literal.has(key) && !shapes.some((shape) => shape.test(key)),
    )
    expect(unused).toEqual([])
  })

  it('that the code names are all there', () => {
    const called = [...code.matchAll(/\bt[ne]?\(\s*'([^']+)'/g)].map(([, key]) => key!)
    expect(called.length).toBeGreaterThan(100)
    expect([...new Set(called)].filter((key) => !english.has(key))).toEqual([])
  })

  it('made from values of the contract are all there', () => {
    const made = [
      ...errorCodes.map((one) => `errors.${one}.what`),
      ...progress.shape.stage.options.map((one) => `stages.${one}`),
      ...runStatus.options.map((one) => `status.${one}`),
      ...machineCodes.map((one) => `machine.findings.${one}.what`),
      ...findingKinds.flatMap((one) => [`findings.kinds.${one}.name`, `findings.kinds.${one}.about`]),
    ]
    expect(made.filter((key) => !english.has(key))).toEqual([])
  })
})
