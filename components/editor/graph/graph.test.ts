import { describe, expect, it } from "vitest";
import { apply, batchOf } from "@/workflows/graph/apply";
import { nothingSelected } from "../store/selection";
import { smallGraph, testNode } from "../testing/graph";
import { addNode } from "./add-node";
import { cardPorts } from "./card-ports";
import { connectionProblem, freePort, reconnect } from "./connection";
import { drawnConnection } from "./drawn-connection";
import { freeChannelName, freeTitle } from "./free-names";
import { guessChannel } from "./guess-channel";
import { joinFor } from "./join-for";
import { anchorOf } from "./places";

describe("cardPorts", () => {
  it("shows the ports of a config that is half typed", () => {
    const document = smallGraph();
    document.nodes.branch = testNode("branch", "Branch", {
      conditions: [{ id: "yes", label: "Yes", when: "" }],
    });
    expect(cardPorts(document, "branch").map(({ name }) => name)).toEqual(["yes", "else"]);
  });

  it("keeps a port that an edge still uses", () => {
    const document = smallGraph();
    document.edges.e3 = { source: "ask", port: "old", target: "end" };
    expect(cardPorts(document, "ask").map(({ name }) => name)).toEqual(["out", "old"]);
  });

  it("shows the limit port of a capped edge and the error port of a policy", () => {
    const document = smallGraph();
    document.nodes.ask = {
      ...testNode("model", "Ask", document.nodes.ask?.config),
      policy: { onError: "port" },
    };
    document.edges.e3 = { source: "ask", port: "error", target: "ask", cap: 2 };
    expect(cardPorts(document, "ask").map(({ name }) => name)).toEqual(["out", "error", "limit"]);
  });

  it("has none for a type it does not know, and never throws on any config", () => {
    const document = smallGraph();
    document.nodes.odd = testNode("odd", "Odd");
    document.nodes.human = testNode("human", "Human", { answers: 7 });
    expect(cardPorts(document, "odd")).toEqual([]);
    expect(cardPorts(document, "human")).toEqual([]);
  });
});

describe("connectionProblem", () => {
  it.each([
    ["into Start", { source: "ask", port: "out", target: "start" }, /begins at Start/],
    ["out of End", { source: "end", port: "out", target: "ask" }, /ends at End/],
    ["twice", { source: "ask", port: "out", target: "end" }, /already/],
    ["by a port that is not there", { source: "ask", port: "nope", target: "end" }, /no port/],
    ["to a node that is gone", { source: "ask", port: "out", target: "gone" }, /gone/],
  ])("refuses %s, in words", (_, connection, words) => {
    expect(connectionProblem(smallGraph(), connection)).toMatch(words);
  });

  it("allows a loop", () => {
    expect(connectionProblem(smallGraph(), { source: "ask", port: "out", target: "ask" })).toBeNull();
  });
});

describe("reconnect", () => {
  it("leads an edge elsewhere and keeps its cap", () => {
    const document = smallGraph();
    document.edges.e2 = { source: "ask", port: "out", target: "end", cap: 3 };
    expect(reconnect(document, "e2", { source: "ask", port: "out", target: "ask" })).toEqual({
      op: "edge.update",
      id: "e2",
      edge: { source: "ask", port: "out", target: "ask", cap: 3 },
    });
  });

  it("does nothing where it comes back to where it was, nor for an edge that is gone", () => {
    const { e1 } = smallGraph().edges;
    expect(e1 && reconnect(smallGraph(), "e1", e1)).toBeNull();
    expect(e1 && reconnect(smallGraph(), "gone", e1)).toBeNull();
  });

  it("is not hindered by the edge itself", () => {
    const same = { source: "start", port: "out", target: "ask" };
    expect(connectionProblem(smallGraph(), same, "e1")).toBeNull();
    expect(connectionProblem(smallGraph(), same, "e2")).toMatch(/already/);
  });
});

describe("drawnConnection", () => {
  it.each([
    ["leaves by the port it was drawn out of", { nodeId: "start", port: "out" }, "end", "start", "end"],
    ["drawn backwards leaves the node it is let go over", { nodeId: "end" }, "start", "start", "end"],
  ])("%s", (_, from, over, source, target) => {
    expect(drawnConnection(smallGraph(), from, over)).toEqual({ source, port: "out", target });
  });
});

