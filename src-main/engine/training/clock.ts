// A stopwatch that can be stopped for a pause and set to where an earlier process left off.

export class Clock {
  #before: number
  #since: number | null = performance.now()

  /** @param seconds what it shows at the start */
  constructor(seconds = 0) {
    this.#before = seconds * 1000
  }

  get seconds(): number {
    return (this.#before + (this.#since === null ? 0 : performance.now() - this.#since)) / 1000
  }

  stop(): void {
    this.#before = this.seconds * 1000
    this.#since = null
  }

  start(): void {
    this.#since ??= performance.now()
  }
}
