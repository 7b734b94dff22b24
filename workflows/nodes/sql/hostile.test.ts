import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import type { SqlCall } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { sqlConfig, sqlDefinition } from "./definition";

const config = { connection: "DB", query: "select $1", values: [{ value: "given" }], output: "rows" };

/** A database that keeps what it was asked, and answers with this. */
function database(
  answer: { rows: { [column: string]: Json }[]; changed: number } = { rows: [], changed: 0 },
) {
  const asked: SqlCall[] = [];
  const query = async (call: SqlCall) => {
    asked.push(call);
    return answer;
  };
  return { asked, sql: { query } };
}

describe("values that want to be SQL", () => {
  it.each(hostileValues)(
    "stand beside the statement, which stays as it was written: %s",
    async (_, given) => {
      const { asked, sql } = database();
      const found = await runNode("sql", config, { given }, { sql }).catch((error: unknown) => error);
      expect(found).toMatchObject(
        found instanceof Error ? { code: "expression_failed" } : { update: { rows: [] } },
      );
      expect(asked.filter(({ query }) => query !== "select $1")).toEqual([]);
    },
  );

  it("come as they are and in their order, however many there are", async () => {
    const value = fc.oneof(
      fc.constantFrom("'; drop table x; --", "$1", "?", "\\", "{{ secrets.DB }}"),
      fc.jsonValue({ maxDepth: 1 }).map((each): Json => jsonSchema.parse(JSON.parse(JSON.stringify(each)))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 6 }), async (given) => {
        const { asked, sql } = database();
        const values = given.map((_, at) => ({ value: `given[${at}]` }));
        await runNode("sql", { ...config, values }, { given }, { sql });
        expect(asked[0]?.values).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  it("that cannot be worked out stop the node before the database is asked", async () => {
    const { asked, sql } = database();
    const values = [{ value: "given.id" }];
    await expect(runNode("sql", { ...config, values }, { given: {} }, { sql })).rejects.toMatchObject({
      code: "expression_failed",
    });
    expect(asked).toEqual([]);
  });
});

describe("what a database answers", () => {
  it.each([
    [{ rows: [], changed: 0 }, { rows: [] }],
    [
      { rows: [{ constructor: 1, toString: null }], changed: 0 },
      { rows: [{ constructor: 1, toString: null }] },
    ],
    [{ rows: [{}, {}], changed: 7 }, { rows: [{}, {}] }],
  ])(
    "is written as it is, and nothing of what it changed where it only reads: %j",
    async (answer, update) => {
      const more = { ...config, changed: "count" };
      const context = fakeContext();
      expect(await runNode("sql", more, { given: 1 }, database(answer), context)).toEqual({ update });
      expect(context.logs).toEqual([`info: ${answer.rows.length} rows`]);
    },
  );

  it.each([
    [
      { output: "rows", changed: "count" },
      { rows: [{ id: 1 }], count: 3 },
    ],
    [{ output: undefined, changed: "count" }, { count: 3 }],
    [{ output: undefined, changed: undefined }, {}],
  ])("goes where the settings say: %j", async ({ output, changed }, update) => {
    const { output: _, ...others } = config;
    const more = { ...others, write: true, ...(output && { output }), ...(changed && { changed }) };
    const answer = { rows: [{ id: 1 }], changed: 3 };
    expect(await runNode("sql", more, { given: 1 }, database(answer))).toEqual({ update });
  });

  it("that it failed is not covered up", async () => {
    const sql = { query: () => Promise.reject(new Error("down")) };
    await expect(runNode("sql", config, { given: 1 }, { sql })).rejects.toThrow("down");
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ maxRows: 0 }, "maxRows"],
    [{ maxRows: 10_001 }, "maxRows"],
    [{ maxBytes: 999 }, "maxBytes"],
    [{ maxBytes: 5_000_001 }, "maxBytes"],
    [{ timeoutMs: 99 }, "timeoutMs"],
    [{ timeoutMs: 300_001 }, "timeoutMs"],
    [{ timeoutMs: 1.5 }, "timeoutMs"],
    [{ query: 1 }, "query"],
    [{ query: "x".repeat(100_001) }, "query"],
    [{ values: [{ value: "" }] }, "values.0.value"],
    [{ values: Array.from({ length: 101 }, () => ({ value: "1" })) }, "values"],
    [{ write: "yes" }, "write"],
    [{ connection: null }, "connection"],
  ])("%.80j is refused at its field", (more, field) => {
    const found = sqlConfig.safeParse({ ...config, ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it.each([
    [{ query: "select '{{ name }}'" }, ["query"]],
    [{ query: "select {{name}}", write: true }, ["query"]],
    [{ query: "select '{ {' || '}}'" }, []],
    [{ query: " \n", connection: " " }, ["connection", "query"]],
    [{ output: undefined }, ["output"]],
    [{ output: undefined, write: true }, []],
  ])("%j has its problem at %j", (more, fields) => {
    const { output, ...others } = { ...config, ...more };
    const found = issuesOf("sql", { ...others, ...(output && { output }) });
    expect(found.map((issue) => issue.split(":")[0])).toEqual(fields);
  });

  it("every value reads its channels at its own field, and writing says so", () => {
    const parsed = sqlConfig.parse({
      ...config,
      values: [{ value: "a + b" }, { value: "'x'" }, { value: "c" }],
    });
    expect(sqlDefinition.reads(parsed).map(({ channel, field }) => `${field} ${channel}`)).toEqual([
      "values.0.value a",
      "values.0.value b",
      "values.2.value c",
    ]);
    const writes = (more: object) =>
      sqlDefinition.writes({ ...parsed, changed: "n", ...more }).map(({ channel }) => channel);
    expect([writes({}), writes({ write: true })]).toEqual([["rows"], ["rows", "n"]]);
  });
});
