/** Gives out places so that no owner holds all of them, and those who wait are served in turn. */
export class FairLine {
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #held = new Map<string, number>();
  #free: number;

  /** @param most places that one owner may hold at the same time */
  constructor(
    places: number,
    private readonly most: number,
  ) {
    this.#free = places;
  }

  /** How many wait. */
  get length(): number {
    let count = 0;
    for (const line of this.#waiting.values()) count += line.length;
    return count;
  }

  async run<Answer>(owner: string, work: () => Promise<Answer>): Promise<Answer> {
    await this.#place(owner);
    try {
      return await work();
    } finally {
      this.#leave(owner);
    }
  }

  #place(owner: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.set(owner, [...(this.#waiting.get(owner) ?? []), resolve]);
    this.#serve();
    return promise;
  }

  #leave(owner: string): void {
    this.#free += 1;
    const held = (this.#held.get(owner) ?? 1) - 1;
    if (held === 0) this.#held.delete(owner);
    else this.#held.set(owner, held);
    this.#toTheEnd(owner);
    this.#serve();
  }

  /** Whoever else waits has their turn before this one comes again. */
  #toTheEnd(owner: string): void {
    const line = this.#waiting.get(owner);
    if (!line) return;
    this.#waiting.delete(owner);
    this.#waiting.set(owner, line);
  }

  #serve(): void {
    for (const [owner, [next, ...others]] of this.#waiting) {
      const held = this.#held.get(owner) ?? 0;
      if (this.#free === 0) return;
      if (!next || held >= this.most) continue;
      this.#free -= 1;
      this.#held.set(owner, held + 1);
      if (others.length > 0) this.#waiting.set(owner, others);
      else this.#waiting.delete(owner);
      this.#toTheEnd(owner);
      next();
    }
  }
}
