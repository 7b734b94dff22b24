import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { draw, end, mark, start, text, trail } from "@/workflows/compile/testing/draw";
import { createRunWorld, type RunWorld, type TestProcess } from "../testing/run-world";

let world: RunWorld;
let server: TestProcess;
let agent: { id: string; workspaceId: string };
const graph = draw({
  channels: { q: text, trail },
  nodes: { s: start("q"), a: mark("a"), done: end("trail") },
  edges: ["s > a", "a > done"],
});
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
  agent = await world.publish(graph, "Lister");
});
afterAll(() => world.close());

async function finished(
  q: string,
  actor: Actor = world.ada,
  source: "test" | "chat" = "test",
  threadId?: string,
) {
  const made = await server.service.create(actor, {
    agent,
    graph: { version: 1 },
    source,
    input: { q },
    threadId,
  });
  await server.service.wait(actor, made.runId);
  return made;
}

describe("the list of runs", () => {
  test("goes page by page through all, newest first, and finds text, also with wildcards in it", async () => {
    const made = [];
    for (const q of ["one", "two 100%", "three"]) made.unshift((await finished(q)).runId);
    const first = await server.service.list(world.ada, { agentId: agent.id }, { limit: 2 });
    const second = await server.service.list(
      world.ada,
      { agentId: agent.id },
      { limit: 2, cursor: first.nextCursor ?? "" },
    );
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.nextCursor).toBeNull();
    const found = await server.service.list(world.ada, { agentId: agent.id, text: "0%" }, { limit: 9 });
    expect(found.items.map(({ inputPreview }) => inputPreview)).toEqual(["two 100%"]);
    const failed = await server.service.list(world.ada, { agentId: agent.id, status: "error" }, { limit: 9 });
    expect(failed.items).toEqual([]);
  });

  test.each([
    ["oldest", [3, 2, 1, 0]],
    ["slowest", [1, 3, 2, 0]],
    ["costliest", [2, 3, 1, 0]],
  ] as const)("goes page by page through all, %s first", async (order, expected) => {
    const ordered = await world.publish(graph, `Ordered ${order}`);
    const ids: string[] = [];
    for (const [seconds, micros] of [
      [0, 0],
      [9, 5],
      [1, 70],
      [5, 20],
    ]) {
      const { runId } = await world.start(server, ordered, { q: "" });
      await server.service.wait(world.ada, runId);
      await world.database.pool.query(
        "update runs set started_at = ended_at - make_interval(secs => $2), cost_micros = $3, created_at = now() - make_interval(secs => $4) where id = $1",
        [runId, seconds, micros, ids.push(runId)],
      );
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await server.service.list(world.ada, { agentId: ordered.id }, { limit: 1, cursor, order });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map((id) => ids.indexOf(id))).toEqual(expected);
  });

  test("refuses a page marker that is not ours", async () => {
    const odd = server.service.list(world.ada, {}, { limit: 2, cursor: "bm8" });
    await expect(odd).rejects.toMatchObject({ code: "invalid_input", details: { field: "cursor" } });
  });
});

test("a draft runs as it stood, and its run names the revision and keeps the graph", async () => {
  const { runId } = await server.service.create(world.ada, {
    agent,
    graph: { draftRevision: 7, document: graph },
    source: "test",
    input: { q: "draft" },
  });
  const run = await server.service.wait(world.ada, runId);
  expect(run).toMatchObject({ status: "success", version: null, draftRevision: 7 });
  expect((await server.service.view(world.ada, runId)).document).toEqual(graph);
});

test("a draft's pinned node does not run, and the run says so", async () => {
  const [pinned = ""] = Object.entries(graph.nodes).flatMap(([id, { type }]) =>
    type === "start" || type === "end" ? [] : [id],
  );
  const document = { ...graph, pins: { [pinned]: { port: "out", update: {} } } };
  const { runId } = await server.service.create(world.ada, {
    agent,
    graph: { draftRevision: 8, document },
    source: "test",
    input: { q: "draft" },
  });
  await server.service.wait(world.ada, runId);
  const { spans } = (await server.service.view(world.ada, runId)).view;
  expect(spans.find(({ nodeId }) => nodeId === pinned)).toMatchObject({ pinned: true, output: {} });
});

describe("conversations", () => {
  const visitor: Actor = { kind: "visitor", visitorId: "vis_1" };
  const other: Actor = { kind: "visitor", visitorId: "vis_2" };

  test("belong to whoever began them", async () => {
    const { threadId, runId } = await finished("mine", visitor, "chat");
    expect((await server.service.threads(visitor, agent.id)).map(({ id }) => id)).toEqual([threadId]);
    expect(await server.service.threads(other, agent.id)).toEqual([]);
    const missing = { code: "not_found" };
    await expect(server.service.thread(other, agent.id, threadId)).rejects.toMatchObject(missing);
    await expect(server.service.get(other, runId)).rejects.toMatchObject(missing);
    await expect(finished("hers", other, "chat", threadId)).rejects.toMatchObject(missing);
    await expect(finished("theirs", world.ada, "chat", threadId)).rejects.toMatchObject(missing);
  });

  test("are named after their first message, renamed, and deleted with all that belongs to them", async () => {
    const { threadId, runId } = await finished("hello there", visitor, "chat");
    expect(await server.service.thread(visitor, agent.id, threadId)).toMatchObject({
      title: "hello there",
      status: "idle",
    });
    const renamed = await server.service.renameThread(visitor, agent.id, threadId, "Mine");
    expect(renamed.title).toBe("Mine");
    await server.service.deleteThread(visitor, agent.id, threadId);
    await expect(server.service.get(visitor, runId)).rejects.toMatchObject({ code: "not_found" });
    const left = await world.database.pool.query(
      `select 1 from run_events where run_id = $1 union all select 1 from langgraph.checkpoints where thread_id = $2`,
      [runId, threadId],
    );
    expect(left.rowCount).toBe(0);
  });
});
