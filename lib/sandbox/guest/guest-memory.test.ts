import { describe, expect, it } from "vitest";
import { copyInto, GuestMemory, imageOf } from "./guest-memory";

const page = 64 * 1024;
const bytesOf = (memory: WebAssembly.Memory) => new Uint8Array(memory.buffer);
const isZero = (memory: WebAssembly.Memory) => bytesOf(memory).every((byte) => byte === 0);

describe("the memory of the next instance", () => {
  it("is the last one, with nothing left in it", () => {
    const source = new GuestMemory(4, 1);
    const first = source.next();
    bytesOf(first).fill(0xff);
    const second = source.next();
    expect(second).toBe(first);
    expect(second.buffer.byteLength).toBe(4 * page);
    expect(isZero(second)).toBe(true);
  });

  it("keeps the zeros of a deep stack, and wipes all of it once something came near it", () => {
    const deepStack = { from: page, to: 3 * page };
    const source = new GuestMemory(4, 1, deepStack);
    const all = bytesOf(source.next());
    // Nothing of the kind happens without the last page; it shows what is left out.
    all.fill(0xff, 0, 2 * page).fill(0xff, 3 * page);
    source.next();
    expect(all.findIndex((byte) => byte !== 0)).toBe(page);
    expect(all.findLastIndex((byte) => byte !== 0)).toBe(2 * page - 1);
    all[3 * page - 1] = 1;
    expect(isZero(source.next())).toBe(true);
  });

  it("is a new one after an instance that took more, and that one is used again", () => {
    const source = new GuestMemory(4, 1);
    const grown = source.next();
    grown.grow(1);
    bytesOf(grown).fill(0xff);
    const next = source.next();
    expect(next).not.toBe(grown);
    expect(next.buffer.byteLength).toBe(4 * page);
    expect(isZero(next)).toBe(true);
    expect(source.next()).toBe(next);
  });

  it.each([
    [4, 1, 16],
    [4, 2, 32],
    // No instance can begin with less than its module asks for.
    [100, 1, 100],
  ])("with %d pages at first and %d MB at most ends at %d pages", (startPages, memoryMb, most) => {
    const memory = new GuestMemory(startPages, memoryMb).next();
    memory.grow(most - startPages);
    expect(memory.buffer.byteLength).toBe(most * page);
    expect(() => memory.grow(1)).toThrow(RangeError);
  });

  it.each([
    [0, false],
    [9, false],
    [10, true],
    [12, true],
  ])("grown by %d of 12 pages: full is %s", (more, full) => {
    const source = new GuestMemory(4, 1);
    const memory = source.next();
    memory.grow(more);
    expect(source.isFull(memory)).toBe(full);
  });
});

describe("an image", () => {
  it.each<[string, number[]]>([
    ["of nothing", []],
    ["of the first byte", [0]],
    ["of the last byte", [4 * page - 1]],
    ["of neighbours and gaps", [1, 4_095, 4_096, 20_000, 2 * page, 4 * page - 4_097]],
  ])("%s makes another memory the same", (_, at) => {
    const memory = new WebAssembly.Memory({ initial: 4 });
    for (const byte of at) bytesOf(memory)[byte] = 7;
    const other = new WebAssembly.Memory({ initial: 4 });
    copyInto(other, imageOf(memory));
    expect(bytesOf(other)).toEqual(bytesOf(memory));
  });

  it("does not change with what it was taken of", () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    bytesOf(memory)[5] = 1;
    const image = imageOf(memory);
    bytesOf(memory)[5] = 2;
    expect(image[0]?.bytes[5]).toBe(1);
  });
});
