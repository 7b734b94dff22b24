import { describe, expect, it } from "vitest";
import { Rounds } from "./rounds";

/** Rounds of which each waits until it is let go. */
function gated() {
  const seen: number[][] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const rounds = new Rounds<number, string>(async (items) => {
    seen.push([...items]);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    return items.map(String);
  });
  const begun = async (count: number) => {
    while (gates.length < count) await new Promise(setImmediate);
  };
  const letGo = async (at: number) => {
    await begun(at + 1);
    gates[at]?.resolve();
  };
  return { seen, rounds, letGo, begun };
}

describe("rounds", () => {
  it("take what comes in one turn together, and answer each its own", async () => {
    const { seen, rounds, letGo } = gated();
    const answers = Promise.all([1, 2, 3].map((item) => rounds.add(item)));
    await letGo(0);
    expect(await answers).toEqual(["1", "2", "3"]);
    expect(seen).toEqual([[1, 2, 3]]);
  });

  it("take what comes while one is under way into the next", async () => {
    const { seen, rounds, letGo, begun } = gated();
    const first = rounds.add(1);
    await begun(1);
    const rest = [rounds.add(2), rounds.add(3)];
    await letGo(0);
    await first;
    await letGo(1);
    expect(await Promise.all(rest)).toEqual(["2", "3"]);
    expect(seen).toEqual([[1], [2, 3]]);
  });

  it("throw a failure at those of the round, and go on", async () => {
    let fail = true;
    const rounds = new Rounds<number, number>(async (items) => {
      if (fail) throw new Error("away");
      return items;
    });
    const failed = await Promise.allSettled([rounds.add(1), rounds.add(2)]);
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    fail = false;
    expect(await rounds.add(3)).toBe(3);
  });

  it("do not leave anybody waiting who got no answer", async () => {
    const rounds = new Rounds<number, number>(async () => []);
    await expect(rounds.add(1)).rejects.toThrow("without an answer");
  });

  it.each([
    ["a number of items", { most: 2 }, [1, 1, 1, 1, 1], [2, 2, 1]],
    ["a weight", { mostWeight: 10, weigh: (item: number) => item }, [4, 6, 1, 20, 3], [2, 1, 1, 1]],
  ])("are bounded by %s", async (_, options, items, sizes) => {
    const seen: number[] = [];
    const rounds = new Rounds<number, number>(async (taken) => {
      seen.push(taken.length);
      return taken;
    }, options);
    expect(await Promise.all(items.map((item) => rounds.add(item)))).toEqual(items);
    expect(seen).toEqual(sizes);
  });
});
