import { describe, expect, it } from "vitest";
import { quickjsWasm, withSmallMemory } from "./quickjs-wasm";

const asks = [0x02, 0x01, 0x80, 0x02, 0x80, 0x80, 0x02];

describe("QuickJS's module", () => {
  it("takes the smaller memory, and no smaller one", async () => {
    const { wasm, startPages } = await quickjsWasm();
    expect(startPages).toBe(100);
    const imports = (initial: number) => ({
      a: new Proxy({}, { get: (_, name) => (name === "a" ? memoryOf(initial) : () => 0) }),
    });
    await expect(WebAssembly.instantiate(wasm, imports(100))).resolves.toBeInstanceOf(WebAssembly.Instance);
    await expect(WebAssembly.instantiate(wasm, imports(99))).rejects.toThrow(/declared initial of 100/);
  });

  it.each([
    ["without the number", [0, 1, 2]],
    ["with two places that could be it", [...asks, 5, ...asks]],
  ])("is taken as it is %s", (_, bytes) => {
    expect(withSmallMemory(Buffer.from(bytes))).toEqual({ bytes: Buffer.from(bytes), startPages: 256 });
  });
});

const memoryOf = (initial: number) => new WebAssembly.Memory({ initial, maximum: 1024 });
