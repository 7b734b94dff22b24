import { describe, expect, it } from "vitest";
import { draw, end, mark, start, trail } from "@/workflows/compile/testing/draw";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { Issue, IssuePath } from "./issue";
import { issuesOfPart, type Part, partOf } from "./part";

/** a, then b; a loop back from b to a; c beside them. */
const graph = draw({
  channels: { trail },
  nodes: { start: start(), a: mark("a"), b: mark("b"), c: mark("c"), end: end("trail") },
  edges: ["start > a", "start > c", "a > b", "b > a x2", "b.limit > end", "c > end"],
});
const nodes = (part: Part, document = graph) => [...partOf(document, nodeDefinitions, part)].sort();

describe("the nodes of a part", () => {
  it.each([
    [{}, ["a", "b", "c", "end", "start"]],
    [{ until: "b" }, ["a", "b", "start"]],
    [{ until: "a" }, ["a", "start"]],
    [{ from: "b" }, ["a", "b", "end"]],
    [{ from: "b", until: "a" }, ["a", "b"]],
    [{ from: "a", until: "a" }, ["a"]],
    [{ from: "c", until: "b" }, []],
  ])("%j: %j", (part, expected) => {
    expect(nodes(part)).toEqual(expected);
  });

  it("lead past nodes that are turned off", () => {
    const off = { ...graph, nodes: { ...graph.nodes, a: { ...mark("a"), disabled: true as const } } };
    expect(nodes({ until: "b" }, off)).toEqual(["b", "start"]);
  });
});

describe("issues of a part", () => {
  const issue = (code: Issue["code"], path: IssuePath): Issue => ({
    code,
    severity: "error",
    path,
    message: code,
  });
  const all = [
    issue("config_invalid", { nodeId: "a" }),
    issue("port_unconnected", { nodeId: "b", port: "out" }),
    issue("config_invalid", { nodeId: "c" }),
    issue("port_unknown", { edgeId: "e2" }),
    issue("port_unknown", { edgeId: "e3" }),
    issue("channel_reducer_mismatch", { channel: "trail" }),
    issue("no_end", {}),
  ];
  const kept = (part: Part) =>
    issuesOfPart(all, graph, nodeDefinitions, part).map((each) => all.indexOf(each));

  it("are all of them for the whole graph", () => {
    expect(kept({})).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("are those inside, without what follows the last node", () => {
    expect(kept({ until: "b" })).toEqual([0, 3, 5]);
    expect(kept({ from: "b", until: "b" })).toEqual([5]);
    expect(kept({ from: "b" })).toEqual([0, 1, 3, 4, 5]);
  });
});
