import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deleteRun } from "@/lib/retention/delete-runs";
import { countRuns } from "./count-runs";
import { type DashboardWish, readDashboard } from "./dashboard";
import { readTops } from "./flame";
import { asking, createFigureWorld, type FigureWorld, failing, waiting } from "./testing/figure-world";

let world: FigureWorld;
beforeAll(async () => {
  world = await createFigureWorld();
});
beforeEach(async () => {
  await world.pool.query("delete from threads");
  await world.pool.query("delete from figure_keys");
});
afterAll(() => world.close());

const wish: DashboardWish = {
  range: "custom",
  zone: "UTC",
  from: "2026-03-02",
  to: "2026-03-08",
  group: "agent",
};
const read = (more: Partial<DashboardWish> = {}) =>
  readDashboard(world.pool, world.member, { ...wish, ...more });
const made = "2026-03-04T10:20:00Z";

/** Within what a histogram holds: five in a hundred. */
const about = (ms: number, given: number | null) => {
  expect(given).toBeGreaterThan(ms * 0.94);
  expect(given).toBeLessThan(ms * 1.06);
};

test("a run is counted once, with all that it took and cost", async () => {
  await world.run({ made, told: asking(100) });
  await world.count();
  await world.count();
  const { total, earlier, buckets, uncounted } = await read();
  expect(total).toMatchObject({
    n: 1,
    errors: 0,
    workMs: 100,
    waitMs: 0,
    input: 100,
    output: 20,
    cached: 50,
    reasoning: 8,
    micros: 25,
    unpriced: 0,
    keptMicros: 0,
    cachedMicros: 45,
  });
  about(100, total.p50);
  about(40, total.first50);
  expect(earlier.n).toBe(0);
  expect(buckets.map(({ figures }) => figures.n)).toEqual([0, 0, 1, 0, 0, 0, 0]);
  expect(uncounted).toBe(0);
});

test("parts of a millisecond do not stop the counting", async () => {
  await world.run({ made, told: asking(100.25) });
  await world.count();
  expect((await read()).total).toMatchObject({ n: 1, workMs: 100 });
});

test("waiting for a person is no latency", async () => {
  await world.run({ made, told: waiting() });
  await world.count();
  const { total } = await read({ group: "node" });
  expect(total).toMatchObject({ n: 1, workMs: 2_000, waitMs: 3_600_000 });
  about(2_000, total.p99);
  const { groups } = await read({ group: "node" });
  expect(groups).toMatchObject([
    { label: "Approve it in sorter", figures: { n: 1, workMs: 2_000, waitMs: 3_600_000 } },
  ]);
});

test("problems are counted by their codes, and runs of the time before are told apart", async () => {
  await world.run({ made, told: failing("tool_failed") });
  await world.run({ made, told: failing("tool_failed") });
  await world.run({ made, told: failing("model_failed") });
  await world.run({ made: "2026-02-25T00:00:00Z", told: failing("long_ago") });
  await world.run({ made: "2026-02-20T00:00:00Z", told: failing("longer_ago") });
  await world.count();
  const { total, earlier, problems } = await read();
  expect([total.n, total.errors, earlier.n]).toEqual([3, 3, 1]);
  expect(problems).toEqual([
    { code: "tool_failed", n: 2 },
    { code: "model_failed", n: 1 },
  ]);
});

test("figures are put together by agent, version, model, node and person, and narrowed", async () => {
  await world.run({ made, told: asking(), person: "ada", source: "chat" });
  await world.run({ made, told: asking(), version: 2 });
  await world.run({ made, told: asking(), agentId: "writer", version: null, source: "test" });
  await world.count();
  const told = async (group: DashboardWish["group"], more: Partial<DashboardWish> = {}) =>
    (await read({ group, ...more })).groups
      .map(({ label, figures }) => `${label} ${figures.n} ${figures.micros}`)
      .toSorted();
  expect(await told("agent")).toEqual(["sorter 2 50", "writer 1 25"]);
  expect(await told("version")).toEqual([
    "sorter version 1 1 25",
    "sorter version 2 1 25",
    "writer draft 1 25",
  ]);
  expect(await told("model")).toEqual(["acme-1 3 75"]);
  expect(await told("person")).toEqual(["Ada 1 25", "No member 2 50"]);
  expect(await told("version", { agentId: "sorter", version: 2 })).toEqual(["sorter version 2 1 25"]);
  expect(await told("agent", { version: 0 })).toEqual(["writer 1 25"]);
  expect(await told("agent", { source: "chat" })).toEqual(["sorter 1 25"]);
});

