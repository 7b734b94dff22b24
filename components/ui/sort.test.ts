import { describe, expect, it } from "vitest";
import { nextSort, type Sort, sorted } from "./sort";

describe("nextSort", () => {
  it.each<[Sort, string, Sort]>([
    [{ by: "name", direction: "asc" }, "name", { by: "name", direction: "desc" }],
    [{ by: "name", direction: "desc" }, "name", { by: "name", direction: "asc" }],
    [{ by: "name", direction: "desc" }, "date", { by: "date", direction: "asc" }],
  ])("%o by a click on %s", (sort, column, expected) => {
    expect(nextSort(sort, column)).toEqual(expected);
  });
});

describe("sorted", () => {
  const items = [
    { name: "v10", runs: 3 },
    { name: "v2", runs: null },
    { name: "V1", runs: 7 },
  ];
  const read = {
    name: (item: (typeof items)[number]) => item.name,
    runs: (item: (typeof items)[number]) => item.runs,
  };

  it.each<[Sort<"name" | "runs">, string[]]>([
    [{ by: "name", direction: "asc" }, ["V1", "v2", "v10"]],
    [{ by: "name", direction: "desc" }, ["v10", "v2", "V1"]],
    [{ by: "runs", direction: "asc" }, ["v10", "V1", "v2"]],
    [{ by: "runs", direction: "desc" }, ["V1", "v10", "v2"]],
  ])("%o", (sort, expected) => {
    expect(sorted(items, sort, read).map((item) => item.name)).toEqual(expected);
  });

  it("leaves the list it was given as it was", () => {
    const before = [...items];
    sorted(items, { by: "name", direction: "asc" }, read);
    expect(items).toEqual(before);
  });
});
