import { HumanMessage } from "@langchain/core/messages";
import { Annotation, Command, interrupt, StateGraph } from "@langchain/langgraph";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { DatabaseHandle } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { checkpointSchema } from "@/lib/db/migrate";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { checkpointOwnerKey, RunSaver } from "./saver";
import { line, State } from "./testing/line";
import { type OwnedRun, ownedRun } from "./testing/owned-run";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const stock = () => new PostgresSaver(database.pool, undefined, { schema: checkpointSchema });
const ours = () => new RunSaver(database.pool);

/** Runs a thread, forks it after its first node with another value, and reads both branches back. */
async function forkedThread(checkpointer: BaseCheckpointSaver) {
  const graph = line(checkpointer);
  const thread = { configurable: { thread_id: newId("thr") } };
  await graph.invoke({ value: "a" }, thread);
  const history = [];
  for await (const state of graph.getStateHistory(thread)) history.push(state);
  const afterFirst = history.find(({ next }) => next[0] === "second");
  const fork = await graph.updateState(afterFirst?.config ?? thread, { value: "b" });
  await graph.invoke(null, fork);
  const original = await graph.getState(history[0]?.config ?? thread);
  const forked = await graph.getState(thread);
  return { original: original.values, forked: forked.values };
}

const apart = {
  original: { value: "a", trail: ["a1", "a2"] },
  forked: { value: "b", trail: ["a1", "b2"] },
};

describe("time travel", () => {
  test("mixes the values of two branches with the stock saver: why there is ours", async () => {
    expect(await forkedThread(stock())).not.toEqual(apart);
  });

  test("keeps them apart with ours", async () => {
    expect(await forkedThread(ours())).toEqual(apart);
  });
});

/** Two nodes ask at once. */
function asking(checkpointer: BaseCheckpointSaver) {
  return new StateGraph(State)
    .addNode("left", () => ({ trail: [`left ${interrupt("left?")}`] }))
    .addNode("right", () => ({ trail: [`right ${interrupt("right?")}`] }))
    .addEdge("__start__", "left")
    .addEdge("__start__", "right")
    .compile({ checkpointer });
}

async function pausedThread() {
  const graph = asking(ours());
  const thread = { configurable: { thread_id: newId("thr") } };
  await graph.invoke({ value: "" }, thread);
  const { tasks } = await graph.getState(thread);
  const ids = Object.fromEntries(tasks.map(({ name, interrupts }) => [name, interrupts[0]?.id ?? ""]));
  return { graph, thread, ids };
}

describe("LangGraph's traps with several pauses", () => {
  test("a plain resume value would answer all of them alike", async () => {
    const { graph, thread } = await pausedThread();
    await graph.invoke(new Command({ resume: "yes" }), thread);
    expect((await graph.getState(thread)).values.trail).toEqual(["left yes", "right yes"]);
  });

  test("a resume by interrupt id answers only that one", async () => {
    const { graph, thread, ids } = await pausedThread();
    await graph.invoke(new Command({ resume: { [ids.left ?? ""]: "yes" } }), thread);
    expect((await graph.getState(thread)).next).toEqual(["right"]);
    await graph.invoke(new Command({ resume: { [ids.right ?? ""]: "no" } }), thread);
    expect((await graph.getState(thread)).values.trail).toEqual(["left yes", "right no"]);
  });

  test("new input on a paused thread starts over: why such input is refused", async () => {
    const { graph, thread, ids } = await pausedThread();
    await graph.invoke({ value: "new" }, thread);
    const { tasks } = await graph.getState(thread);
    expect(tasks.map(({ interrupts }) => interrupts[0]?.id)).not.toContain(ids.left);
  });
});

test("each saver goes on with a thread that the other began", async () => {
  for (const [first, second] of [
    [stock(), ours()],
    [ours(), stock()],
  ] as const) {
    const thread = { configurable: { thread_id: newId("thr") } };
    await line(first).invoke({ value: "a" }, thread);
    const again = await line(second).invoke({ value: "b" }, thread);
    expect(again.trail).toEqual(["a1", "a2", "b1", "b2"]);
  }
});

