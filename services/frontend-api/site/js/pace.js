// Estimates how fast a text is being converted and how long the rest will take. The command line has the same
// estimate; both are tested with the examples in src/test/js/pace.json.

// After this long an observation weighs a third of a new one.
const MEMORY_SECONDS = 15;

// Before this much was observed there is no estimate.
const MIN_OBSERVED_SECONDS = 2;

// Old observations fade, so that one slow or fast response moves the estimate only a little. What is already done at
// the first observation does not count: it may have been synthesized for an earlier conversion.
export class Pace {
  /** @param {() => number} [now] seconds of a clock that never goes back */
  constructor(now = () => performance.now() / 1000) {
    this.now = now;
    this.characters = 0;
    this.seconds = 0;
    this.observed = 0;
    /** @type {number | undefined} */
    this.last = undefined;
    this.seen = 0;
  }

  /**
   * Observes how many characters are done.
   *
   * @param {number} done
   * @param {number} total
   * @returns {{ rate: number, left: number } | undefined} characters a second, and seconds; undefined while it is too early
   */
  at(done, total) {
    const now = this.now();
    if (this.last !== undefined && done > this.seen) {
      const passed = now - this.last;
      const weight = Math.exp(-passed / MEMORY_SECONDS);
      this.characters = this.characters * weight + (done - this.seen);
      this.seconds = this.seconds * weight + passed;
      this.observed += passed;
    }
    if (this.last === undefined || done > this.seen) [this.last, this.seen] = [now, done];
    if (this.observed < MIN_OBSERVED_SECONDS) return undefined;
    const rate = this.characters / this.seconds;
    return { rate, left: (total - done) / rate };
  }
}
