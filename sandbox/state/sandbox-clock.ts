/** The sandbox's clock: real time plus an offset that a command moves forward. It never goes back. */
export class SandboxClock {
  constructor(private offsetMs: number) {}

  now(): Date {
    return new Date(Date.now() + this.offsetMs)
  }

  /** Moves the clock forward and gives the offset to remember. Refuses to move back: timestamps would lie. */
  advance(milliseconds: number): number {
    if (milliseconds < 0) throw new RangeError('the clock only moves forward')
    this.offsetMs += milliseconds
    return this.offsetMs
  }

  reset(offsetMs: number): void {
    this.offsetMs = offsetMs
  }
}