test("payloads that look like constructors stay plain data through a checkpoint", async () => {
  const attack = { lc: 1, type: "constructor", id: ["langchain_core", "messages", "AIMessage"], kwargs: {} };
  const Any = Annotation.Root({ data: Annotation<unknown>, message: Annotation<unknown> });
  const graph = new StateGraph(Any)
    .addNode("keep", () => ({}))
    .addEdge("__start__", "keep")
    .compile({ checkpointer: ours() });
  const thread = { configurable: { thread_id: newId("thr") } };
  const message = new HumanMessage({ content: "hi", additional_kwargs: { attack } });
  await graph.invoke({ data: { attack }, message }, thread);
  const { values } = await graph.getState(thread);
  expect(values.data).toEqual({ attack });
  expect(values.message).toMatchObject({ content: "hi", additional_kwargs: { attack } });
});

describe("in a run's name", () => {
  let owned: OwnedRun;
  beforeAll(async () => {
    owned = await ownedRun();
  });
  afterAll(() => owned.close());

  const newThread = (epoch = 1) => ({
    configurable: { thread_id: newId("thr"), [checkpointOwnerKey]: owned.owner(epoch) },
    durability: "sync" as const,
  });

  const rowsOf = async (table: "checkpoints" | "checkpoint_writes", threadId: string) =>
    (await owned.pool.query(`select * from ${checkpointSchema}.${table} where thread_id = $1`, [threadId]))
      .rows;

  test("a new thread's step costs one round trip, task writes included", async () => {
    const queries = vi.spyOn(owned.pool, "query");
    const thread = newThread();
    await line(new RunSaver(owned.pool, 2_000)).invoke({ value: "a" }, thread);
    // The world's own worker asks for jobs on the same pool.
    const mine = queries.mock.calls.filter((call) => JSON.stringify(call).includes(checkpointSchema));
    const asked = mine.length;
    queries.mockRestore();
    const threadId = thread.configurable.thread_id;
    expect(await rowsOf("checkpoints", threadId)).toHaveLength(asked);
    const writes = await rowsOf("checkpoint_writes", threadId);
    expect(new Set(writes.map(({ task_id }) => task_id)).size).toBe(asked - 1);
  });

  test("what the stock saver reads back is the same", async () => {
    const { configurable } = newThread();
    await line(new RunSaver(owned.pool)).invoke({ value: "a" }, { configurable, durability: "sync" });
    const stockSaver = new PostgresSaver(owned.pool, undefined, { schema: checkpointSchema });
    const state = await line(stockSaver).getState({ configurable: { thread_id: configurable.thread_id } });
    expect(state.values).toEqual({ value: "a", trail: ["a1", "a2"] });
    const history = [];
    for await (const each of line(stockSaver).getStateHistory({
      configurable: { thread_id: configurable.thread_id },
    }))
      history.push(each.next);
    expect(history).toEqual([[], ["second"], ["first"], ["__start__"]]);
  });

  test("a task that ended stays done although its sibling fails a while later", async () => {
    const ran: string[] = [];
    const sibling = Promise.withResolvers<void>();
    const parallel = (slow: () => Promise<void>) =>
      new StateGraph(State)
        .addNode("fast", () => {
          ran.push("fast");
          return { trail: ["fast"] };
        })
        .addNode("slow", async () => {
          ran.push("slow");
          await slow();
          return { trail: ["slow"] };
        })
        .addEdge("__start__", "fast")
        .addEdge("__start__", "slow")
        .compile({ checkpointer: new RunSaver(owned.pool) });
    const thread = newThread();
    const first = parallel(() => sibling.promise).invoke({ value: "" }, thread);
    const isFast = ({ channel }: { channel: string }) => channel === "trail";
    await expect
      .poll(
        async () => (await rowsOf("checkpoint_writes", thread.configurable.thread_id)).filter(isFast).length,
      )
      .toBe(1);
    sibling.reject(new Error("broken"));
    await expect(first).rejects.toThrow("broken");
    const again = await parallel(async () => {}).invoke(null, thread);
    expect(again.trail).toEqual(["fast", "slow"]);
    expect(ran).toEqual(["fast", "slow", "slow"]);
  });

  test("nothing is written once the run was taken over", async () => {
    const write = async (epoch: number) => {
      const thread = newThread(epoch);
      const outcome = await line(new RunSaver(owned.pool))
        .invoke({ value: "a" }, thread)
        .then(
          () => "stored",
          (error: unknown) => error,
        );
      const threadId = thread.configurable.thread_id;
      const rows = [
        ...(await rowsOf("checkpoints", threadId)),
        ...(await rowsOf("checkpoint_writes", threadId)),
      ];
      return { outcome, rows: rows.length };
    };
    expect(await write(1)).toMatchObject({ outcome: "stored", rows: expect.any(Number) });
    expect(await write(0)).toMatchObject({ outcome: { code: "unavailable" }, rows: 0 });
  });
});
