import { afterAll, beforeAll, expect, test } from "vitest";
import { retentionApi, runsApi } from "../contract";
import { publish } from "../testing/publish";
import { createWorld, type World } from "../testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("an administrator chooses what is kept; it is audited, and the next deletion is told", async () => {
  const first = await world.send(retentionApi.getRetention);
  expect(first).toMatchObject({
    status: 200,
    body: {
      chosen: {},
      installation: { runs: "forever", events: "forever", checkpoints: "forever" },
      amounts: { runs: 0, conversations: 0 },
      next: { runs: null, events: null, checkpoints: null },
    },
  });
  const agent = await publish(world, { from: { kind: "template", template: "approval" } });
  await world.pool.query(
    `with made as (insert into threads (id, workspace_id, agent_id, source) values ('thr_x', $2, $1, 'test'))
     insert into runs (id, workspace_id, agent_id, thread_id, source, status, input, created_at, ended_at)
     values ('run_x', $2, $1, 'thr_x', 'test', 'success', '{}', now() - interval '9 days', now() - interval '8 days')`,
    [agent.id, world.home.id],
  );
  const ask = (query: Record<string, string | number>) =>
    world.send(retentionApi.previewRetention, { query });
  expect((await ask({ events: 7 })).body).toEqual({ runs: 0, events: 1, checkpoints: 0 });
  expect((await ask({ runs: 7 })).body).toEqual({ runs: 1, events: 1, checkpoints: 1 });
  expect((await ask({ runs: 9, events: "forever" })).body).toEqual({ runs: 0, events: 0, checkpoints: 0 });
  const set = await world.send(retentionApi.setRetention, { body: { events: 30, checkpoints: "forever" } });
  expect(set).toMatchObject({ status: 200, body: { chosen: { events: 30, checkpoints: "forever" } } });
  const { next } = retentionApi.setRetention.response.parse(set.body);
  const days = (Date.parse(next.events ?? "") - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(22);
  expect([next.runs, next.checkpoints]).toEqual([null, null]);
  const { rows } = await world.pool.query(
    "select data from audit_events where action = 'setRetention' and workspace_id = $1",
    [world.home.id],
  );
  expect(rows).toEqual([{ data: { events: 30, checkpoints: "forever" } }]);
  const run = await world.send(runsApi.getRun, { params: { id: "run_x" } });
  expect(run.body).toMatchObject({ eventsDeletedAt: null });
});

test.each([{ events: 0 }, { events: 1.5 }, { events: 4_000 }, { events: "never" }, { logs: 3 }])(
  "%j is no choice",
  async (body) => {
    expect(await world.send(retentionApi.setRetention, { body })).toMatchObject({ status: 422 });
  },
);
