import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import type { Json } from "@/workflows/graph/json";
import { startOf } from "./previews";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const talk = [
  { role: "user", content: "First" },
  { role: "assistant", content: [{ type: "text", text: "In blocks" }] },
];

it.each<[string, Json, string, string]>([
  ["a conversation", { messages: talk }, "First", "In blocks"],
  ["the first text before a number", { count: 3, topic: "Owls" }, "Owls", "Owls"],
  ["text deep inside", { order: { lines: [{ sku: "", name: "Shoes" }] } }, "Shoes", "Shoes"],
  ["a number", { amount: 84.5 }, "84.5", "84.5"],
  ["no", { agreed: false }, "false", "false"],
  ["text alone", "Settled.", "Settled.", "Settled."],
  ["lines and gaps", { topic: "one\n\n  two\tthree" }, "one two three", "one two three"],
  ["quotes and marks", { topic: `"O'Neil" \\ {} %` }, `"O'Neil" \\ {} %`, `"O'Neil" \\ {} %`],
  ["a long text", { topic: "ü".repeat(5_000) }, "ü".repeat(160), "ü".repeat(160)],
  ["nothing", {}, "", ""],
  ["nothing in it", { a: null, b: [], c: "" }, "", ""],
])("%s", async (_, value, input, output) => {
  const json = sql`${JSON.stringify(value)}::jsonb`;
  const { rows } = await database.db.execute(
    sql`select ${startOf(json, "first")} as input, ${startOf(json, "last")} as output`,
  );
  expect(rows).toEqual([{ input, output }]);
});

it("is empty where there is no output yet", async () => {
  const { rows } = await database.db.execute(sql`select ${startOf(sql`null::jsonb`, "last")} as output`);
  expect(rows).toEqual([{ output: "" }]);
});
