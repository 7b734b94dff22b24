/** A map of bounded size that drops what was used longest ago. */
export class Lru<Key, Value> {
  readonly #entries = new Map<Key, Value>();

  constructor(private readonly capacity: number) {}

  /** The cached value, or the one that `make` gives, kept for the next time. */
  through(key: Key, make: () => Value): Value {
    const known = this.#entries.get(key);
    const value = known === undefined ? make() : known;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.capacity) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
    return value;
  }

  get size(): number {
    return this.#entries.size;
  }
}
