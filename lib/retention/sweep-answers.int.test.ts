import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { workspaces } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { sweepAnswers } from "./sweep-answers";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.insert(workspaces).values(["wsp_1", "wsp_2"].map((id) => ({ id, name: id })));
});
afterAll(() => database.close());
beforeEach(() => database.pool.query("delete from model_answers"));

/** @param age minutes @param left minutes until it is too old */
const keep = (workspace: string, key: string, { age = 0, left = 60, bytes = 500 } = {}) =>
  database.pool.query(
    `insert into model_answers (workspace_id, key, agent_id, provider, model, answer, bytes, created_at, expires_at)
     values ($1, $2, 'agt_1', 'p', 'm', '{}', $3, now() - make_interval(mins => $4), now() + make_interval(mins => $5))`,
    [workspace, key, bytes, age, left],
  );
const keys = async () => {
  const { rows } = await database.pool.query("select key from model_answers order by key");
  return rows.map(({ key }) => key);
};

test("answers go when their time is over", async () => {
  await keep("wsp_1", "old", { age: 90, left: -1 });
  await keep("wsp_1", "young");
  expect(await sweepAnswers(database.pool)).toBe(false);
  expect(await keys()).toEqual(["young"]);
});

test("where there are too many, a workspace's oldest go, and nobody else's", async () => {
  for (const [key, age] of [
    ["a", 3],
    ["b", 2],
    ["c", 1],
  ] as const)
    await keep("wsp_1", key, { age });
  await keep("wsp_2", "other", { age: 9 });
  await sweepAnswers(database.pool, 2_500);
  expect(await keys()).toEqual(["b", "c", "other"]);
});

test("many go in batches", async () => {
  await database.pool.query(
    `insert into model_answers (workspace_id, key, agent_id, provider, model, answer, bytes, expires_at)
     select 'wsp_1', n::text, 'agt_1', 'p', 'm', '{}', 1, now() - interval '1 minute' from generate_series(1, 700) n`,
  );
  expect(await sweepAnswers(database.pool)).toBe(true);
  expect(await sweepAnswers(database.pool)).toBe(false);
  expect(await keys()).toEqual([]);
});
