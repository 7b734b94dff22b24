import { describe, expect, it } from "vitest";
import { applied } from "@/workflows/graph/testing/arbitraries";
import { sketch } from "@/workflows/graph/testing/sketch";
import { topologyOf } from "./topology";

const document = sketch({ edges: "start > a; start > b; a > j; b > j; j > end" });

describe("topologyOf", () => {
  it("is kept while only settings change", () => {
    const typed = applied(document, { op: "node.configure", id: "a", set: { size: 2 }, unset: [] });
    expect(topologyOf(typed, ["start"])).toBe(topologyOf(document, ["start"]));
  });

  it.each([
    ["an edge goes", applied(document, { op: "edge.remove", id: "e1" }), ["start"]],
    [
      "a node comes",
      applied(document, {
        op: "node.add",
        id: "new",
        node: { type: "step", typeVersion: 1, title: "N", config: {}, policy: { onError: "fail" } },
        position: { x: 0, y: 0 },
      }),
      ["start"],
    ],
    ["runs begin elsewhere", document, ["a"]],
  ])("is new when %s", (_, changed, starts) => {
    expect(topologyOf(changed, starts)).not.toBe(topologyOf(document, ["start"]));
    expect(topologyOf(changed, starts).adjacency.ids).toEqual(Object.keys(changed.nodes).sort());
  });

  it("knows which edges a join waits for together", () => {
    const { companions } = topologyOf(document, ["start"]);
    expect(
      companions()
        .get("e3")
        ?.map(({ id }) => id),
    ).toEqual(["e4"]);
    expect(companions().get("e1")).toBeUndefined();
  });

  it("takes exclusive ways into a node for one", () => {
    const exclusive = sketch({
      edges: "start > c; start > d; c.yes > p; c.no > q; p > j; q > j; d > j; j > end",
    });
    const { companions } = topologyOf(exclusive, ["start"]);
    expect(
      companions()
        .get("e5")
        ?.map(({ source }) => source),
    ).toEqual(["d"]);
    expect(
      companions()
        .get("e7")
        ?.map(({ source }) => source),
    ).toEqual(["p", "q"]);
  });
});
