import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, stepsOf } from "./apply";
import { diff } from "./diff";
import { type Operation, operationSchema } from "./operation";
import { applied, graphDocument, operation } from "./testing/arbitraries";
import { sketch } from "./testing/sketch";

const document = sketch({
  nodes: { a: { size: 1, text: "t" } },
  edges: "start > a; a > end; a.no > start",
  channels: { x: { type: "number", reducer: "add" } },
});

describe("diff", () => {
  it("leads from any document to any other", () => {
    fc.assert(
      fc.property(graphDocument, graphDocument, (from, to) => {
        const operations = diff(from, to);
        expect(operationSchema.safeParse(operations).success).toBe(true);
        expect(apply(from, operations)).toEqual({ ok: true, value: to });
      }),
      { numRuns: 200 },
    );
  });

  it("leads to a document a few operations away", () => {
    fc.assert(
      fc.property(graphDocument, fc.array(operation), (from, steps) => {
        const to = steps.reduce(applied, from);
        expect(apply(from, diff(from, to))).toEqual({ ok: true, value: to });
      }),
      { numRuns: 200 },
    );
  });

  it("is empty between equals", () => {
    fc.assert(
      fc.property(graphDocument, (from) => {
        expect(stepsOf(diff(from, structuredClone(from)))).toEqual([]);
      }),
    );
  });

  it.each<[string, Operation]>([
    ["a move", { op: "node.move", positions: { a: { x: 7, y: 7 } } }],
    ["one setting", { op: "node.configure", id: "a", set: { size: 2 }, unset: [] }],
    ["a removed setting", { op: "node.configure", id: "a", set: {}, unset: ["text"] }],
    ["a title", { op: "node.title", id: "a", title: "T" }],
    ["a note", { op: "node.note", id: "a", note: "N" }],
    ["a policy", { op: "node.policy", id: "a", policy: { onError: "port" } }],
    ["a cap", { op: "edge.update", id: "e3", edge: { source: "a", port: "no", target: "start", cap: 2 } }],
    ["a removed node", { op: "node.remove", id: "a" }],
    ["a channel", { op: "channel.update", name: "x", channel: { type: "number", reducer: "max" } }],
    ["a node turned off", { op: "node.disable", id: "a", disabled: true }],
    ["a pin", { op: "node.pin", id: "a", pin: { port: "out", update: {} } }],
    ["a group", { op: "group.set", id: "g", group: { title: "G", color: "red", nodes: ["a"] } }],
    [
      "a sticky note",
      { op: "sticky.set", id: "s", sticky: { text: "", x: 1, y: 1, width: 9, height: 9, color: "green" } },
    ],
    ["settings", { op: "settings.update", settings: { recursionLimit: 1, timeoutMs: 1000 } }],
  ])("names only what changed: %s", (_, step) => {
    expect(diff(document, applied(document, step))).toEqual(step);
  });

  it("swaps the ways of two edges", () => {
    const from = sketch({ edges: "a > b; a > c" });
    const to = sketch({ edges: "a > c; a > b" });
    expect(apply(from, diff(from, { ...to, layout: from.layout }))).toEqual({
      ok: true,
      value: { ...to, layout: from.layout },
    });
  });

  it("carries a label", () => {
    expect(diff(document, applied(document, { op: "node.remove", id: "a" }), "Restore")).toMatchObject({
      op: "batch",
      label: "Restore",
    });
  });
});
