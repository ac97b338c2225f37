// Names that every format takes: a layer's own where it can be kept.

/** Gives out names, each once. */
export class Names {
  readonly #given = new Set<string>()

  /**
   * @param wanted a layer's name, or what the operation does
   * @returns it, with what formats do not take replaced by `_`, and numbered where it was given out before
   */
  take(wanted: string): string {
    const clean = wanted.replace(/[^A-Za-z0-9_.-]/g, '_').replace(/^(?![A-Za-z])/, 'x')
    let name = clean
    for (let i = 1; this.#given.has(name); i++) name = `${clean}_${i}`
    this.#given.add(name)
    return name
  }
}
