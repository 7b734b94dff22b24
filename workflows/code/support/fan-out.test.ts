import { END, START } from "@langchain/langgraph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channels } from "@/workflows/graph/channel";
import { fanOut } from "./fan-out.server";
import { runInside } from "./inside.server";
import { stateGraph } from "./state.server";

const channels: Channels = {
  item: { type: "number", reducer: "replace" },
  answer: { type: "any", reducer: "replace" },
};

/** A graph that does this with its entry. */
function inside(work: (item: number) => unknown) {
  const agent = stateGraph(channels)
    .addNode("work", async ({ item }) => ({ answer: await work(Number(item)) }))
    .addEdge(START, "work")
    .addEdge("work", END)
    .compile();
  return { agent, settings: { recursionLimit: 10 }, channels, inputs: { item: "required" as const } };
}

const entries = (count: number) => Array.from({ length: count }, (_, item) => ({ item }));
const options = { collect: "answer", places: 2, keepsGoing: true };

describe("a graph inside a node, once for each entry", () => {
  it("gives what the entries came to in their order, whichever is done first", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 1, max: 4 }),
        async (count, places) => {
          const turns = (item: number) => (item % 3 === 0 ? 3 : 0);
          const graph = inside(async (item) => {
            for (let turn = 0; turn < turns(item); turn += 1) await Promise.resolve();
            return item * 10;
          });
          const ends = await fanOut(graph, entries(count), { ...options, places }, undefined, {});
          expect(ends).toEqual(entries(count).map(({ item }) => ({ index: item, value: item * 10 })));
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each([1, 2, 5])(
    "runs no more than %d at the same time, and as many where there are enough",
    async (places) => {
      let running = 0;
      let most = 0;
      const graph = inside(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return null;
      });
      await fanOut(graph, entries(6), { ...options, places }, undefined, {});
      expect(most).toBe(places);
    },
  );

  const failing = inside((item) => {
    if (item % 2 === 1) throw new Error(`No ${item}.`);
    return item;
  });

  it("goes on where an entry fails, and tells which and why", async () => {
    expect(await fanOut(failing, entries(4), options, undefined, {})).toEqual([
      { index: 0, value: 0 },
      { index: 1, problem: { message: "No 1." } },
      { index: 2, value: 2 },
      { index: 3, problem: { message: "No 3." } },
    ]);
  });

  it("ends with the first failure where it may not go on, and begins none after it", async () => {
    const begun: number[] = [];
    const graph = inside((item) => {
      begun.push(item);
      throw new Error(`No ${item}.`);
    });
    const ended = fanOut(graph, entries(5), { ...options, places: 1, keepsGoing: false }, undefined, {});
    await expect(ended).rejects.toThrow("No 0.");
    expect(begun).toEqual([0]);
  });

  it("takes an entry that comes to nothing for null", async () => {
    const ends = await fanOut(
      inside(() => undefined),
      entries(1),
      options,
      undefined,
      {},
    );
    expect(ends).toEqual([{ index: 0, value: null }]);
  });
});

describe("a graph inside a node", () => {
  it("gives all its channels back", async () => {
    const { values } = await runInside(
      inside((item) => item + 1),
      { item: 1 },
      undefined,
      {},
    );
    expect(values).toMatchObject({ item: 1, answer: 2 });
  });

  it.each([{}, { item: null }])("needs what it cannot do without: %j", async (given) => {
    await expect(runInside(inside(Number), given, undefined, {})).rejects.toMatchObject({
      code: "invalid_input",
      message: "The graph inside needs a value for its channel “item”.",
    });
  });

  it("refuses a value that its channel does not hold", async () => {
    await expect(runInside(inside(Number), { item: "one" }, undefined, {})).rejects.toThrow("“item”");
  });
});
