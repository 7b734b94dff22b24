import { afterAll, beforeAll, expect, test } from "vitest";
import { chatApi, runListsApi, runsApi } from "@/lib/api/contract";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type World } from "@/lib/api/testing/world";
import { draw, end, start, text } from "@/workflows/compile/testing/draw";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const echo = () =>
  draw({
    channels: { page: text },
    nodes: { start: start("page"), end: end("page") },
    edges: ["start > end"],
  });

async function runOf(page: string): Promise<string> {
  const { slug } = await publish(world, { from: { kind: "document", document: echo() } });
  const { body } = await world.send(chatApi.callAgent, { params: { slug }, body: { input: { page } } });
  return chatApi.callAgent.response.parse(body).id;
}

async function idsOf(query: Record<string, string | number>): Promise<string[]> {
  const { body } = await world.send(runsApi.listRuns, { query });
  return runsApi.listRuns.response.parse(body).items.map(({ id }) => id);
}

test("runs are found by tag, text, version, source and time", async () => {
  const id = await runOf("A platypus, please");
  await world.send(runListsApi.tagRuns, { body: { ids: [id, "run_none"], add: ["golden", "odd one"] } });
  expect(await idsOf({ tag: "golden" })).toEqual([id]);
  expect(await idsOf({ tag: "odd one", text: "PLATYPUS", version: 1, source: "api", maxMs: 60_000 })).toEqual(
    [id],
  );
  expect(await idsOf({ tag: "golden", minMs: 3_600_000 })).toEqual([]);
  expect(await idsOf({ tag: "golden", before: "2020-01-01T00:00:00Z" })).toEqual([]);
  await world.send(runListsApi.tagRuns, { body: { ids: [id], remove: ["golden"] } });
  expect(await idsOf({ tag: "golden" })).toEqual([]);
  const { body } = await world.send(runListsApi.listTags, {});
  expect(body).toEqual({ items: ["odd one"] });
});

test("failed runs are those that ended in an error and those that took too long", async () => {
  const ids = [await runOf("one"), await runOf("two"), await runOf("three"), await runOf("four")];
  const [broken = "", late = "", stopped = ""] = ids;
  const become = (id: string, status: string) =>
    world.pool.query("update runs set status = $2 where id = $1", [id, status]);
  await become(broken, "error");
  await become(late, "timeout");
  await become(stopped, "cancelled");
  expect(await idsOf({ status: "failed" })).toEqual([late, broken]);
  expect(await idsOf({ status: "error" })).toEqual([broken]);
  expect(await idsOf({ status: "timeout" })).toEqual([late]);
  const csv = await world.fetch(runListsApi.exportRuns, { query: { status: "failed", format: "csv" } });
  expect((await csv.text()).trim().split("\r\n")).toHaveLength(3);
});

test("runs are run again on the live version, once for a request that is sent twice", async () => {
  const id = await runOf("again");
  const again = () =>
    world.send(runListsApi.rerunRuns, {
      body: { ids: [id, "run_none"] },
      headers: { "idempotency-key": "rerun-1" },
    });
  const { items } = runListsApi.rerunRuns.response.parse((await again()).body);
  expect(items).toMatchObject([{ id }, { id: "run_none", problem: { code: "not_found" } }]);
  expect(runListsApi.rerunRuns.response.parse((await again()).body)).toEqual({ items });
  const made = await world.send(runsApi.getRun, { params: { id: items[0]?.runId ?? "" } });
  expect(made.body).toMatchObject({
    input: { page: "again" },
    version: 1,
    origin: { kind: "rerun", runId: id },
  });
});

test("a run goes with its conversation", async () => {
  const id = await runOf("gone");
  const deleted = await world.send(runListsApi.deleteRuns, { body: { ids: [id] } });
  expect(deleted.body).toEqual({ items: [{ id }] });
  expect((await world.send(runsApi.getRun, { params: { id } })).status).toBe(404);
});

test("a list leaves as CSV and JSON lines", async () => {
  const id = await runOf("=1+1, said");
  const csv = await (
    await world.fetch(runListsApi.exportRuns, { query: { text: id, format: "csv" } })
  ).text();
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain(`\r\n${id},`);
  const lines = await (
    await world.fetch(runListsApi.exportRuns, { query: { text: id, format: "jsonl" } })
  ).text();
  expect(JSON.parse(lines)).toMatchObject({ id, input: { page: "=1+1, said" } });
});

test("a saved list is replaced under its name and deleted", async () => {
  const view = { filters: { status: "error" }, columns: ["agent", "cost"] };
  const first = await world.send(runListsApi.saveView, { body: { name: "Failed", view, shared: true } });
  const { id } = runListsApi.saveView.response.parse(first.body);
  await world.send(runListsApi.saveView, { body: { name: "Failed", view: { filters: {}, columns: null } } });
  const listed = await world.send(runListsApi.listViews, {});
  expect(listed.body).toMatchObject({
    items: [{ id, name: "Failed", shared: false, own: true, view: { columns: null } }],
  });
  await world.send(runListsApi.deleteView, { params: { id } });
  expect((await world.send(runListsApi.listViews, {})).body).toEqual({ items: [] });
});

test("a saved list is renamed and shared, but not under a name that is taken", async () => {
  const view = { filters: { status: "error" }, columns: null };
  const save = async (name: string) => {
    const { body } = await world.send(runListsApi.saveView, { body: { name, view } });
    return runListsApi.saveView.response.parse(body).id;
  };
  const id = await save("One");
  await save("Two");
  const change = (body: object) => world.send(runListsApi.updateView, { params: { id }, body });
  expect((await change({ name: "Two" })).body).toMatchObject({ code: "conflict", field: "name" });
  expect((await change({ name: "Three", shared: true })).body).toMatchObject({
    id,
    name: "Three",
    shared: true,
    view,
  });
  expect((await change({ view: { filters: {}, columns: ["cost"] } })).body).toMatchObject({
    name: "Three",
    shared: true,
    view: { filters: {}, columns: ["cost"] },
  });
});

test("only runs that are named leave, of those that match", async () => {
  const [one, other] = [await runOf("one"), await runOf("other")];
  const ids = `${one},${other},run_none`;
  const lines = async (query: Record<string, string>) =>
    (await (await world.fetch(runListsApi.exportRuns, { query: { format: "jsonl", ...query } })).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).id);
  expect(await lines({ ids })).toEqual([other, one]);
  expect(await lines({ ids, order: "oldest", text: one })).toEqual([one]);
});

test("a list has the first words of what went in and came out, whatever its size", async () => {
  const id = await runOf(`${"long\n ".repeat(50_000)}end`);
  const { body } = await world.send(runsApi.listRuns, { query: { limit: 1 } });
  const [first] = runsApi.listRuns.response.parse(body).items;
  expect(first?.id).toBe(id);
  expect(first?.inputPreview).toMatch(/^long long long/);
  expect(first?.inputPreview).toHaveLength(160);
  expect(JSON.stringify(body).length).toBeLessThan(3_000);
});
