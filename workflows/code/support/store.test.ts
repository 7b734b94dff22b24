import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { json } from "@/workflows/graph/testing/arbitraries";
import { addTo, deleteValue, getValue, listValues, setValue } from "./store.server";

beforeEach(() => vi.useFakeTimers({ now: 1_000_000, toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

let threads = 0;
/** A place of its own for each case: the store lives as long as the process. */
function freshPlace() {
  threads += 1;
  return { scope: "thread" as const, config: { configurable: { thread_id: `t${threads}` } } };
}

const key = fc.constantFrom("a", "a/b", "a/c", "b", "constructor", "ä ö");
const change = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), key, value: json }),
  fc.record({ kind: fc.constant("delete" as const), key }),
);

describe("values that exported code keeps", () => {
  it("are those that were set last, listed by key, whatever was set and deleted before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), key, async (changes, prefix) => {
        const place = freshPlace();
        const expected = new Map<string, Json>();
        const told: [boolean, boolean][] = [];
        for (const made of changes) {
          if (made.kind === "set") {
            await setValue({ ...place, key: made.key, value: made.value });
            expected.set(made.key, made.value);
          } else told.push([await deleteValue({ ...place, key: made.key }), expected.delete(made.key)]);
        }
        for (const [was, should] of told) expect(was).toBe(should);
        const kept = [...expected]
          .filter(([name]) => name.startsWith(prefix))
          .map(([name, value]) => ({ key: name, value }));
        const sorted = kept.sort((one, other) => (one.key < other.key ? -1 : 1));
        expect(await listValues({ ...place, prefix, limit: 100 })).toEqual(sorted);
        expect(await listValues({ ...place, prefix, limit: 1 })).toEqual(sorted.slice(0, 1));
        for (const name of ["a", "b"]) {
          expect(await getValue({ ...place, key: name, fallback: "none" })).toEqual(
            expected.has(name) ? expected.get(name) : "none",
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are counted up from nothing, and only where they are numbers", async () => {
    const place = freshPlace();
    expect(await addTo({ ...place, key: "n", by: 2 })).toBe(2);
    expect(await addTo({ ...place, key: "n", by: -0.5 })).toBe(1.5);
    expect(await getValue({ ...place, key: "n", fallback: null })).toBe(1.5);
    await setValue({ ...place, key: "word", value: "three" });
    await expect(addTo({ ...place, key: "word", by: 1 })).rejects.toMatchObject({ code: "node_failed" });
    await expect(addTo({ ...place, key: "n", by: "1" })).rejects.toMatchObject({ code: "node_failed" });
  });

  it("are gone once their time is over, and count anew then", async () => {
    const place = freshPlace();
    await setValue({ ...place, key: "a/x", value: 1, ttlMs: 1_000 });
    await addTo({ ...place, key: "a/n", by: 1, ttlMs: 1_000 });
    vi.setSystemTime(1_000_500);
    // What is added does not make it live longer.
    expect(await addTo({ ...place, key: "a/n", by: 1, ttlMs: 1_000 })).toBe(2);
    expect(await listValues({ ...place, prefix: "a/", limit: 9 })).toHaveLength(2);
    vi.setSystemTime(1_001_000);
    expect(await getValue({ ...place, key: "a/x", fallback: "gone" })).toBe("gone");
    expect(await listValues({ ...place, prefix: "a/", limit: 9 })).toEqual([]);
    expect(await deleteValue({ ...place, key: "a/x" })).toBe(false);
    expect(await addTo({ ...place, key: "a/n", by: 5 })).toBe(5);
  });

  it("belong to their thread, their person or all alike", async () => {
    const config = { configurable: { thread_id: "one", user_id: "ada" } };
    const other = { configurable: { thread_id: "two", user_id: "ada" } };
    for (const scope of ["thread", "user", "agent"] as const) {
      await setValue({ scope, config, key: "where", value: scope });
    }
    const seen = (scope: "thread" | "user" | "agent") =>
      getValue({ scope, config: other, key: "where", fallback: "none" });
    expect([await seen("thread"), await seen("user"), await seen("agent")]).toEqual([
      "none",
      "user",
      "agent",
    ]);
    expect(await getValue({ scope: "user", config: {}, key: "where", fallback: "none" })).toBe("none");
  });

  it.each(["", "x".repeat(501)])("have a key that is not empty and not too long", async (name) => {
    const place = { ...freshPlace(), key: name };
    await expect(setValue({ ...place, value: 1 })).rejects.toMatchObject({ code: "node_failed" });
    await expect(getValue({ ...place, fallback: 1 })).rejects.toMatchObject({ code: "node_failed" });
    await expect(deleteValue(place)).rejects.toMatchObject({ code: "node_failed" });
  });
});
