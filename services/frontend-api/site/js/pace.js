// How fast a text is spoken, and how long the rest takes.

// After this long an observation weighs a third of a new one; before something is settled nothing is said.
const MEMORY_SECONDS = 15;
const SETTLED_SECONDS = 2;

// Old observations fade, so that one slow or fast answer moves the estimate only a little. What was done
// when it is first told is nobody's pace: it may have been spoken for an earlier conversion.
export class Pace {
  constructor(now = () => performance.now() / 1000) {
    this.now = now;
    this.characters = 0;
    this.seconds = 0;
    this.watched = 0;
  }

  // { rate, left } in characters a second and seconds; undefined while it is too early to say.
  at(done, total) {
    const now = this.now();
    if (this.last !== undefined && done > this.seen) {
      const passed = now - this.last;
      const kept = Math.exp(-passed / MEMORY_SECONDS);
      this.characters = this.characters * kept + (done - this.seen);
      this.seconds = this.seconds * kept + passed;
      this.watched += passed;
    }
    if (this.last === undefined || done > this.seen) [this.last, this.seen] = [now, done];
    if (this.watched < SETTLED_SECONDS) return undefined;
    const rate = this.characters / this.seconds;
    return { rate, left: (total - done) / rate };
  }
}
