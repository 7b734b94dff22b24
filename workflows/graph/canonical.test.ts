import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, readableJson, semanticHash } from "./canonical";
import { parseDocument } from "./parse-document";
import { sameJson } from "./same-json";
import { applied, graphDocument, json, shuffledKeys } from "./testing/arbitraries";
import { sketch } from "./testing/sketch";

const document = sketch({ nodes: { a: { text: "é\u{1F600}" } }, edges: "start > a; a > end" });

const inGroup = (...nodes: string[]) => ({ title: "G", color: "blue" as const, nodes });
const sticky = { text: "S", x: 0, y: 0, width: 9, height: 9, color: "amber" as const };

describe("canonicalJson", () => {
  it("sorts keys and wastes no space", () => {
    expect(canonicalJson(sketch({ edges: "" }))).toBe(
      '{"channels":{},"edges":{},"format":"signalbox.graph/1","layout":{"groups":{},"nodes":{},"stickies":{}},"nodes":{},"pins":{},"settings":{"recursionLimit":100,"timeoutMs":900000}}',
    );
  });

  it("is the same for any order of keys", () => {
    fc.assert(
      fc.property(graphDocument, fc.nat(), (first, seed) => {
        const shuffled = parseDocument(shuffledKeys(first, seed));
        expect(shuffled.ok && canonicalJson(shuffled.value)).toBe(canonicalJson(first));
      }),
    );
  });

  it("reads back as the same document", () => {
    fc.assert(
      fc.property(graphDocument, (first) => {
        expect(parseDocument(JSON.parse(canonicalJson(first)))).toEqual({ ok: true, value: first });
        expect(parseDocument(JSON.parse(readableJson(first)))).toEqual({ ok: true, value: first });
      }),
    );
  });
});

describe("semanticHash", () => {
  it("is the SHA-256 of the canonical form without layout and pins", () => {
    const { layout: _, pins: __, ...meaning } = JSON.parse(canonicalJson(document));
    const expected = createHash("sha256").update(JSON.stringify(meaning)).digest("hex");
    expect(semanticHash(document)).toBe(expected);
  });

  it("stays when nodes move, and when keys change places", () => {
    fc.assert(
      fc.property(graphDocument, fc.integer(), fc.nat(), (first, x, seed) => {
        const positions = Object.fromEntries(Object.keys(first.nodes).map((id) => [id, { x, y: -x }]));
        const moved = applied(first, { op: "node.move", positions });
        const shuffled = parseDocument(shuffledKeys(moved, seed));
        expect(shuffled.ok && semanticHash(shuffled.value)).toBe(semanticHash(first));
      }),
    );
  });

  it.each([
    ["a title", { op: "node.title" as const, id: "a", title: "B" }, false],
    ["a setting", { op: "node.configure" as const, id: "a", set: { size: 2 }, unset: [] }, false],
    ["an edge", { op: "edge.remove" as const, id: "e1" }, false],
    ["a note", { op: "node.note" as const, id: "a", note: "N" }, false],
    ["an empty note", { op: "node.note" as const, id: "a", note: "" }, true],
    ["a move", { op: "node.move" as const, positions: { a: { x: 9, y: 9 } } }, true],
    ["a disabled node", { op: "node.disable" as const, id: "a", disabled: true }, false],
    ["a node that is not disabled", { op: "node.disable" as const, id: "a", disabled: false }, true],
    ["a pin", { op: "node.pin" as const, id: "a", pin: { port: "out", update: {} } }, true],
    ["a group", { op: "group.set" as const, id: "g", group: inGroup("a") }, true],
    ["a sticky note", { op: "sticky.set" as const, id: "s", sticky }, true],
  ])("%s: the same is %s", (_, step, same) => {
    expect(semanticHash(applied(document, step)) === semanticHash(document)).toBe(same);
  });
});

describe("sameJson", () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [[1, 2], [2, 1], false],
    [null, undefined, false],
    [undefined, undefined, true],
    [0, false, false],
  ])("%j and %j: %s", (one, other, expected) => {
    expect(sameJson(one, other)).toBe(expected);
  });

  it("holds for any JSON and its copy", () => {
    fc.assert(
      fc.property(json, fc.nat(), (value, seed) => {
        expect(sameJson({ value }, { value: JSON.parse(JSON.stringify(shuffledKeys(value, seed))) })).toBe(
          true,
        );
      }),
    );
  });
});
