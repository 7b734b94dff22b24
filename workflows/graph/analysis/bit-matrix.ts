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

  /** Tells each column that is set in `source`, not in `row`, and not in the row `source` of `except`. */
  eachMissing(
    row: number,
    source: number,
    except: BitMatrix | undefined,
    tell: (column: number) => void,
  ): void {
    for (let word = 0; word < this.#stride; word += 1) {
      const offset = source * this.#stride + word;
      const without =
        (this.#words[row * this.#stride + word] ?? 0) | (except ? (except.#words[offset] ?? 0) : 0);
      eachBit((this.#words[offset] ?? 0) & ~without, (bit) => tell(word * 32 + bit));
    }
  }

  /** Whether a row has a column in common with the same row of another table. */
  meets(row: number, other: BitMatrix): boolean {
    for (let at = row * this.#stride; at < (row + 1) * this.#stride; at += 1) {
      if (((this.#words[at] ?? 0) & (other.#words[at] ?? 0)) !== 0) return true;
    }
    return false;
  }

  /** Rows and columns exchanged. */
  turned(): BitMatrix {
    const turned = new BitMatrix(this.size);
    for (const [index, word] of this.#words.entries()) {
      const row = Math.floor(index / this.#stride);
      eachBit(word, (bit) => turned.set((index % this.#stride) * 32 + bit, row));
    }
    return turned;
  }

  #at(row: number, column: number): number {
    return row * this.#stride + (column >>> 5);
  }
}

/** Tells the places of the bits that are set, lowest first. */
function eachBit(word: number, tell: (bit: number) => void): void {
  for (let left = word; left !== 0; left &= left - 1) tell(31 - Math.clz32(left & -left));
}
