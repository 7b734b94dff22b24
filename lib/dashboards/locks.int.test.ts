import { afterAll, beforeAll, expect, test } from "vitest";
import { purgeBatch } from "@/lib/agents/purge-agents";
import { deleteRun } from "@/lib/retention/delete-runs";
import { forgetRuns } from "@/lib/retention/forget-runs";
import { inTransaction } from "@/lib/runs/transaction";
import { countIn, countRuns } from "./count-runs";
import { asking, createFigureWorld, type FigureWorld } from "./testing/figure-world";

let world: FigureWorld;
beforeAll(async () => {
  world = await createFigureWorld();
});
afterAll(() => world.close());

const made = "2026-03-04T10:20:00Z";

async function figures() {
  const { rows } = await world.pool.query(
    `select coalesce(sum(f.n), 0)::int as n from figures f join figure_keys k on k.id = f.key_id
     where k.kind = 'run' and f.grain = 60`,
  );
  return rows[0]?.n;
}

const waitsForLock = () =>
  expect
    .poll(async () => {
      const { rows } = await world.pool.query(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows[0]?.n;
    })
    .toBe(1);

test("who counts waits for nobody, whoever holds a conversation or a run", async () => {
  const ids = [await world.run({ made, told: asking() }), await world.run({ made, told: asking() })];
  await inTransaction(world.pool, async (connection) => {
    await connection.query("select 1 from threads where id = any($1) for update", [ids]);
    await connection.query("select 1 from runs where id = $1 for update", [ids[0]]);
    await world.count();
  });
  expect(await figures()).toBe(1);
  await world.count();
  expect(await figures()).toBe(2);
});

test("who deletes a run waits for whoever counts, and for whoever holds the run", async () => {
  const before = await figures();
  const id = await world.run({ made, told: asking() });
  const held = await world.pool.connect();
  try {
    await held.query("begin");
    await countIn(held);
    const deleted = deleteRun(world.pool, "w", id);
    await waitsForLock();
    await held.query("rollback; begin");
    expect(await deleted).toBeUndefined();
    expect(await figures()).toBe(before + 1);

    const next = await world.run({ made, told: asking() });
    await held.query("select 1 from runs where id = $1 for no key update", [next]);
    const gone = deleteRun(world.pool, "w", next);
    await waitsForLock();
    await held.query("commit");
    expect(await gone).toBeUndefined();
    expect(await figures()).toBe(before + 2);
  } finally {
    held.release(true);
  }
});

test("counting, deleting, forgetting and purging at once come to an end, and every run is counted once", async () => {
  const before = await figures();
  const rounds = 60;
  const ids: string[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const agentId = at % 3 === 0 ? "writer" : "sorter";
    ids.push(await world.run({ made, agentId, told: asking(50 + ((at * 37) % 100)) }));
  }
  await world.pool.query("update agents set deleted_at = now() - interval '40 days' where id = 'writer'");
  const forget = async () => (await forgetRuns(world.pool, "w", 0)).more;
  const deleteSome = async (which: (at: number) => boolean) => {
    for (const id of ids.filter((_, at) => which(at))) await deleteRun(world.pool, "w", id);
  };
  const until = async (more: () => Promise<boolean>) => {
    while (await more());
  };
  const count = async () => {
    for (let at = 0; at < rounds; at += 1) await countRuns(world.pool);
  };
  await Promise.all([
    count(),
    count(),
    deleteSome((at) => at % 4 === 1),
    deleteSome((at) => at % 4 === 3),
    until(forget),
    until(() => purgeBatch(world.pool, 3)),
  ]);
  // What was held by others when it looked.
  await until(forget);
  expect(await figures()).toBe(before + rounds);
  const { rows } = await world.pool.query("select count(*)::int as n from runs");
  expect(rows[0]?.n).toBe(0);
});
