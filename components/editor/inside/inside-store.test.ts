import { describe, expect, it } from "vitest";
import { draw, end, mark, start, subgraph, trail } from "@/workflows/compile/testing/draw";
import { graphInside } from "@/workflows/graph/inside";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { createEditorStore } from "../store/editor-store";
import { selectNodes } from "../store/selection";
import { createInsideStore } from "./inside-store";

const inner = (nodes: Parameters<typeof subgraph>[0]["nodes"]) => ({
  channels: { trail },
  nodes: { start: start(), ...nodes, end: end("trail") },
  edges: [],
});
const document = draw({
  nodes: { start: start(), sub: subgraph(inner({ deep: subgraph(inner({ a: mark("a") })) })), end: end() },
  edges: ["start > sub", "sub > end"],
});

function opened() {
  const agent = createEditorStore({ agentId: "a", document, revision: 1, readOnly: false });
  agent.setState({ issues: validate(document, nodeDefinitions) });
  return { agent, inside: createInsideStore(agent, ["sub", "deep"]) };
}

describe("working inside a subgraph", () => {
  it("changes the graph inside as one step of the agent's own history", () => {
    const { agent, inside } = opened();
    expect(Object.keys(inside.getState().document.nodes)).toEqual(["start", "a", "end"]);
    expect(inside.getState().change({ op: "node.title", id: "a", title: "New" })).toBeNull();
    expect(inside.getState().document.nodes.a?.title).toBe("New");
    expect(graphInside(agent.getState().document, "sub/deep", nodeDefinitions)?.nodes.a?.title).toBe("New");
    expect(agent.getState().pending).toEqual([
      { op: "node.inside", at: ["sub", "deep"], operation: { op: "node.title", id: "a", title: "New" } },
    ]);
    inside.getState().undo();
    expect(agent.getState().document).toEqual(document);
  });

  it("keeps a selection of its own, and tells only of what changed for it", () => {
    const { agent, inside } = opened();
    let told = 0;
    const stop = inside.subscribe(() => {
      told += 1;
    });
    inside.getState().select(selectNodes(["a"]));
    expect(inside.getState().selection.nodes).toEqual(new Set(["a"]));
    expect(agent.getState().selection.nodes.size).toBe(0);
    expect(told).toBe(1);
    expect(inside.getState()).toBe(inside.getState());
    inside.getState().change({ op: "node.remove", id: "a" });
    expect(inside.getState().selection.nodes.size).toBe(0);
    expect(told).toBe(2);
    stop();
    inside.getState().undo();
    expect(told).toBe(2);
  });

  it("keeps what has not changed as it is, so that cards need not be drawn anew", () => {
    const { inside } = opened();
    const { a, end: last } = inside.getState().document.nodes;
    inside.getState().change({ op: "node.move", positions: { a: { x: 5, y: 5 } } });
    expect(inside.getState().document.nodes.a).toBe(a);
    expect(inside.getState().document.nodes.end).toBe(last);
  });

  it("sees the issues that sit there as its own, with repairs made there", () => {
    const { inside } = opened();
    const { issues } = inside.getState();
    expect(issues.map(({ path }) => path)).toContainEqual({ nodeId: "start", port: "out" });
    expect(issues.every(({ message }) => !message.startsWith("In “"))).toBe(true);
    const repair = issues.find(({ path, fix }) => path.nodeId === "start" && fix)?.fix;
    expect(repair?.operation).toMatchObject({ op: "edge.add" });
    expect(repair && inside.getState().change(repair.operation)).toBeNull();
    expect(Object.values(inside.getState().document.edges)).toEqual([
      expect.objectContaining({ source: "start", target: "end" }),
    ]);
  });

  it("is shown as it was where the subgraph is gone", () => {
    const { agent, inside } = opened();
    agent.getState().change({ op: "node.remove", id: "sub" });
    expect(Object.keys(inside.getState().document.nodes)).toEqual(["start", "a", "end"]);
    expect(inside.getState().change({ op: "node.title", id: "a", title: "New" })).toMatchObject({
      code: "subgraph_unknown",
    });
  });
});
