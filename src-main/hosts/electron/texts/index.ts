// Which language the main side speaks: the system's until the page says which one the person chose.
import { type ShellLanguage } from '../../../contract'
import { en } from './en'
import { es } from './es'
import { ptBR } from './pt-BR'
import { type Texts } from './texts'

export { fill, type Texts } from './texts'

const all: Record<ShellLanguage, Texts> = { en, es, 'pt-BR': ptBR }

/** The first of the system's languages that we speak; English where there is none. */
export function languageOf(preferred: readonly string[]): ShellLanguage {
  for (const tag of preferred) {
    const base = tag.slice(0, 2).toLowerCase()
    if (base === 'en' || base === 'es') return base
    if (base === 'pt') return 'pt-BR'
  }
  return 'en'
}

/** The language now in use, and who wants to know when it changes. */
export class Language {
  #now: ShellLanguage
  readonly #listeners = new Set<() => void>()

  constructor(preferred: readonly string[]) {
    this.#now = languageOf(preferred)
  }

  get name(): ShellLanguage {
    return this.#now
  }

  get texts(): Texts {
    return all[this.#now]
  }

  change(to: ShellLanguage): void {
    if (to === this.#now) return
    this.#now = to
    for (const listener of this.#listeners) listener()
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }
}
