// A token bucket: so many at once, so many a second after that.

export class Rate {
  private left: number
  private last: number

  /**
   * @param burst how many at once
   * @param perSecond how many come back each second
   * @param now clock in milliseconds
   */
  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = burst
    this.last = now()
  }

  /** @returns false when there is none left */
  take(): boolean {
    const now = this.now()
    this.left = Math.min(this.burst, this.left + ((now - this.last) / 1000) * this.perSecond)
    this.last = now
    if (this.left < 1) return false
    this.left -= 1
    return true
  }
}