describe("addNode", () => {
  it("stands level with the node it follows, joined to it", () => {
    const document = smallGraph();
    const added = addNode(document, "model", undefined, { source: "start", port: "out" });
    const result = apply(document, batchOf(added?.operations ?? []));
    const after = result.ok ? result.value : document;
    const id = added?.id ?? "";
    expect(after.nodes[id]?.title).toBe("Model");
    expect(Object.values(after.edges)).toContainEqual({ source: "start", port: "out", target: id });
    const place = after.layout.nodes[id];
    const start = after.layout.nodes.start;
    expect((place?.y ?? 0) + anchorOf("model")).toBeGreaterThanOrEqual((start?.y ?? 0) + anchorOf("start"));
  });

  it("leads to the node it was asked for from", () => {
    const added = addNode(smallGraph(), "model", { x: 0, y: 300 }, { target: "ask" });
    expect(added?.operations[1]).toMatchObject({
      op: "edge.add",
      edge: { source: added?.id, target: "ask" },
    });
    expect(addNode(smallGraph(), "model", { x: 0, y: 300 }, { target: "start" })?.operations).toHaveLength(1);
    expect(addNode(smallGraph(), "end", { x: 0, y: 300 }, { target: "ask" })?.operations).toHaveLength(1);
  });

  it("never stands on another node", () => {
    const document = smallGraph();
    const added = addNode(document, "code", { x: 205, y: 5 });
    expect(added?.operations[0]).toMatchObject({ position: { x: 205, y: 141 } });
  });

  it("is not joined to what nothing leads out of, nor to Start", () => {
    expect(
      addNode(smallGraph(), "model", undefined, { source: "end", port: "out" })?.operations,
    ).toHaveLength(1);
    expect(
      addNode(smallGraph(), "start", undefined, { source: "ask", port: "out" })?.operations,
    ).toHaveLength(1);
    expect(addNode(smallGraph(), "no-such-type", undefined)).toBeNull();
  });
});

describe("a node put into an edge", () => {
  it("takes the edge's place, and what follows makes room", () => {
    const document = smallGraph();
    const added = addNode(document, "human", undefined, { edgeId: "e2" });
    const result = apply(document, batchOf(added?.operations ?? []));
    const after = result.ok ? result.value : document;
    const ways = Object.values(after.edges).map(({ source, port, target }) => [source, port, target]);
    expect(ways).toContainEqual(["ask", "out", added?.id]);
    expect(ways).toContainEqual([added?.id, "approve", "end"]);
    expect(ways).toHaveLength(3);
    const [place, end] = [after.layout.nodes[added?.id ?? ""], after.layout.nodes.end];
    expect((end?.x ?? 0) - (place?.x ?? 0)).toBeGreaterThan(216);
  });

  it("does not cut the way off where it leads nowhere itself", () => {
    const added = addNode(smallGraph(), "end", undefined, { edgeId: "e1" });
    expect(added?.operations.map(({ op }) => op)).toEqual(["node.add", "edge.add"]);
  });
});

it.each([
  ["a selected edge", { nodes: [], edges: ["e1"] }, { edgeId: "e1" }],
  ["the only edge of a selected node", { nodes: ["ask"], edges: [] }, { edgeId: "e2" }],
  ["nothing, for several nodes", { nodes: ["ask", "end"], edges: [] }, undefined],
  ["nothing, for End", { nodes: ["end"], edges: [] }, undefined],
])("joins a new node to %s", (_, { nodes, edges }, join) => {
  expect(joinFor(smallGraph(), { ...nothingSelected, nodes: new Set(nodes), edges: new Set(edges) })).toEqual(
    join,
  );
});

it("finds the first port without an edge", () => {
  expect(freePort(smallGraph(), "ask")).toBeNull();
  const document = smallGraph();
  document.edges = {};
  expect(freePort(document, "ask")).toBe("out");
});

it("numbers names that are taken", () => {
  expect(freeTitle(smallGraph(), "Ask")).toBe("Ask 2");
  expect(freeTitle(smallGraph(), "New")).toBe("New");
  expect(freeChannelName(smallGraph(), "answer")).toBe("answer2");
});

it("guesses a channel that fits the field", () => {
  const document = smallGraph();
  expect(
    guessChannel(document, "ask", "messages", "talk", { ...document.nodes.ask?.config, messages: "talk" }),
  ).toEqual({
    type: "messages",
    reducer: "messages",
  });
  expect(
    guessChannel(document, "ask", "output", "text", { model: "m", prompt: "p", output: "text" }),
  ).toEqual({
    type: "string",
    reducer: "replace",
  });
});
