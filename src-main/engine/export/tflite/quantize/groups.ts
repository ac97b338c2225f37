// Sets that grow together.

export class Groups<T> {
  readonly #parents = new Map<T, T>()

  /** The one that stands for all of its set. */
  rootOf(one: T): T {
    const parent = this.#parents.get(one)
    return parent === undefined ? one : this.rootOf(parent)
  }

  join(one: T, other: T): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)]
    if (a !== b) this.#parents.set(a, b)
  }
}
