import type { DeepStack } from "../deep-stack";

const wasmPage = 64 * 1024;
const megabyte = 1024 * 1024;
/** What an image leaves out is a whole number of these: small enough to find gaps, large enough to copy fast. */
const piece = 4 * 1024;

/** Everything in a memory that is not zero, in order. */
export type MemoryImage = readonly { at: number; bytes: Uint8Array }[];

const untouched = Buffer.alloc(wasmPage);

/** Gives every instance a memory of zeros, as large as `startPages` at first and `memoryMb` at most. */
export class GuestMemory {
  readonly #startPages: number;
  readonly #maximum: number;
  readonly #deepStack: DeepStack | undefined;
  #last: WebAssembly.Memory | undefined;

  /** @param deepStack what is not wiped, as long as nothing has come near it */
  constructor(startPages: number, memoryMb: number, deepStack?: DeepStack) {
    this.#startPages = startPages;
    this.#deepStack = deepStack;
    this.#maximum = Math.max(startPages, Math.floor((memoryMb * megabyte) / wasmPage));
  }

  /**
   * The last memory is used again once nothing is left in it: a new one for every call makes V8 collect garbage
   * every few calls, at the priority of the whole process. One that has grown cannot shrink and is let go. Whoever
   * has the last memory must be done with it.
   */
  next(): WebAssembly.Memory {
    if (this.#last?.buffer.byteLength === this.#startPages * wasmPage) {
      this.#wipe(new Uint8Array(this.#last.buffer));
    } else {
      this.#last = new WebAssembly.Memory({ initial: this.#startPages, maximum: this.#maximum });
    }
    return this.#last;
  }

  /** The next memory is a new one: something went on in the last one that never came to its end. */
  letGo(): void {
    this.#last = undefined;
  }

  /** Most of a memory is stack that nobody uses, and wiping it takes the caches from the neighbours. */
  #wipe(all: Uint8Array): void {
    const deep = this.#deepStack;
    if (deep && untouched.equals(all.subarray(deep.to - wasmPage, deep.to))) {
      all.fill(0, 0, deep.from).fill(0, deep.to);
    } else all.fill(0);
  }

  /** Whether a memory has all it may have. It grows by a fifth at a time, so the last piece may not have fitted. */
  isFull(memory: WebAssembly.Memory): boolean {
    const full = this.#maximum * wasmPage;
    return memory.buffer.byteLength * 1.2 >= full && this.#maximum > this.#startPages;
  }
}

export function imageOf(memory: WebAssembly.Memory): MemoryImage {
  const all = new Uint8Array(memory.buffer.slice(0));
  const image: { at: number; bytes: Uint8Array }[] = [];
  for (let at = 0; at < all.length; at += piece) {
    if (all.subarray(at, at + piece).every((byte) => byte === 0)) continue;
    const before = image.at(-1);
    if (before && before.at + before.bytes.length === at) before.bytes = all.subarray(before.at, at + piece);
    else image.push({ at, bytes: all.subarray(at, at + piece) });
  }
  return image.map(({ at, bytes }) => ({ at, bytes: bytes.slice() }));
}

export function copyInto(memory: WebAssembly.Memory, image: MemoryImage): void {
  const all = new Uint8Array(memory.buffer);
  for (const { at, bytes } of image) all.set(bytes, at);
}
