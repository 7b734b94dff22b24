import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";

nodeContract("deduplicate");

const run = (list: Json, more: object = {}) =>
  runNode("deduplicate", { list: "rows", output: "out", ...more }, { rows: list });

describe("deduplicate", () => {
  it.each<[Json[], object, Json[]]>([
    [[1, 2, 1], {}, [1, 2]],
    [[1, "1", true, "true", null, "null"], {}, [1, "1", true, "true", null, "null"]],
    [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      {},
      [{ a: 1, b: 2 }],
    ],
    [["a", "A", "b"], { by: "lower(item)" }, ["a", "b"]],
    [["a", "b", "A"], { by: "lower(item)", keep: "last" }, ["b", "A"]],
    [[["__proto__"], ["__proto__"], ["constructor"]], {}, [["__proto__"], ["constructor"]]],
    [[], {}, []],
  ])("%j with %j leaves %j", async (list, more, out) => {
    expect(await run(list, more)).toEqual({ update: { out } });
  });

  it("writes what is left out to a channel of its own", async () => {
    expect(await run([1, 2, 1, 1], { rest: "again" })).toEqual({ update: { out: [1, 2], again: [1, 1] } });
  });

  it("says where a key is missing", async () => {
    await expect(run([{ a: 1 }, {}], { by: "item.a" })).rejects.toThrow(/For entry 2: No such key/);
  });
});
