/** What time it is for an emulator. */
export interface Clock {
  /** The time it is, for all that goes by this clock. */
  now: () => Date;
  /**
   * Sets the clock forward, by milliseconds. What would have happened meanwhile has happened.
   *
   * @throws {TypeError} When it is not a number of 0 or more.
   */
  advance: (milliseconds: number) => void;
}

/** A clock, with what an emulator needs of it besides. */
export interface OwnClock extends Clock {
  /** Milliseconds since 1970. */
  time: () => number;
  /** Goes back to where it began. */
  reset: () => void;
  /** Called whenever the clock was set. */
  onChange: (listener: () => void) => void;
}

const lastTime = Date.UTC(10_000, 0);

/**
 * A clock that begins at a date and moves only when it is advanced; or one that runs as another does, and can be
 * set before it.
 */
export function createClock(begin: Date | (() => Date) = () => new Date()): OwnClock {
  const base = typeof begin === "function" ? () => begin().getTime() : () => begin.getTime();
  const listeners: (() => void)[] = [];
  let ahead = 0;
  const set = (milliseconds: number): void => {
    ahead = milliseconds;
    for (const listener of listeners) listener();
  };
  const time = (): number => base() + ahead;
  return {
    time,
    now: () => new Date(time()),
    advance(milliseconds) {
      if (typeof milliseconds !== "number" || !(milliseconds >= 0))
        throw new TypeError("clock.advance: give a number of milliseconds, 0 or more");
      // A timestamp of the service has four digits for the year.
      if (!(time() + milliseconds < lastTime))
        throw new TypeError("clock.advance: no clock goes beyond the year 9999");
      set(ahead + milliseconds);
    },
    reset: () => set(0),
    onChange: (listener) => void listeners.push(listener),
  };
}
