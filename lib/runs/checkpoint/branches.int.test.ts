import { Annotation, Command, DeltaValue, interrupt, StateGraph, StateSchema } from "@langchain/langgraph";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/db/id";
import { checkpointSchema } from "@/lib/db/migrate";
import { checkpointOwnerKey, RunSaver } from "./saver";
import { line } from "./testing/line";
import { type OwnedRun, ownedRun } from "./testing/owned-run";

let run: OwnedRun;
beforeAll(async () => {
  run = await ownedRun();
});
afterAll(() => run.close());

const stock = () => new PostgresSaver(run.pool, undefined, { schema: checkpointSchema });
const ours = () => new RunSaver(run.pool);
/** Where a graph goes on, in the run's name; the thread may hold something already. */
const at = (threadId: string, checkpointId?: string) => ({
  configurable: {
    thread_id: threadId,
    [checkpointOwnerKey]: { ...run.owner(), isEmpty: () => false },
    ...(checkpointId && { checkpoint_id: checkpointId }),
  },
  durability: "sync" as const,
});
const bare = (threadId: string, checkpointId?: string) => ({
  configurable: { thread_id: threadId, ...(checkpointId && { checkpoint_id: checkpointId }) },
});

/** Every checkpoint of a thread with its state, as a saver reads it, oldest first. */
async function statesOf(saver: BaseCheckpointSaver, threadId: string) {
  const states = new Map<string, { value: unknown; trail: unknown; next: string[] }>();
  for await (const { config, values, next } of line(saver).getStateHistory(bare(threadId))) {
    const { value, trail } = values;
    states.set(String(config.configurable?.checkpoint_id), { value, trail, next });
  }
  return new Map([...states].toReversed());
}

async function idAfter(threadId: string, node: string): Promise<string> {
  const found = [...(await statesOf(ours(), threadId))].find(([, { next }]) => next[0] === node);
  if (!found) throw new Error(`nothing is about to run ${node}`);
  return found[0];
}

/** A line of two nodes, forked after the first with another value. */
async function forked(first: BaseCheckpointSaver, second: BaseCheckpointSaver) {
  const threadId = newId("thr");
  await line(first).invoke({ value: "a" }, at(threadId));
  const [tip] = [...(await statesOf(ours(), threadId)).keys()].slice(-1);
  const fork = await line(second).updateState(bare(threadId, await idAfter(threadId, "second")), {
    value: "b",
  });
  await line(second).invoke(null, at(threadId, String(fork.configurable?.checkpoint_id)));
  return { threadId, tip: tip ?? "" };
}

describe("branches of a thread", () => {
  test.each([
    ["begun and forked in a run's name", ours, ours],
    ["begun by the stock saver", stock, ours],
  ])("%s stay apart, whoever reads them", async (_name, first, second) => {
    const { threadId, tip } = await forked(first(), second());
    for (const reader of [ours(), stock()]) {
      const original = await line(reader).getState(bare(threadId, tip));
      const latest = await line(reader).getState(bare(threadId));
      expect([original.values, latest.values]).toEqual([
        { value: "a", trail: ["a1", "a2"] },
        { value: "b", trail: ["a1", "b2"] },
      ]);
    }
  });

  test("a replay from an old checkpoint is a branch of its own, and repeats only what came after it", async () => {
    const threadId = newId("thr");
    await line(ours()).invoke({ value: "a" }, at(threadId));
    const before = await statesOf(ours(), threadId);
    const replayed = await line(ours()).invoke(null, at(threadId, await idAfter(threadId, "second")));
    expect(replayed).toEqual({ value: "a", trail: ["a1", "a2"] });
    const after = await statesOf(stock(), threadId);
    expect(after.size).toBeGreaterThan(before.size);
    expect([...after].slice(0, before.size)).toEqual([...before]);
  });

  test("a branch goes on in the hands of the stock saver, the other keeps its state", async () => {
    const { threadId, tip } = await forked(ours(), ours());
    const again = await line(stock()).invoke({ value: "c" }, bare(threadId));
    expect(again.trail).toEqual(["a1", "b2", "c1", "c2"]);
    expect((await line(ours()).getState(bare(threadId, tip))).values.trail).toEqual(["a1", "a2"]);
  });

  test("whatever is run, forked and replayed, no state that was read once ever changes", async () => {
    const step = fc.record({ from: fc.nat(30), value: fc.constantFrom("x", "y", "z", null) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const threadId = newId("thr");
        await line(ours()).invoke({ value: "a" }, at(threadId));
        let known = await statesOf(ours(), threadId);
        for (const { from, value } of steps) {
          const ids = [...known.keys()];
          const id = ids[from % ids.length];
          await line(ours()).invoke(value === null ? null : { value }, at(threadId, id));
          const now = await statesOf(ours(), threadId);
          for (const [each, state] of known) expect(now.get(each)).toEqual(state);
          known = now;
        }
        expect(await statesOf(stock(), threadId)).toEqual(known);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe("graphs inside nodes", () => {
  const State = Annotation.Root({ value: Annotation<string>, got: Annotation<string> });
  const nested = (saver: BaseCheckpointSaver) => {
    const inner = new StateGraph(State)
      .addNode("before", ({ value }) => ({ value: `${value}!` }))
      .addNode("ask", ({ value }) => ({ got: `${value} ${interrupt("yes?")}` }))
      .addEdge("__start__", "before")
      .addEdge("before", "ask")
      .compile();
    return new StateGraph(State)
      .addNode("inner", inner)
      .addEdge("__start__", "inner")
      .compile({ checkpointer: saver });
  };

  test.each([
    ["the stock saver", stock],
    ["ours", ours],
  ])("have a namespace of their own, paused by ours and resumed by %s", async (_name, next) => {
    const threadId = newId("thr");
    await nested(ours()).invoke({ value: "a" }, at(threadId));
    const { rows } = await run.pool.query(
      `select distinct checkpoint_ns from ${checkpointSchema}.checkpoints where thread_id = $1 order by 1`,
      [threadId],
    );
    expect(rows).toEqual([{ checkpoint_ns: "" }, { checkpoint_ns: expect.stringMatching(/^inner:/) }]);
    const done = await nested(next()).invoke(new Command({ resume: "yes" }), bare(threadId));
    expect(done.got).toBe("a! yes");
  });
});

test.each(["sync", "exit"] as const)(
  "a channel of deltas, durability %s, is the same to the stock saver",
  async (durability) => {
    const Deltas = new StateSchema({
      list: new DeltaValue(z.array(z.string()).default([]), {
        inputSchema: z.array(z.string()),
        reducer: (all, more) => [...all, ...more.flat()],
        snapshotFrequency: 3,
      }),
    });
    const graph = (saver: BaseCheckpointSaver) =>
      new StateGraph(Deltas)
        .addNode("a", () => ({ list: ["a"] }))
        .addNode("b", () => ({ list: ["b"] }))
        .addEdge("__start__", "a")
        .addEdge("a", "b")
        .compile({ checkpointer: saver });
    const threadId = newId("thr");
    for (const word of ["x", "y", "z"]) {
      await graph(ours()).invoke({ list: [word] }, { ...at(threadId), durability });
    }
    const expected = { list: ["x", "y", "z"].flatMap((word) => [word, "a", "b"]) };
    expect((await graph(ours()).getState(bare(threadId))).values).toEqual(expected);
    expect((await graph(stock()).getState(bare(threadId))).values).toEqual(expected);
  },
);
