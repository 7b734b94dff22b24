import { describe, expect, it } from "vitest";
import { draw, end, mark, start, subgraph, trail } from "@/workflows/compile/testing/draw";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { renameChannel } from "./rename-channel";
import { renameInMapping, renaming } from "./rename-inner-channel";
import { applied } from "./testing/arbitraries";

const inner = {
  channels: { log: trail },
  nodes: { start: start("log"), a: mark("a", "log"), end: end("log") },
  edges: ["start > a", "a > end"],
};
const document = draw({
  channels: { trail },
  nodes: { start: start(), sub: subgraph(inner, ["trail > log"], ["log > trail"]), end: end("trail") },
  edges: ["start > sub", "sub > end"],
});

describe("a channel that gets another name", () => {
  it("out here keeps its name inside a subgraph", () => {
    const after = applied(document, renameChannel(document, "trail", "log", nodeDefinitions));
    expect(after.nodes.sub?.config).toEqual({
      ...document.nodes.sub?.config,
      inputs: [{ from: "log", to: "log" }],
      outputs: [{ from: "log", to: "log" }],
    });
  });

  it("inside a subgraph has it in the mapping too", () => {
    const graph = draw(inner);
    const names = renaming(renameChannel(graph, "log", "notes", nodeDefinitions));
    expect(names).toEqual({ from: "log", to: "notes" });
    const after = (names ? renameInMapping(document, "sub", names, nodeDefinitions) : []).reduce(
      applied,
      document,
    );
    expect(after.nodes.sub?.config).toMatchObject({
      inputs: [{ from: "trail", to: "notes" }],
      outputs: [{ from: "notes", to: "trail" }],
    });
  });

  it("is told from channels that are merely added or removed", () => {
    expect(renaming({ op: "channel.add", name: "a", channel: trail })).toBeUndefined();
    expect(renaming({ op: "channel.remove", name: "a" })).toBeUndefined();
    expect(renameInMapping(document, "start", { from: "log", to: "notes" }, nodeDefinitions)).toEqual([]);
  });
});
