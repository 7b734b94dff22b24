import { Annotation, StateGraph } from "@langchain/langgraph";
import { type BaseCheckpointSaver, emptyCheckpoint } from "@langchain/langgraph-checkpoint";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { checkpointSchema } from "@/lib/db/migrate";
import { checkpointOwnerKey, RunSaver } from "./saver";
import { type OwnedRun, ownedRun } from "./testing/owned-run";

let run: OwnedRun;
beforeAll(async () => {
  run = await ownedRun();
});
afterAll(() => run.close());

const stockSaver = () => new PostgresSaver(run.pool, undefined, { schema: checkpointSchema });
const owned = (threadId: string) => ({
  configurable: { thread_id: threadId, checkpoint_ns: "", [checkpointOwnerKey]: run.owner() },
  durability: "sync" as const,
});

const State = Annotation.Root({ load: Annotation<unknown>, count: Annotation<number> });
/** Five steps that count and leave the load alone. */
function counting(checkpointer: BaseCheckpointSaver) {
  const ids = ["a", "b", "c", "d", "e"];
  return new StateGraph(State)
    .addSequence(ids.map((id) => [id, ({ count }: { count: number }) => ({ count: count + 1 })]))
    .addEdge("__start__", "a")
    .compile({ checkpointer });
}

test("what no step changes is written once", async () => {
  const threadId = newId("thr");
  await counting(new RunSaver(run.pool)).invoke({ load: "same", count: 0 }, owned(threadId));
  const { rows } = await run.pool.query(
    `select channel, count(*)::int as rows from ${checkpointSchema}.checkpoint_blobs
     where thread_id = $1 and channel in ('load', 'count') group by channel order by channel`,
    [threadId],
  );
  expect(rows).toEqual([
    { channel: "count", rows: 6 },
    { channel: "load", rows: 1 },
  ]);
});

test("statements are prepared once for a connection", async () => {
  const pool = new Pool({ ...run.pool.options, max: 1 });
  await counting(new RunSaver(pool)).invoke({ load: null, count: 0 }, owned(newId("thr")));
  const { rows } = await pool.query(
    "select name, generic_plans + custom_plans > 1 as reused from pg_prepared_statements order by name",
  );
  expect(rows).toContainEqual({ name: "put_checkpoints", reused: true });
  await pool.end();
});

test.each<[string, unknown]>([
  ["letters of all kinds", "ä 漢字 🎉 \u0000 \ud83d \u2028 \\u0000 '; drop table runs; --"],
  ["nothing", null],
  ["a deep value", { a: [{ b: { c: ["\u0000"] } }], "": 0 }],
])("%s come back as they were, to the stock saver, too", async (_name, load) => {
  const threadId = newId("thr");
  await counting(new RunSaver(run.pool)).invoke({ load, count: 0 }, owned(threadId));
  for (const reader of [new RunSaver(run.pool), stockSaver()]) {
    const { values } = await counting(reader).getState({ configurable: { thread_id: threadId } });
    expect(values).toEqual({ load, count: 5 });
  }
});

test("ten megabytes are read in a small part of the time that the stock saver takes", async () => {
  const saver = new RunSaver(run.pool);
  const config = owned(newId("thr"));
  const load = "x".repeat(10 * 1024 * 1024);
  const checkpoint = { ...emptyCheckpoint(), channel_values: { load }, channel_versions: { load: 1 } };
  const metadata = { source: "loop" as const, step: 0, parents: {} };
  const place = await saver.put(config, checkpoint, metadata, { load: 1 });
  const taken = async (reader: BaseCheckpointSaver) => {
    const began = performance.now();
    const read = await reader.getTuple(place);
    expect(read?.checkpoint.channel_values).toEqual({ load });
    return performance.now() - began;
  };
  const [ours, stock] = [await taken(saver), await taken(stockSaver())];
  expect(ours).toBeLessThan(stock / 3);
});

test("a task's writes are stored once however often they come; a pause or an answer is replaced", async () => {
  const saver = new RunSaver(run.pool);
  const config = owned(newId("thr"));
  const metadata = { source: "loop" as const, step: 0, parents: {} };
  const { configurable } = await saver.put(config, emptyCheckpoint(), metadata, {});
  const place = { configurable: { ...config.configurable, ...configurable } };
  for (const word of ["first", "second"]) {
    await saver.putWrites(place, [["out", word]], "done");
    await saver.putWrites(place, [["__interrupt__", word]], "asking");
  }
  expect((await saver.getTuple({ configurable }))?.pendingWrites).toEqual([
    ["asking", "__interrupt__", "second"],
    ["done", "out", "first"],
  ]);
});
