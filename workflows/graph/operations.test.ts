import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, batchOf, stepsOf } from "./apply";
import { type GraphDocument, graphDocumentSchema } from "./document";
import { invert } from "./invert";
import { type Operation, operationSchema } from "./operation";
import { applied, graphDocument, operation } from "./testing/arbitraries";
import { sketch } from "./testing/sketch";

const document = sketch({
  nodes: { a: { size: 1, text: "hi" } },
  edges: "start > a; a > end",
  channels: { x: { type: "number", reducer: "add" } },
});
const node = { type: "step", typeVersion: 1, title: "New", config: {}, policy: { onError: "fail" as const } };
const here = { x: 1, y: 2 };
const group = (...nodes: string[]) => ({ title: "G", color: "blue" as const, nodes });
const sticky = { text: "S", x: 0, y: 0, width: 9, height: 9, color: "amber" as const };
const pin = { port: "out", update: { x: 1 } };
const grouped = applied(document, { op: "group.set", id: "g", group: group("a", "end") });

describe("apply", () => {
  it.each<[string, Operation, (document: GraphDocument) => unknown, unknown]>([
    [
      "adds a node with its place",
      { op: "node.add", id: "n", node, position: here },
      (d) => [d.nodes.n, d.layout.nodes.n],
      [node, here],
    ],
    [
      "removes a node, its edges and its place",
      { op: "node.remove", id: "a" },
      (d) => [d.nodes.a, d.edges, d.layout.nodes.a],
      [undefined, {}, undefined],
    ],
    ["gives a title", { op: "node.title", id: "a", title: "T" }, (d) => d.nodes.a?.title, "T"],
    [
      "sets and unsets settings",
      { op: "node.configure", id: "a", set: { size: 2 }, unset: ["text"] },
      (d) => d.nodes.a?.config,
      { ports: ["out"], size: 2 },
    ],
    [
      "sets a policy",
      { op: "node.policy", id: "a", policy: { onError: "port" } },
      (d) => d.nodes.a?.policy,
      { onError: "port" },
    ],
    ["writes a note", { op: "node.note", id: "a", note: "N" }, (d) => d.nodes.a?.note, "N"],
    [
      "removes a note",
      { op: "node.note", id: "a", note: undefined },
      (d) => Object.keys(d.nodes.a ?? {}),
      ["type", "typeVersion", "title", "config", "policy"],
    ],
    ["moves nodes", { op: "node.move", positions: { a: here } }, (d) => d.layout.nodes.a, here],
    [
      "adds an edge",
      { op: "edge.add", id: "n", edge: { source: "start", port: "out", target: "end" } },
      (d) => Object.keys(d.edges),
      ["e1", "e2", "n"],
    ],
    ["removes an edge", { op: "edge.remove", id: "e1" }, (d) => Object.keys(d.edges), ["e2"]],
    [
      "caps an edge",
      { op: "edge.update", id: "e1", edge: { source: "start", port: "out", target: "a", cap: 3 } },
      (d) => d.edges.e1?.cap,
      3,
    ],
    [
      "adds a channel",
      { op: "channel.add", name: "y", channel: { type: "any", reducer: "first" } },
      (d) => d.channels.y?.reducer,
      "first",
    ],
    ["removes a channel", { op: "channel.remove", name: "x" }, (d) => d.channels, {}],
    [
      "changes a channel",
      { op: "channel.update", name: "x", channel: { type: "number", reducer: "max" } },
      (d) => d.channels.x?.reducer,
      "max",
    ],
    ["turns a node off", { op: "node.disable", id: "a", disabled: true }, (d) => d.nodes.a?.disabled, true],
    [
      "turns a node on",
      { op: "node.disable", id: "a", disabled: false },
      (d) => Object.keys(d.nodes.a ?? {}),
      ["type", "typeVersion", "title", "config", "policy"],
    ],
    ["pins an output", { op: "node.pin", id: "a", pin }, (d) => d.pins, { a: pin }],
    ["takes a pin off", { op: "node.pin", id: "a", pin: null }, (d) => d.pins, {}],
    [
      "groups nodes that exist, each once",
      { op: "group.set", id: "g", group: group("a", "a", "gone") },
      (d) => d.layout.groups,
      { g: group("a") },
    ],
    ["sticks a note", { op: "sticky.set", id: "s", sticky }, (d) => d.layout.stickies, { s: sticky }],
    [
      "changes settings",
      { op: "settings.update", settings: { recursionLimit: 5, timeoutMs: 2000 } },
      (d) => d.settings.recursionLimit,
      5,
    ],
  ])("%s", (_, step, look, expected) => {
    const result = apply(document, step);
    expect(result.ok && look(result.value)).toEqual(expected);
  });

  it.each<[Operation, string, object]>([
    [{ op: "node.add", id: "a", node, position: here }, "node_exists", { nodeId: "a" }],
    [{ op: "node.remove", id: "toString" }, "node_unknown", { nodeId: "toString" }],
    [{ op: "node.title", id: "n", title: "T" }, "node_unknown", { nodeId: "n" }],
    [{ op: "node.configure", id: "n", set: {}, unset: [] }, "node_unknown", { nodeId: "n" }],
    [{ op: "node.policy", id: "n", policy: { onError: "fail" } }, "node_unknown", { nodeId: "n" }],
    [{ op: "node.note", id: "n", note: "" }, "node_unknown", { nodeId: "n" }],
    [{ op: "node.move", positions: { a: here, n: here } }, "node_unknown", { nodeId: "n" }],
    [
      { op: "edge.add", id: "e1", edge: { source: "start", port: "out", target: "end" } },
      "edge_exists",
      { edgeId: "e1" },
    ],
    [
      { op: "edge.add", id: "n", edge: { source: "start", port: "out", target: "n" } },
      "edge_end_missing",
      { nodeId: "n" },
    ],
    [
      { op: "edge.add", id: "n", edge: { source: "n", port: "out", target: "a" } },
      "edge_end_missing",
      { nodeId: "n" },
    ],
    [
      { op: "edge.add", id: "n", edge: { source: "start", port: "out", target: "a" } },
      "edge_duplicate",
      { edgeId: "e1" },
    ],
    [
      { op: "edge.update", id: "e2", edge: { source: "start", port: "out", target: "a" } },
      "edge_duplicate",
      { edgeId: "e1" },
    ],
    [
      { op: "edge.update", id: "n", edge: { source: "start", port: "out", target: "end" } },
      "edge_unknown",
      { edgeId: "n" },
    ],
    [{ op: "edge.remove", id: "n" }, "edge_unknown", { edgeId: "n" }],
    [
      { op: "channel.add", name: "x", channel: { type: "any", reducer: "replace" } },
      "channel_exists",
      { channel: "x" },
    ],
    [{ op: "node.disable", id: "n", disabled: true }, "node_unknown", { nodeId: "n" }],
    [{ op: "node.pin", id: "valueOf", pin }, "node_unknown", { nodeId: "valueOf" }],
    [{ op: "group.set", id: "g", group: group("n") }, "node_unknown", { nodeId: "n" }],
    [{ op: "group.set", id: "toString", group: null }, "group_unknown", {}],
    [{ op: "group.set", id: "g", group: group() }, "group_unknown", {}],
    [{ op: "sticky.set", id: "toString", sticky: null }, "sticky_unknown", {}],
    [{ op: "channel.remove", name: "y" }, "channel_unknown", { channel: "y" }],
    [
      { op: "channel.update", name: "valueOf", channel: { type: "any", reducer: "replace" } },
      "channel_unknown",
      { channel: "valueOf" },
    ],
  ])("refuses %j: %s", (step, code, path) => {
    const result = apply(document, step);
    expect(result).toMatchObject({
      ok: false,
      problem: { code, path, message: expect.stringMatching(/\.$/) },
    });
  });

  it.each<[string, Operation, object]>([
    ["loses a node that is removed", { op: "node.remove", id: "a" }, { g: group("end") }],
    [
      "loses a node to another group",
      { op: "group.set", id: "h", group: group("a") },
      { g: group("end"), h: group("a") },
    ],
    [
      "ends when its last nodes go elsewhere",
      { op: "group.set", id: "h", group: group("end", "a") },
      { h: group("end", "a") },
    ],
    ["ends without nodes", { op: "group.set", id: "g", group: group() }, {}],
    ["is dissolved", { op: "group.set", id: "g", group: null }, {}],
  ])("a group %s, and comes back as it was", (_, step, expected) => {
    const after = applied(grouped, step);
    expect(after.layout.groups).toEqual(expected);
    expect(applied(after, invert(grouped, step))).toEqual(grouped);
  });

  it("takes a node's pin away with it, and brings it back", () => {
    const pinned = applied(document, { op: "node.pin", id: "a", pin });
    const removal: Operation = { op: "node.remove", id: "a" };
    expect(applied(pinned, removal).pins).toEqual({});
    expect(applied(applied(pinned, removal), invert(pinned, removal))).toEqual(pinned);
  });

  it("applies a batch whole or not at all, and says which step failed", () => {
    const steps: Operation = batchOf([
      { op: "node.add", id: "n", node, position: here },
      { op: "edge.remove", id: "nowhere" },
    ]);
    expect(apply(document, steps)).toMatchObject({ ok: false, problem: { code: "edge_unknown", index: 1 } });
  });

  it("shares what it does not change and leaves the document alone", () => {
    const before = structuredClone(document);
    const result = apply(document, { op: "node.title", id: "a", title: "T" });
    expect(result.ok && result.value.nodes.end).toBe(document.nodes.end);
    expect(result.ok && result.value.edges).toBe(document.edges);
    expect(document).toEqual(before);
  });

  it("keeps documents valid and never mutates, whatever comes", () => {
    fc.assert(
      fc.property(graphDocument, fc.array(operation), (first, steps) => {
        const before = structuredClone(first);
        const last = steps.reduce(applied, first);
        expect(first).toEqual(before);
        expect(graphDocumentSchema.safeParse(last).success).toBe(true);
        expect(Object.keys(last.layout.nodes).sort()).toEqual(Object.keys(last.nodes).sort());
        const members = Object.values(last.layout.groups).map(({ nodes }) => nodes);
        expect(members.filter((nodes) => nodes.length === 0)).toEqual([]);
        expect(new Set(members.flat()).size).toBe(members.flat().length);
        const named = [...members.flat(), ...Object.keys(last.pins)];
        expect(named.filter((id) => !Object.hasOwn(last.nodes, id))).toEqual([]);
      }),
    );
  });
});

