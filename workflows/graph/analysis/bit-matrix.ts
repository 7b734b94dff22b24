/** A square table of yes and no, one bit each; rows can be joined word by word. */
export class BitMatrix {
  readonly #words: Uint32Array;
  readonly #stride: number;

  constructor(readonly size: number) {
    this.#stride = Math.ceil(size / 32);
    this.#words = new Uint32Array(size * this.#stride);
  }

  get(row: number, column: number): boolean {
    return ((this.#words[this.#at(row, column)] ?? 0) & (1 << (column & 31))) !== 0;
  }

  set(row: number, column: number): void {
    const at = this.#at(row, column);
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (column & 31));
  }

  /** Adds everything that is set in `source` to `row`. */
  join(row: number, source: number): void {
    for (let word = 0; word < this.#stride; word += 1) {
      const at = row * this.#stride + word;
      this.#words[at] = (this.#words[at] ?? 0) | (this.#words[source * this.#stride + word] ?? 0);
    }
  }

  #at(row: number, column: number): number {
    return row * this.#stride + (column >>> 5);
  }
}
