// How often the window may be shown again by itself: a page that fails as soon as it loads would do so for ever.

export class CrashLimit {
  #crashes: number[] = []

  /**
   * @param most how many crashes are forgiven
   * @param within in how many milliseconds
   */
  constructor(
    private readonly most = 3,
    private readonly within = 60_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Notes a crash. @returns whether to go on without asking */
  forgives(): boolean {
    const now = this.now()
    this.#crashes = [...this.#crashes.filter((one) => now - one < this.within), now]
    return this.#crashes.length <= this.most
  }

  reset(): void {
    this.#crashes = []
  }
}