test.each([
  // Clocks go forward on 8 March 2026 in New York: that day has 23 hours.
  ["America/New_York", ["2026-03-08T04:59:00Z", "2026-03-08T05:00:00Z", "2026-03-09T03:59:00Z"], [1, 2]],
  // Half an hour off: no day of it begins with an hour of UTC.
  ["Asia/Kolkata", ["2026-03-07T18:29:00Z", "2026-03-07T18:30:00Z", "2026-03-08T18:29:00Z"], [1, 2]],
  ["Asia/Kathmandu", ["2026-03-07T18:14:00Z", "2026-03-07T18:15:00Z", "2026-03-08T18:14:00Z"], [1, 2]],
  ["UTC", ["2026-03-07T23:59:59Z", "2026-03-08T00:00:00Z", "2026-03-08T23:59:59Z"], [1, 2]],
])("days are those of %s", async (zone, times, counts) => {
  for (const time of times) await world.run({ made: time, told: asking() });
  await world.count();
  const { buckets } = await read({ zone });
  expect(buckets.slice(-2).map(({ figures }) => figures.n)).toEqual(counts);
});

test("a run that ends late is counted when it was made; one that goes on is not counted yet", async () => {
  await world.run({ made, told: asking().slice(0, -1) });
  await world.count();
  expect((await read()).total.n).toBe(0);
  await world.pool.query("update runs set status = 'success', ended_at = now() where status = 'running'");
  expect((await read()).uncounted).toBe(1);
  await world.count();
  expect((await read()).buckets.map(({ figures }) => figures.n)).toEqual([0, 0, 1, 0, 0, 0, 0]);
});

test("a deleted run stays counted, also if it goes before anybody counted it; its spans are named no more", async () => {
  const path = '["node:ask"]';
  const tops = async () =>
    (await readTops(world.pool, world.member, { ...wish, agentId: "sorter", path, by: "time" })).items;
  const counted = await world.run({ made, told: asking() });
  await world.count();
  expect(await tops()).toMatchObject([
    { runId: counted, spanId: "ask#1", workMs: 100, micros: 25, version: 1 },
  ]);
  await deleteRun(world.pool, "w", counted);
  expect((await read()).total).toMatchObject({ n: 1, micros: 25 });
  expect(await tops()).toEqual([]);
  const uncounted = await world.run({ made, told: asking() });
  await deleteRun(world.pool, "w", uncounted);
  expect((await read()).total).toMatchObject({ n: 2, micros: 50, workMs: 200 });
});

test("a run whose events are gone counts by what its row says", async () => {
  const id = await world.run({ made, told: asking() });
  await world.pool.query(
    "update runs set events_deleted_at = now(), ended_at = started_at + interval '3 seconds' where id = $1",
    [id],
  );
  await world.count();
  const { total } = await read();
  expect(total).toMatchObject({ n: 1, micros: 25, input: 100, workMs: 3_000 });
});

test("of many visits the slowest of each hour are kept", async () => {
  for (const takes of [60, 110, 70, 100, 80, 90, 65]) await world.run({ made, told: asking(takes) });
  await world.count();
  await world.run({ made, told: asking(85) });
  await world.count();
  const ask = { ...wish, agentId: "sorter", path: '["node:ask","model:acme/acme-1"]', by: "time" as const };
  const { items } = await readTops(world.pool, world.member, ask);
  expect(items.map(({ workMs }) => workMs)).toEqual([110, 100, 90, 85, 80]);
});

test("two that count at the same time count nothing twice", async () => {
  for (let at = 0; at < 12; at += 1) await world.run({ made, told: asking() });
  await Promise.all([countRuns(world.pool), countRuns(world.pool), countRuns(world.pool)]);
  await world.count();
  expect((await read()).total).toMatchObject({ n: 12, micros: 300 });
});

test("nobody sees another workspace's figures, and a key does not see people", async () => {
  await world.run({ made, told: asking() });
  await world.count();
  const other = await readDashboard(world.pool, { ...world.member, workspaceId: "elsewhere" }, wish);
  expect([other.total.n, other.groups]).toEqual([0, []]);
  const key = { kind: "key" as const, keyId: "k", name: "CI", workspaceId: "w", scopes: ["read" as const] };
  await expect(readDashboard(world.pool, key, { ...wish, group: "person" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test.each([
  [{ to: "2026-03-01" }, "to"],
  [{ from: undefined }, "from"],
  [{ to: undefined }, "to"],
  [{ to: "2028-01-01" }, "to"],
])("%o is refused at its field", async (more, field) => {
  await expect(read(more)).rejects.toMatchObject({ code: "invalid_input", details: { field } });
});
