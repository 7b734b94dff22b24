import { describe, expect, it } from "vitest";
import type { SqlCall } from "@/workflows/runtime/ports";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { sqlDefinition } from "./definition";

nodeContract("sql");

const config = {
  connection: "DB",
  query: "update t set a = $1",
  values: [{ value: "items" }, { value: "n" }],
};

describe("a query", () => {
  it("is sent as it stands, with its values beside it", async () => {
    const asked: SqlCall[] = [];
    const sql = {
      query: async (call: SqlCall) => {
        asked.push(call);
        return { rows: [{ a: 1 }], changed: 3 };
      },
    };
    const more = { ...config, write: true, output: "rows", changed: "count" };
    const result = await runNode("sql", more, { items: ["'; drop table t"], n: 2 }, { sql });
    expect(asked[0]).toMatchObject({
      connection: "DB",
      query: "update t set a = $1",
      values: [["'; drop table t"], 2],
      write: true,
      maxRows: 1_000,
    });
    expect(result).toEqual({ update: { rows: [{ a: 1 }], count: 3 } });
  });

  it("may be asked again unless it changes something that may change once only", () => {
    const idempotent = (more: object) =>
      sqlDefinition.idempotent(sqlDefinition.config.parse({ ...config, ...more }));
    expect([{}, { write: true }, { write: true, repeatable: true }].map(idempotent)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("takes nothing filled into its SQL, and needs a connection and somewhere for the rows", () => {
    expect(issuesOf("sql", { query: "select {{ name }}" })).toEqual([
      "connection: Name the secret that holds the connection.",
      "query: Nothing is filled into SQL: use a placeholder, and give its value under Values.",
      "output: The rows go nowhere: choose the channel to write them to.",
    ]);
    expect(issuesOf("sql", { ...config, write: true })).toEqual([]);
  });

  it("needs the secret that it names", () => {
    expect(sqlDefinition.needs?.(sqlDefinition.config.parse(config))).toEqual([
      { kind: "secret", field: "connection", name: "DB" },
    ]);
  });
});