describe("invert", () => {
  it("brings a removed node back with its edges and its place", () => {
    const removal: Operation = { op: "node.remove", id: "a" };
    expect(applied(applied(document, removal), invert(document, removal))).toEqual(document);
    expect(stepsOf(invert(document, removal)).map(({ op }) => op)).toEqual([
      "node.add",
      "edge.add",
      "edge.add",
    ]);
  });

  it("takes any operations back, last first", () => {
    fc.assert(
      fc.property(graphDocument, fc.array(operation), (first, steps) => {
        let current = first;
        const back: Operation[] = [];
        for (const step of steps) {
          back.unshift(invert(current, step));
          current = applied(current, step);
        }
        expect(back.reduce(applied, current)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it("gives operations that are valid themselves", () => {
    fc.assert(
      fc.property(graphDocument, operation, (first, step) => {
        expect(operationSchema.safeParse(invert(first, step)).success).toBe(true);
      }),
    );
  });

  it("gives nothing for what does not apply", () => {
    expect(invert(document, { op: "node.remove", id: "n" })).toEqual({ op: "batch", operations: [] });
  });

  it("leaves out edges of a broken file that could not come back", () => {
    const broken = sketch({ edges: "start > end; start > ghost" });
    expect(invert(broken, { op: "edge.remove", id: "e2" })).toEqual({ op: "batch", operations: [] });
    const removal: Operation = { op: "node.remove", id: "start" };
    expect(apply(applied(broken, removal), invert(broken, removal)).ok).toBe(true);
  });
});
