import { afterAll, beforeAll, expect, test } from "vitest";
import { sourceTools, toolSources, workspaces } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { KeptToolAnswers } from "./kept-answers";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await db.insert(workspaces).values({ id: "wsp_1", name: "One" });
  await db
    .insert(toolSources)
    .values({ id: "src_1", workspaceId: "wsp_1", kind: "openapi", name: "Shop", auth: { kind: "none" } });
  const tool = { workspaceId: "wsp_1", sourceId: "src_1", group: "", title: "", contract: {}, hash: "h" };
  await db.insert(sourceTools).values(["a", "b"].map((id) => ({ ...tool, id, key: id, name: id })));
});
afterAll(() => database.close());

/** Two processes on one database, and a tool that counts. */
function processes() {
  let calls = 0;
  const call = async () => {
    calls += 1;
    return `answer ${calls}`;
  };
  const [one, other] = [new KeptToolAnswers(database.db), new KeptToolAnswers(database.db)];
  return { one, other, call };
}
const question = (key: string, toolId = "a") => ({ toolId, key, seconds: 60 });

test("an answer serves other processes, other tools and questions it does not", async () => {
  const { one, other, call } = processes();
  expect(await one.or(question("q1"), call)).toBe("answer 1");
  expect(await other.or(question("q1"), call)).toBe("answer 1");
  expect(await other.or(question("q2"), call)).toBe("answer 2");
  expect(await other.or(question("q1", "b"), call)).toBe("answer 3");
});

test("an answer that is too old, or too old by a shorter time, is not given again", async () => {
  const { one, call } = processes();
  await one.or(question("old"), call);
  await database.pool.query("update tool_answers set created_at = now() - interval '30 seconds'");
  expect(await one.or({ ...question("old"), seconds: 20 }, call)).toBe("answer 2");
  await database.pool.query("update tool_answers set expires_at = now()");
  expect(await one.or(question("old"), call)).toBe("answer 3");
});

test("neither a failure nor an answer of unusual length is kept", async () => {
  const { one, call } = processes();
  const failing = () => Promise.reject(new Error("No."));
  await expect(one.or(question("fails"), failing)).rejects.toThrow("No.");
  expect(await one.or(question("fails"), call)).toBe("answer 1");
  const long = async () => "x".repeat(256_001);
  await one.or(question("long"), long);
  expect(await one.or(question("long"), call)).toBe("answer 2");
});
